import { bodyOf } from './body';
import type { Doc } from './doc';
import type { DocId, Json, Op, OpDraft, VersionId } from './op';
import type { Clock, EpochId } from './stamp';
import { tick } from './stamp';
import { NOTHING_SEEN } from './vector';

/** Where a profile stands in its own numbering; stored in the same transaction as the operations it numbered. */
export interface Author {
  readonly epoch: EpochId;
  /** Number of the last operation of this epoch; 0 before the first. */
  readonly n: number;
  readonly clock: Clock;
}

/** Numbers and stamps drafts. Later drafts get later stamps even within one millisecond. */
export function writeOps(
  author: Author,
  drafts: readonly OpDraft[],
  nowMs: number,
): { readonly ops: readonly Op[]; readonly author: Author } {
  let { n, clock } = author;
  const ops = drafts.map(({ doc, change }) => {
    n += 1;
    clock = tick(clock, nowMs);
    return { doc, change, n, at: { ...clock, epoch: author.epoch } };
  });
  return { ops, author: { epoch: author.epoch, n, clock } };
}

export function setting(doc: DocId, field: string, value: Json): OpDraft {
  return { doc, change: { kind: 'set', field, value } };
}

export function adding(doc: DocId, set: string, element: string): OpDraft {
  return { doc, change: { kind: 'add', set, element } };
}

/** Takes out the additions of the element that `state` knows of. */
export function removing(doc: DocId, state: Doc, set: string, element: string): OpDraft {
  const seen = state.sets.get(set)?.get(element)?.added ?? NOTHING_SEEN;
  return { doc, change: { kind: 'remove', set, element, seen } };
}

/**
 * Replaces the text.
 *
 * @param parents the heads that the writer had in view when the editor opened; all of `state`'s when not given
 */
export function writing(doc: DocId, state: Doc, text: string, parents?: readonly VersionId[]): OpDraft {
  return { doc, change: { kind: 'write', parents: parents ?? bodyOf(state)?.heads ?? [], text } };
}

/** Deletes what `state` knows of the document; edits unknown to it survive. */
export function deleting(doc: DocId, state: Doc): OpDraft {
  return { doc, change: { kind: 'delete', seen: state.live } };
}
