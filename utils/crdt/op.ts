import type { EpochId, Stamp } from './stamp';
import type { Vector } from './vector';

declare const brand: unique symbol;

/**
 * What operations are about: an entity, a note, a fact, a saved article, an overlay, a setting. Up to the caller, by
 * custom `<type>:<id>`; the merge does not look inside.
 */
export type DocId = string & { readonly [brand]: 'DocId' };

/** One version of a text: `<epoch>.<n>` of the operation that wrote it. */
export type VersionId = string & { readonly [brand]: 'VersionId' };

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What an operation does to its document. */
export type Change =
  /** Gives a field a value; the greatest stamp wins. */
  | { readonly kind: 'set'; readonly field: string; readonly value: Json }
  /** Puts an element into a set. */
  | { readonly kind: 'add'; readonly set: string; readonly element: string }
  /** Takes an element out, as far as its additions were seen; an addition that was not seen survives. */
  | { readonly kind: 'remove'; readonly set: string; readonly element: string; readonly seen: Vector }
  /** Replaces the text that `parents` held together: the heads that the writer had in view. */
  | { readonly kind: 'write'; readonly parents: readonly VersionId[]; readonly text: string }
  /** Deletes the document as far as it was seen; an edit that was not seen keeps it. */
  | { readonly kind: 'delete'; readonly seen: Vector }
  /** Changes nothing: its number lets a profile publish what it has read. */
  | { readonly kind: 'ack' }
  /** Drops the text versions up to these numbers: history that nobody can still build upon. */
  | { readonly kind: 'fold'; readonly seen: Vector }
  /** Erases values, elements and texts up to these numbers from a deleted document; only the deletion stays. */
  | { readonly kind: 'purge'; readonly seen: Vector }
  /** Made by a newer version of the extension: kept and passed on as it came. */
  | { readonly kind: 'unknown'; readonly raw: readonly Json[]; readonly isEdit: boolean };

/** What a writer asks for, before clock and number are known. */
export interface OpDraft {
  readonly doc: DocId;
  readonly change: Change;
}

/** The unit of change; immutable from the moment it is made. `at.epoch` and `n` name it for ever. */
export interface Op extends OpDraft {
  readonly at: Stamp;
  /** 1, 2, 3… within the epoch, without a hole. */
  readonly n: number;
}

export function versionId(epoch: EpochId, n: number): VersionId {
  return `${epoch}.${n}` as VersionId;
}

/** Whether the change is the reader's own deed, so that it keeps a document which it knew nothing of the deletion of. */
export function isEdit(change: Change): boolean {
  switch (change.kind) {
    case 'set':
    case 'add':
    case 'remove':
    case 'write':
      return true;
    case 'delete':
    case 'ack':
    case 'fold':
    case 'purge':
      return false;
    case 'unknown':
      return change.isEdit;
  }
}
