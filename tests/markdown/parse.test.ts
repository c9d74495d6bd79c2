import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowedLink, linkTarget } from '../../utils/markdown/links';
import { parseMarkdown } from '../../utils/markdown/parse';
import { TREE_DEPTH_MAX, type Block, type Inline } from '../../utils/markdown/tree';
import { SLOW_PATTERNS } from './slow-patterns';

/** A tree in one line: enough to read a table of cases by. */
function brief(list: readonly Block[]): string {
  return list.map(block).join(' ');
}
function block(node: Block): string {
  switch (node.type) {
    case 'paragraph':
      return node.tight ? text(node.children) : `p(${text(node.children)})`;
    case 'heading':
      return `h${node.level}(${text(node.children)})`;
    case 'code':
      return `pre(${node.text})`;
    case 'quote':
      return `quote(${brief(node.children)})`;
    case 'list':
      return `${node.start ?? 'ul'}[${node.items.map(brief).join('|')}]`;
    case 'rule':
      return 'hr';
  }
}
function text(list: readonly Inline[]): string {
  return list
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'code') return `\`${node.text}\``;
      if (node.type === 'break') return '<br>';
      const name = { emphasis: 'em', strong: 'b', link: '' }[node.type];
      return `${node.type === 'link' ? node.url : name}(${text(node.children)})`;
    })
    .join('');
}

test.each([
  ['', ''],
  ['  \n \n', ''],
  ['one\n\ntwo', 'p(one) p(two)'],
  ['one\ntwo', 'p(one\ntwo)'],
  ['one  \ntwo\\\nthree', 'p(one<br>two<br>three)'],
  ['*a* _b_ **c** __d__ ***e***', 'p(em(a) em(b) b(c) b(d) em(b(e)))'],
  ['snake_case_name, 2*3*4', 'p(snake_case_name, 2em(3)4)'],
  ['`a*b*` ``c`d``', 'p(`a*b*` `c`d`)'],
  ['# A\n\n### B ###\n\nC\n===', 'h1(A) h3(B) h1(C)'],
  ['#hashtag', 'p(#hashtag)'],
  ['- a\n- b', 'ul[a|b]'],
  ['- a\n\n- b', 'ul[p(a)|p(b)]'],
  ['7. a\n8. b', '7[a|b]'],
  ['- a\n  - b\n    1. c', 'ul[a ul[b 1[c]]]'],
  ['> a\n> > b\n\nc', 'quote(p(a) quote(p(b))) p(c)'],
  ['```js\nx < 1\n```', 'pre(x < 1)'],
  ['    indented', 'pre(indented)'],
  ['a\n\n***\n\nb', 'p(a) hr p(b)'],
  ['[MoD](https://mod.example/a?b=1 "t")', 'p(https://mod.example/a?b=1(MoD))'],
  ['<https://mod.example/>', 'p(https://mod.example/(https://mod.example/))'],
  ['<press@mod.example>', 'p(mailto:press@mod.example(press@mod.example))'],
  ['[a][1]\n\n[1]: http://a.example', 'p(http://a.example(a))'],
  ['[1]: https://a.example', 'p([1]: https://a.example)'],
  ['[a](/relative) [b](other.html) [c](#x)', 'p([a](/relative) [b](other.html) [c](#x))'],
  ['[a](ftp://a.example)', 'p([a](ftp://a.example))'],
  ['![a *map*](https://a.example/x.png)', 'p(a map)'],
  ['[![logo](https://a.example/x.png)](https://a.example)', 'p(https://a.example(logo))'],
  ['<b>bold</b> & <i>', 'p(<b>bold</b> & <i>)'],
  ['<div>\n\nx\n\n</div>', 'p(<div>) p(x) p(</div>)'],
  ['&amp; &copy; &#65; &nosuch;', 'p(& © A &nosuch;)'],
  ['\\*not\\* \\[a\\]', 'p(*not* [a])'],
  ['https://a.example/x stays words', 'p(https://a.example/x stays words)'],
  ['a\u0000b', 'p(a\uFFFDb)'],
])('%j is %j', (source, expected) => {
  expect(brief(parseMarkdown(source))).toBe(expected);
});

test('a link tells where it really leads', () => {
  expect(linkTarget('https://www.bbc.co.uk@evil.example:8080/x')).toBe('evil.example:8080');
  expect(linkTarget('mailto:press@mod.example?subject=x')).toBe('press@mod.example');
  expect(isAllowedLink('//evil.example')).toBe(false);
  expect(isAllowedLink('https://')).toBe(false);
});

function depthOf(node: Block | Inline): number {
  const inner: readonly (Block | Inline)[] =
    'children' in node ? node.children : 'items' in node ? node.items.flat() : [];
  return 1 + Math.max(0, ...inner.map(depthOf));
}
function sizeOf(node: Block | Inline): number {
  const inner: readonly (Block | Inline)[] =
    'children' in node ? node.children : 'items' in node ? node.items.flat() : [];
  return inner.reduce((sum, child) => sum + sizeOf(child), 1);
}
function nodesIn(list: readonly Block[]): number {
  return list.reduce((sum, node) => sum + sizeOf(node), 0);
}
/** Blocks, then marks in them, and the text itself. */
const DEPTH_BOUND = TREE_DEPTH_MAX * 2 + 2;

describe.each(Object.entries(SLOW_PATTERNS))('%s', (_name, pattern) => {
  test('stay a tree of bounded depth, no larger than they are long', () => {
    const small = parseMarkdown(pattern(16_384));
    const large = parseMarkdown(pattern(131_072));
    for (const node of [...small, ...large]) expect(depthOf(node)).toBeLessThanOrEqual(DEPTH_BOUND);
    expect(nodesIn(small)).toBeLessThanOrEqual(16_384 + 1);
    // Eight times as long, at most eight times as much and a little.
    expect(nodesIn(large)).toBeLessThanOrEqual(nodesIn(small) * 8 * 1.3 + 8);
  });
});

const pieces = fc.constantFrom(
  ...'*|**|_|`|```|[|](|)|![|<|>|> |- |1. |# |\n|\n\n|    |a|word |\\|&|&amp;|&#106;|javascript:'.split('|'),
  ...'https://a.example|data:| |\t|\u202E|---|===|[x]: |"|\'|\0|\uD800|<b>|</b>|<!--|~'.split('|'),
);

test('nothing throws, and depth is bounded', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), (list) => {
      for (const node of parseMarkdown(list.join(''))) {
        expect(depthOf(node)).toBeLessThanOrEqual(DEPTH_BOUND);
      }
    }),
    { numRuns: 2000 },
  );
});

function wordsOf(list: readonly (Block | Inline)[]): string {
  return list
    .map((node) => {
      if ('text' in node) return node.text;
      if ('children' in node) return wordsOf(node.children);
      return 'items' in node ? node.items.map(wordsOf).join(' ') : ' ';
    })
    .join('');
}

test.each([10, 30, 60, 200])('words are never lost to depth: %i levels', (levels) => {
  const sources = [
    `${'> '.repeat(levels)}treasure`,
    `${'- '.repeat(levels)}treasure`,
    `${'> 1. '.repeat(levels)}treasure\n\nafter`,
    `${'*a **b '.repeat(levels)}treasure${'** *'.repeat(levels)}`,
  ];
  for (const source of sources) expect(wordsOf(parseMarkdown(source))).toContain('treasure');
});
