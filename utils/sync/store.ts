import type { Author } from '../crdt/author';
import type { Doc } from '../crdt/doc';
import type { DocId, Op, OpDraft } from '../crdt/op';
import type { Clock, EpochId } from '../crdt/stamp';
import type { Vector } from '../crdt/vector';
import type { SealedFile } from './encrypted-remote';

declare const brand: unique symbol;

/** One browser profile of the vault, for as long as its database lives. Copies of a database share it. */
export type ProfileId = string & { readonly [brand]: 'ProfileId' };

/** What a profile was last known to have read. */
export interface Reader {
  readonly seen: Vector;
  /** Its wall clock when it last wrote, in milliseconds since 1970. */
  readonly ms: number;
}

/** A file of the folder that was fetched at least once. */
export interface KnownFile {
  /** As listed when it was fetched; another size means another content. */
  readonly sizeBytes: number;
  /** `read`: opened, and what it says is in the database. */
  readonly state: 'read' | 'unreadable' | 'newer';
  /** How often it could not be read in a row. */
  readonly failures: number;
  /** For a snapshot that was opened. */
  readonly contents: SnapshotContents | null;
}

/** What a snapshot's table of contents says. */
export interface SnapshotContents {
  /** Every operation up to here is inside. */
  readonly vector: Vector;
  readonly parts: readonly { readonly name: string; readonly sizeBytes: number }[];
}

/** A snapshot in the making; goes on after a kill. */
export interface SnapshotJob {
  readonly epoch: EpochId;
  readonly seq: number;
  /** What was known when it began. Documents may have become newer while it was written; that does no harm. */
  readonly vector: Vector;
  /** The last document written, or null before the first. */
  readonly after: DocId | null;
  readonly parts: SnapshotContents['parts'];
}

/** A file that must reach the folder, with its exact bytes, and what is true once it has. */
export interface Intent {
  readonly file: SealedFile;
  readonly landed: Patch;
}

/** Everything that the engine remembers, except the documents. Small enough to be read whole. */
export interface SyncMeta {
  readonly profile: ProfileId;
  readonly author: Author;
  /** Operations held, of every epoch, without a hole. Includes the own ones that are not published yet. */
  readonly vector: Vector;
  /** Own operations that the folder has been seen to hold. */
  readonly published: Vector;
  readonly readers: ReadonlyMap<ProfileId, Reader>;
  /** Whose epoch it is. */
  readonly owners: ReadonlyMap<EpochId, ProfileId>;
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly intent: Intent | null;
  readonly job: SnapshotJob | null;
  /** How many snapshots were begun: the next one's number. */
  readonly snapshotCount: number;
  /** Whether edits of others were read since this profile last wrote. */
  readonly hasNews: boolean;
}

/**
 * One change of the database. Documents, vectors, the clock and readers are **joined** with what is there (an edit may
 * have come in between reading and writing); the rest replaces what was there.
 */
export interface Patch {
  readonly docs?: readonly (readonly [DocId, Doc])[];
  readonly vector?: Vector;
  readonly clock?: Clock;
  /** Own operations up to here need not be kept any longer. */
  readonly published?: Vector;
  readonly readers?: readonly (readonly [ProfileId, Reader])[];
  readonly owners?: readonly (readonly [EpochId, ProfileId])[];
  /** Null forgets the file. */
  readonly files?: readonly (readonly [string, KnownFile | null])[];
  readonly intent?: Intent | null;
  readonly job?: SnapshotJob | null;
  readonly snapshotCount?: number;
  readonly hasNews?: boolean;
}

/**
 * The database as the engine sees it. Every method is one transaction: it happens as a whole or not at all, and has
 * happened for good when it resolves. It may reject (quota, closed database); then nothing has changed.
 */
export interface SyncStore {
  meta(): Promise<SyncMeta>;
  apply(patch: Patch): Promise<void>;
  /**
   * Numbers, stamps, applies and keeps operations of this profile, exactly as an edit of the reader does. An `ack` is
   * about no document: it is numbered and kept, and that is all.
   */
  append(drafts: readonly OpDraft[], nowMs: number): Promise<void>;
  /** Own operations beyond `published`: epochs in any order, numbers ascending and without a hole within each. */
  pending(limit: number): Promise<readonly Op[]>;
  /** The documents with these ids, as far as they exist. */
  docs(ids: readonly DocId[]): Promise<ReadonlyMap<DocId, Doc>>;
  /** Documents in code unit order of their ids, from the first one after `after`. */
  docsAfter(after: DocId | null, limit: number): Promise<readonly (readonly [DocId, Doc])[]>;
  /** How many documents the reader sees. */
  visibleCount(): Promise<number>;
}
