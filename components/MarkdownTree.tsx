import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isAllowedLink, linkTarget } from '../utils/markdown/links';
import { parseMarkdown } from '../utils/markdown/parse';
import type { Block, Inline } from '../utils/markdown/tree';
import { ENTRY } from './words';

interface MarkdownTreeProps {
  readonly body: string;
}

/** A note's Markdown as elements. Text goes in as text nodes only; use `Markdown`, which loads this when it is needed. */
export function MarkdownTree({ body }: MarkdownTreeProps): JSX.Element {
  const tree = useMemo(() => parseMarkdown(body), [body]);
  return <>{markdownNodes(tree)}</>;
}

/** The elements of a tree, in its order. */
export function markdownNodes(tree: readonly Block[]): ComponentChildren {
  const levels = [...headingLevels(tree)].toSorted((a, b) => a - b);
  return blocks(tree, levels);
}

function headingLevels(tree: readonly Block[]): Set<number> {
  return new Set(
    tree.flatMap((block) => {
      if (block.type === 'heading') return [block.level];
      if (block.type === 'quote') return [...headingLevels(block.children)];
      return block.type === 'list' ? block.items.flatMap((item) => [...headingLevels(item)]) : [];
    }),
  );
}

function blocks(list: readonly Block[], levels: readonly number[]): ComponentChildren {
  return list.map((block, index) => blockNode(block, index, levels));
}

function blockNode(block: Block, key: number, levels: readonly number[]): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      // A line of its own all the same: a list may follow, or another line that nests too deep to be told apart.
      return block.tight ? (
        <div key={key} class="tight">
          {inlines(block.children)}
        </div>
      ) : (
        <p key={key}>{inlines(block.children)}</p>
      );
    case 'heading': {
      // Below the page's own headings, without a gap: a note may begin with ###.
      const Tag = (['h4', 'h5', 'h6'] as const)[Math.min(levels.indexOf(block.level), 2)] ?? 'h6';
      return <Tag key={key}>{inlines(block.children)}</Tag>;
    }
    case 'code':
      return (
        <pre key={key} dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return <blockquote key={key}>{blocks(block.children, levels)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => (
        // Items have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{blocks(item, levels)}</li>
      ));
      return block.start === null ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      );
    }
    case 'rule':
      return <hr key={key} />;
  }
}

function inlines(list: readonly Inline[]): ComponentChildren {
  return list.map(inlineNode);
}

function inlineNode(inline: Inline, key: number): ComponentChildren {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return <code key={key}>{inline.text}</code>;
    case 'break':
      return <br key={key} />;
    case 'emphasis':
      return <em key={key}>{inlines(inline.children)}</em>;
    case 'strong':
      return <strong key={key}>{inlines(inline.children)}</strong>;
    case 'link':
      return link(inline.url, key, inlines(inline.children));
  }
}

function link(url: string, key: number, children: ComponentChildren): ComponentChildren {
  // The parser saw to it already; this is the last place before it becomes an address that can be clicked.
  if (!isAllowedLink(url)) return <span key={key}>{children}</span>;
  return (
    <a
      key={key}
      href={url}
      title={linkTarget(url)}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
    >
      <bdi>{children}</bdi>
      <span class="sr"> {ENTRY.newTab}</span>
    </a>
  );
}
