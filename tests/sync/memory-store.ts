import { writeOps } from '../../utils/crdt/author';
import { applyOp, type Doc, EMPTY_DOC, isVisible, joinDocs } from '../../utils/crdt/doc';
import type { DocId, Op, OpDraft } from '../../utils/crdt/op';
import { CLOCK_START, type EpochId, observe } from '../../utils/crdt/stamp';
import { includes, joinVectors, NOTHING_SEEN, upTo } from '../../utils/crdt/vector';
import type { Patch, ProfileId, SyncMeta, SyncStore } from '../../utils/sync/store';

interface State {
  readonly meta: SyncMeta;
  readonly docs: ReadonlyMap<DocId, Doc>;
  readonly pending: readonly Op[];
}

/** A `SyncStore` in memory. Its state is immutable, so a copy of a database is a reference. */
export class MemoryStore implements SyncStore {
  #state: State;

  constructor(profile: ProfileId, epoch: EpochId) {
    this.#state = {
      docs: new Map(),
      pending: [],
      meta: {
        profile,
        author: { epoch, n: 0, clock: CLOCK_START },
        vector: NOTHING_SEEN,
        published: NOTHING_SEEN,
        readers: new Map(),
        owners: new Map(),
        files: new Map(),
        intent: null,
        job: null,
        snapshotCount: 0,
        hasNews: false,
      },
    };
  }

  get state(): State {
    return this.#state;
  }

  /** Puts another database's content, or an older one of this, in place of this one's. */
  restore(state: State): void {
    this.#state = state;
  }

  /** What a browser start does: numbers begin again under a new epoch. */
  beginSession(epoch: EpochId): void {
    const { meta } = this.#state;
    this.#state = { ...this.#state, meta: { ...meta, author: { ...meta.author, epoch, n: 0 } } };
  }

  meta(): Promise<SyncMeta> {
    return Promise.resolve(this.#state.meta);
  }

  apply(patch: Patch): Promise<void> {
    const { meta, docs, pending } = this.#state;
    const published = joinVectors(meta.published, patch.published ?? NOTHING_SEEN);
    this.#state = {
      docs: joined(docs, patch.docs ?? []),
      pending: pending.filter((op) => !includes(published, op.at.epoch, op.n)),
      meta: {
        ...meta,
        author: { ...meta.author, clock: observe(meta.author.clock, patch.clock ?? CLOCK_START) },
        vector: joinVectors(meta.vector, patch.vector ?? NOTHING_SEEN),
        published,
        readers: joinedReaders(meta.readers, patch.readers ?? []),
        owners: new Map([...meta.owners, ...(patch.owners ?? [])]),
        files: changed(meta.files, patch.files ?? []),
        intent: patch.intent === undefined ? meta.intent : patch.intent,
        job: patch.job === undefined ? meta.job : patch.job,
        snapshotCount: patch.snapshotCount ?? meta.snapshotCount,
        hasNews: patch.hasNews ?? meta.hasNews,
      },
    };
    return Promise.resolve();
  }

  append(drafts: readonly OpDraft[], nowMs: number): Promise<void> {
    this.write(drafts, nowMs);
    return Promise.resolve();
  }

  /** As `append`, for a test that goes on at once. */
  write(drafts: readonly OpDraft[], nowMs: number): readonly Op[] {
    const { meta, docs, pending } = this.#state;
    const { ops, author } = writeOps(meta.author, drafts, nowMs);
    const next = new Map(docs);
    for (const op of ops)
      if (op.change.kind !== 'ack') next.set(op.doc, applyOp(next.get(op.doc) ?? EMPTY_DOC, op));
    this.#state = {
      docs: next,
      pending: [...pending, ...ops],
      meta: { ...meta, author, vector: joinVectors(meta.vector, { [author.epoch]: author.n }) },
    };
    return ops;
  }

  pending(limit: number): Promise<readonly Op[]> {
    return Promise.resolve(this.#state.pending.slice(0, limit));
  }

  docs(ids: readonly DocId[]): Promise<ReadonlyMap<DocId, Doc>> {
    const { docs } = this.#state;
    return Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const doc = docs.get(id);
          return doc === undefined ? [] : [[id, doc] as const];
        }),
      ),
    );
  }

  docsAfter(after: DocId | null, limit: number): Promise<readonly (readonly [DocId, Doc])[]> {
    const later = [...this.#state.docs].filter(([id]) => after === null || id > after);
    return Promise.resolve(later.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit));
  }

  visibleCount(): Promise<number> {
    return Promise.resolve([...this.#state.docs.values()].filter(isVisible).length);
  }
}

/** The document, empty when there is none. */
export function docIn(store: MemoryStore, id: DocId): Doc {
  return store.state.docs.get(id) ?? EMPTY_DOC;
}

/** How many operations of this profile's epochs the folder has been seen to hold. */
export function publishedCount(store: MemoryStore, epoch: EpochId): number {
  return upTo(store.state.meta.published, epoch);
}

function joined(docs: State['docs'], changes: NonNullable<Patch['docs']>): State['docs'] {
  if (changes.length === 0) return docs;
  const next = new Map(docs);
  for (const [id, doc] of changes) next.set(id, joinDocs(next.get(id) ?? EMPTY_DOC, doc));
  return next;
}

function joinedReaders(
  readers: SyncMeta['readers'],
  changes: NonNullable<Patch['readers']>,
): SyncMeta['readers'] {
  const next = new Map(readers);
  for (const [profile, { seen, ms }] of changes) {
    const before = next.get(profile);
    next.set(profile, {
      seen: joinVectors(before?.seen ?? NOTHING_SEEN, seen),
      ms: Math.max(before?.ms ?? 0, ms),
    });
  }
  return next;
}

function changed(files: SyncMeta['files'], changes: NonNullable<Patch['files']>): SyncMeta['files'] {
  const next = new Map(files);
  for (const [name, known] of changes) {
    if (known === null) next.delete(name);
    else next.set(name, known);
  }
  return next;
}
