import { dataOf, isConnectedOf } from './dom';
import type { Mark } from './marks';
import { endPlaceOf, placeOf, segmentAt, type Place } from './text-block';

export interface Places {
  readonly from: Place;
  readonly to: Place;
}

/**
 * Where a mark's text stands now, or null when the page has changed it. Nothing that the page can move is trusted: the
 * text of every node that the mark touches is read again and compared.
 */
export function placesOf(mark: Mark): Places | null {
  const { block, start, end } = mark;
  const from = placeOf(block, start);
  const to = endPlaceOf(block, end);
  if (from === null || to === null) return null;
  const last = segmentAt(block, end - 1);
  for (let index = segmentAt(block, start); index <= last; index++) {
    const node = block.nodes[index];
    const segmentStart = block.starts[index] ?? 0;
    if (node === undefined || !isConnectedOf(node)) return null;
    const begin = Math.max(start, segmentStart);
    const stop = Math.min(end, segmentStart + (block.lengths[index] ?? 0));
    const offset = (block.offsets[index] ?? 0) - segmentStart;
    if (dataOf(node).slice(begin + offset, stop + offset) !== block.text.slice(begin, stop)) return null;
  }
  return { from, to };
}

/** A static range over a mark: cheaper than a live one and out of the page's hands. Null when the text is gone. */
export function staticRangeOf(mark: Mark): StaticRange | null {
  const places = placesOf(mark);
  if (places === null) return null;
  return new StaticRange({
    startContainer: places.from.node,
    startOffset: places.from.offset,
    endContainer: places.to.node,
    endOffset: places.to.offset,
  });
}

/** The boxes of a mark in viewport coordinates, one a line; empty when its text is gone or not rendered. */
export function boxesOf(mark: Mark): DOMRect[] {
  const places = placesOf(mark);
  if (places === null) return [];
  const range = document.createRange();
  range.setStart(places.from.node, places.from.offset);
  range.setEnd(places.to.node, places.to.offset);
  return Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
}
