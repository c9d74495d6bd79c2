import { KINDS, type Kind } from '../model/kind';
import { MARK_FIRST, MARK_UNKNOWN } from '../model/mark-flags';
import type { PageBlock } from './text-block';

/** What a mark looks like: its entity's kind, or the style of operations that nobody has saved. */
export type MarkKind = Kind | 'unknown';

export const MARK_KINDS: readonly MarkKind[] = [...KINDS, 'unknown'];

/** One name in one block, ready to be drawn. Offsets are into the block's text. */
export interface Mark {
  readonly block: PageBlock;
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  /** Whether it is the entity's first mention in the document: drawn strong, later ones faint. */
  readonly isFirst: boolean;
}

/** Numbers that one mark takes in the background's answer: start, end, index of the kind, flags. */
const FIELDS = 4;

/** The background's numbers as marks. What does not lie in the block or overlaps is dropped: it was about another text. */
export function decodeMarks(block: PageBlock, numbers: readonly number[]): Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  for (let at = 0; at + FIELDS <= numbers.length; at += FIELDS) {
    const start = numbers[at] ?? 0;
    const end = numbers[at + 1] ?? 0;
    const kind = KINDS[numbers[at + 2] ?? -1];
    if (kind === undefined || start < from || end <= start || end > block.text.length) continue;
    const flags = numbers[at + 3] ?? 0;
    const isUnknown = (flags & MARK_UNKNOWN) !== 0;
    marks.push({
      block,
      start,
      end,
      kind: isUnknown ? 'unknown' : kind,
      // Unknown ones are drawn alike wherever they stand: none is to draw the eye.
      isFirst: !isUnknown && (flags & MARK_FIRST) !== 0,
    });
    from = end;
  }
  return marks;
}

/** Marks as the background's numbers, to be read again for a block that moved. */
export function encodeMarks(marks: readonly Mark[]): number[] {
  return marks.flatMap(({ start, end, kind, isFirst }) => {
    const flags = (isFirst ? MARK_FIRST : 0) + (kind === 'unknown' ? MARK_UNKNOWN : 0);
    return [start, end, KINDS.indexOf(kind === 'unknown' ? 'operation' : kind), flags];
  });
}

/** The mark that an offset lies in, both ends included, since a caret before the first letter is on the word too. */
export function markAt(marks: readonly Mark[], offset: number): Mark | null {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const mark = marks[low];
  return mark !== undefined && mark.start <= offset && offset <= mark.end ? mark : null;
}
