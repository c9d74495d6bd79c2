import type { Token } from 'markdown-it';
import { isAllowedLink } from './links';
import { TREE_DEPTH_MAX, type Inline } from './tree';

/** The tokens of one paragraph as a tree. Marks that nest too deep are left away, their words are not. Linear. */
export function inlineTree(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  // Every open mark has an entry; one that is not drawn shares its parent's children.
  const open: Inline[][] = [root];
  let depth = 0;
  for (const token of tokens) {
    const here = open.at(-1) ?? root;
    if (token.nesting === 1) {
      const mark = depth < TREE_DEPTH_MAX ? markOf(token) : null;
      if (mark !== null) here.push(mark.node);
      open.push(mark?.children ?? here);
      depth += 1;
    } else if (token.nesting === -1) {
      open.pop();
      depth -= 1;
    } else {
      here.push(leafOf(token));
    }
  }
  return root;
}

function markOf(token: Token): { readonly node: Inline; readonly children: Inline[] } | null {
  const children: Inline[] = [];
  if (token.type === 'em_open') return { node: { type: 'emphasis', children }, children };
  if (token.type === 'strong_open') return { node: { type: 'strong', children }, children };
  const url = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : '';
  return isAllowedLink(url) ? { node: { type: 'link', url, children }, children } : null;
}

function leafOf(token: Token): Inline {
  if (token.type === 'code_inline') return { type: 'code', text: token.content };
  if (token.type === 'hardbreak') return { type: 'break' };
  if (token.type === 'softbreak') return { type: 'text', text: '\n' };
  // An image is never fetched: its words stand for it.
  return { type: 'text', text: token.type === 'image' ? wordsOf(token.children ?? []) : token.content };
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'image' ? wordsOf(token.children ?? []) : token.content))
    .join('');
}
