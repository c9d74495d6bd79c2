import { isText } from './dom';
import { markAt, type Mark } from './marks';
import type { PageText } from './page-text';
import { boxesOf } from './ranges';
import { offsetOf } from './text-block';

/** A mark under the pointer, with the box of its line that was hit. */
export interface Hit {
  readonly mark: Mark;
  readonly box: DOMRect;
}

/** Half a pixel and rounding: boxes are fractional, pointers often whole. */
const SLACK_PX = 1;

/**
 * The mark at a point of the viewport, or null.
 *
 * One caret look-up, a hash look-up, a binary search, and the boxes of the one mark found, since a caret snaps to the
 * nearest text however far away. 7 us on a news page, 30 us on 20,000 words, whatever the number of marks
 * (`highlightsFromPoint` is linear in it).
 */
export function hitTest(
  x: number,
  y: number,
  text: PageText,
  marksOf: (blockId: number) => readonly Mark[],
  shadowRoots: readonly ShadowRoot[] = [],
): Hit | null {
  const caret = caretAt(x, y, shadowRoots);
  if (caret === null || !isText(caret.node)) return null;
  for (const block of text.blocksOfNode(caret.node)) {
    const marks = marksOf(block.id);
    if (marks.length === 0) continue;
    const offset = offsetOf(block, caret.node, caret.offset);
    if (offset === null) continue;
    const mark = markAt(marks, offset);
    // A caret between two marks that touch belongs to either.
    const near = mark !== null && mark.start === offset ? [mark, markAt(marks, offset - 1)] : [mark];
    for (const candidate of near) {
      if (candidate === null) continue;
      const box = boxesOf(candidate).find((one) => isAt(one, x, y));
      if (box !== undefined) return { mark: candidate, box };
    }
  }
  return null;
}

function isAt(box: DOMRect, x: number, y: number): boolean {
  return (
    x >= box.left - SLACK_PX &&
    x <= box.right + SLACK_PX &&
    y >= box.top - SLACK_PX &&
    y <= box.bottom + SLACK_PX
  );
}

function caretAt(
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): { readonly node: Node; readonly offset: number } | null {
  // In Chromium since 128, which is below what the manifest asks for.
  const position = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  return position === null ? null : { node: position.offsetNode, offset: position.offset };
}
