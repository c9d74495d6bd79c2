import type { TextBlock } from '../model/page';

/**
 * One block of text with the way back to the page: the text of one paragraph-like element without its block-level
 * children, white space collapsed.
 *
 * Segment `i` says that `lengths[i]` code units of `text` from `starts[i]` on are those of `nodes[i]` from `offsets[i]`
 * on. Between segments stand single spaces that were made of collapsed white space and belong to no node.
 */
export interface PageBlock extends TextBlock {
  /** Nearest block-level element around the text. */
  readonly element: Element;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
}

/** A block that was read and has no id yet. */
export type ReadBlock = Omit<PageBlock, 'id'>;

/** A point in the page, as ranges have them. */
export interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** Index of the last segment that starts at or before an offset; 0 when none does. Binary search. */
export function segmentAt(block: Pick<PageBlock, 'starts'>, offset: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The place of the code unit at an offset.
 *
 * @param offset into the block's text; in the gap between two segments the end of the first is meant
 */
export function placeOf(block: PageBlock, offset: number): Place | null {
  const index = segmentAt(block, offset);
  const node = block.nodes[index];
  if (node === undefined) return null;
  const into = Math.min(offset - (block.starts[index] ?? 0), block.lengths[index] ?? 0);
  return { node, offset: (block.offsets[index] ?? 0) + Math.max(0, into) };
}

/** The place behind the code unit before an offset: where a range that ends there ends. */
export function endPlaceOf(block: PageBlock, offset: number): Place | null {
  const last = placeOf(block, offset - 1);
  return last === null ? null : { node: last.node, offset: last.offset + 1 };
}

/**
 * The offset in the block's text of a place in one of its nodes, or null when the node is not the block's or the place
 * is before its first or after its last unit. Linear in the segments of the block (a few, one a node or line).
 */
export function offsetOf(block: PageBlock, node: Node, offset: number): number | null {
  let best: number | null = null;
  for (let index = 0; index < block.nodes.length; index++) {
    if (block.nodes[index] !== node) continue;
    const from = block.offsets[index] ?? 0;
    const length = block.lengths[index] ?? 0;
    if (offset < from) return best;
    best = (block.starts[index] ?? 0) + Math.min(offset - from, length);
    if (offset <= from + length) return best;
  }
  return best;
}
