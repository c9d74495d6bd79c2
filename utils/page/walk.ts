import { isSeen } from './dom';
import type { Mark } from './marks';
import { boxesOf } from './ranges';

/** A jump scrolls smoothly: for this long its mention counts as the one in front although it is not on screen yet. */
const TRAVEL_MS = 1_600;

/** Where a mark stands to the viewport: before it (-1), on screen (0), after it (1). Null when nobody can see it at all. */
type Side = -1 | 0 | 1 | null;

/**
 * The reader's walk from mention to mention by keyboard.
 *
 * It goes on from the mention it was at, and begins at the viewport where there is none or the reader has scrolled away
 * from it, as the browser's own search does. Behind the last mention comes the first.
 */
export class Walk {
  #at: { readonly mark: Mark; readonly sinceMs: number } | null = null;

  /**
   * The next or previous mention that can be seen, or null when there is none. Lays out the page, and reads the boxes of
   * few marks beside those before it that are hidden.
   *
   * @param marks of the whole document, in reading order
   * @param nowMs of a clock that only runs forward
   */
  step(marks: readonly Mark[], step: 1 | -1, nowMs: number): Mark | null {
    const at = this.#indexOf(marks, nowMs);
    const from = at ?? entryOf(marks, step);
    // Beginning at the viewport, the entry itself is the first to be shown.
    for (let count = at === null ? 0 : 1; count <= marks.length; count++) {
      const mark = marks[(((from + step * count) % marks.length) + marks.length) % marks.length];
      if (mark !== undefined && sideOf(mark) !== null) {
        this.#at = { mark, sinceMs: nowMs };
        return mark;
      }
    }
    return null;
  }

  /** The mention that a command about "this one" means: where the walk is, else the first on screen; null for none. */
  current(marks: readonly Mark[], nowMs: number): Mark | null {
    const at = this.#indexOf(marks, nowMs);
    if (at !== null) return marks[at] ?? null;
    return marks.find((mark) => sideOf(mark) === 0) ?? null;
  }

  /** Index of the mention that the walk is at, or null when it has not begun, is scrolled away, or its text is gone. */
  #indexOf(marks: readonly Mark[], nowMs: number): number | null {
    const at = this.#at;
    if (at === null) return null;
    const { mark, sinceMs } = at;
    const index = marks.findIndex((other) => isSamePlace(other, mark));
    const found = marks[index];
    if (found === undefined) return null;
    return sideOf(found) === 0 || nowMs - sinceMs < TRAVEL_MS ? index : null;
  }
}

/** Where a walk begins: forward at the first mark from the viewport's top on, backward at the last above its bottom. */
function entryOf(marks: readonly Mark[], step: 1 | -1): number {
  if (step === 1) {
    const index = marks.findIndex((mark) => (sideOf(mark) ?? -1) >= 0);
    return index === -1 ? 0 : index;
  }
  const index = marks.findLastIndex((mark) => (sideOf(mark) ?? 1) <= 0);
  return index === -1 ? marks.length - 1 : index;
}

function sideOf(mark: Mark): Side {
  const box = boxesOf(mark)[0];
  if (box === undefined || !isSeen(mark.block.element)) return null;
  if (box.bottom <= 0) return -1;
  return box.top >= innerHeight ? 1 : 0;
}

function isSamePlace(one: Mark, other: Mark): boolean {
  return one.block.id === other.block.id && one.start === other.start && one.end === other.end;
}
