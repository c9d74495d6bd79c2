/**
 * A note's Markdown as a tree: the closed set of what a note can look like. There is no raw HTML, no image and no
 * address but those of `links.ts`, so that whoever draws the tree has nothing to clean.
 */

/** A stretch of running text. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  /** A line break that was asked for; a plain end of line is a `\n` in a text. */
  | { readonly type: 'break' }
  | { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] };

export type Block =
  /** `tight` stands in a list without empty lines between its items. */
  | { readonly type: 'paragraph'; readonly tight: boolean; readonly children: readonly Inline[] }
  /** Levels 1 (highest) to 6, as written. */
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  /** `start` is the first number, or null for a list with bullets. */
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'rule' };

/** Blocks in blocks and marks in marks go no deeper; what would is drawn at this depth, with all its words. */
export const TREE_DEPTH_MAX = 12;
