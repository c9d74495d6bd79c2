import MarkdownIt, { type Token } from 'markdown-it';
import { inlineTree } from './inline';
import { isAllowedLink } from './links';
import { TREE_DEPTH_MAX, type Block } from './tree';

/** Containers in containers that the parser follows: it stops there without a word, so we look whether it came near. */
const NESTING_MAX = 100;

/** CommonMark without raw HTML. A link to anywhere else than `links.ts` allows stays as it was typed. */
const commonMark = new MarkdownIt('commonmark', { html: false, maxNesting: NESTING_MAX });
commonMark.validateLink = isAllowedLink;

/**
 * A note's Markdown as a tree. Never throws, and loses no words: a note that nests beyond all reason, or of which nothing
 * would be seen (link definitions only), comes back as one paragraph of plain text. Linear in the length; a benchmark is
 * in `tests/bench/markdown.ts`.
 */
export function parseMarkdown(body: string): Block[] {
  const tokens = commonMark.parse(body, {});
  const isCutOff = tokens.some((token) => token.level >= NESTING_MAX - 1);
  const tree = isCutOff ? [] : blockTree(tokens);
  return tree.length > 0 || body.trim() === '' ? tree : [plain(body)];
}

function plain(body: string): Block {
  return { type: 'paragraph', tight: false, children: [{ type: 'text', text: body.trim() }] };
}

/** An open container: where its blocks go, or its items when it is a list that is drawn as one. */
interface Frame {
  readonly blocks: Block[];
  readonly items: Block[][] | null;
}

function blockTree(tokens: readonly Token[]): Block[] {
  const root: Frame = { blocks: [], items: null };
  const open: Frame[] = [root];
  /** The paragraph or heading whose inline tokens come next. */
  let leaf: Token | null = null;
  for (const token of tokens) {
    const here = open.at(-1) ?? root;
    if (token.type === 'inline') {
      if (leaf !== null) here.blocks.push(textBlock(leaf, token.children ?? []));
    } else if (token.type === 'paragraph_open' || token.type === 'heading_open') {
      leaf = token;
    } else if (token.type === 'paragraph_close' || token.type === 'heading_close') {
      leaf = null;
    } else if (token.nesting === 1) {
      open.push(enter(token, here, open.length <= TREE_DEPTH_MAX));
    } else if (token.nesting === -1) {
      open.pop();
    } else if (token.type === 'hr') {
      here.blocks.push({ type: 'rule' });
    } else {
      here.blocks.push({ type: 'code', text: token.content.replace(/\n$/, '') });
    }
  }
  return root.blocks;
}

function textBlock(leaf: Token, tokens: readonly Token[]): Block {
  const children = inlineTree(tokens);
  return leaf.type === 'heading_open'
    ? { type: 'heading', level: Number(leaf.tag.slice(1)), children }
    : { type: 'paragraph', tight: leaf.hidden, children };
}

function enter(token: Token, parent: Frame, isDrawn: boolean): Frame {
  const blocks: Block[] = [];
  if (token.type === 'list_item_open') {
    // An item of a list that is not drawn: its blocks go where the list would have stood.
    if (parent.items === null) return parent;
    parent.items.push(blocks);
    return { blocks, items: null };
  }
  if (!isDrawn) return { blocks: parent.blocks, items: null };
  if (token.type === 'blockquote_open') {
    parent.blocks.push({ type: 'quote', children: blocks });
    return { blocks, items: null };
  }
  const items: Block[][] = [];
  const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
  parent.blocks.push({ type: 'list', start, items });
  return { blocks: [], items };
}
