import fc from 'fast-check';
import { isValidElement, type ComponentChildren } from 'preact';
import { describe, expect, test } from 'vitest';
import { markdownNodes } from '../../components/MarkdownTree';
import { parseMarkdown } from '../../utils/markdown/parse';
import { VECTORS } from './markdown-vectors';

interface Element {
  readonly name: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Every element of a drawn note, in order, and every other thing that is no text. */
function elementsOf(node: ComponentChildren): Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node === 'string') return [];
  if (!isValidElement(node)) return [{ name: node, attributes: {} }];
  const { children, ...attributes } = node.props as Record<string, unknown>;
  const inner = children === undefined ? [] : elementsOf(children as ComponentChildren);
  return [{ name: node.type, attributes }, ...inner];
}

const draw = (source: string): Element[] => elementsOf(markdownNodes(parseMarkdown(source)));

/** Attributes that an element may carry; no element but these may be there. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: [],
  div: ['class'],
  em: [],
  strong: [],
  code: [],
  pre: ['dir'],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  br: [],
  bdi: [],
  span: ['class'],
  a: ['href', 'title', 'target', 'rel', 'referrerpolicy'],
};

/** What is wrong with a drawn note, in words. */
function problemsOf(source: string): string[] {
  return draw(source).flatMap(({ name, attributes }) => {
    const allowed = ALLOWED[String(name)];
    if (allowed === undefined) return [`an element ${String(name)}`];
    const odd = Object.keys(attributes).filter((key) => !allowed.includes(key));
    const problems = odd.map((key) => `${String(name)} has ${key}`);
    if (name !== 'a') return problems;
    const { href, target, rel } = attributes;
    if (!/^(https?:\/\/|mailto:)/.test(String(href))) problems.push(`a link to ${String(href)}`);
    if (target !== '_blank' || rel !== 'noopener noreferrer') problems.push('a link that tells');
    return problems;
  });
}

test('there are enough of them', () => {
  expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(200);
});

test.each(VECTORS.map((source) => [source]))('%j draws nothing but words and allowed links', (source) => {
  expect(problemsOf(source)).toEqual([]);
});

test('the guard barks', () => {
  expect(draw('[a](https://a.example)').map(({ name }) => name)).toEqual(['p', 'a', 'bdi', 'span']);
  const tree = [
    {
      type: 'paragraph',
      tight: false,
      children: [{ type: 'link', url: 'javascript:alert(1)', children: [] }],
    },
  ] as const;
  expect(elementsOf(markdownNodes(tree)).map(({ name }) => name)).toEqual(['p', 'span']);
});

test('any mixture of vectors and Markdown draws nothing else', () => {
  const piece = fc.oneof(
    fc.constantFrom(...VECTORS),
    fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '\n', '\n\n', '> ', '- ', '    ', '\\', '&'),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (list) => {
      expect(problemsOf(list.join(''))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

describe('headings of a note', () => {
  test.each([
    ['# A\n## B\n### C\n#### D', ['h4', 'h5', 'h6', 'h6']],
    ['### A\n##### B\n### C', ['h4', 'h5', 'h4']],
    ['> ## A\n\n- # B', ['blockquote', 'h5', 'ul', 'li', 'h4']],
  ])('%j stand below the page’s own, without a gap', (source, expected) => {
    expect(draw(source).map(({ name }) => name)).toEqual(expected);
  });
});
