import { type Doc, EMPTY_DOC, joinDocs } from '../../crdt/doc';
import { docFromJson } from '../../crdt/doc-json';
import type { DocId, Op, OpDraft } from '../../crdt/op';
import { opFromJson } from '../../crdt/op-json';
import { CLOCK_START, type EpochId, observe } from '../../crdt/stamp';
import { joinVectors, NOTHING_SEEN } from '../../crdt/vector';
import type { ChangeOptions, LibraryDatabase, SyncRow } from '../../db/database';
import { countRevision } from '../../db/database';
import {
  appendOps,
  type CoreState,
  readAuthor,
  readCore,
  readDocs,
  type SyncSession,
  writeDocs,
} from '../../db/documents/journal';
import { MAPPINGS } from '../../db/documents/mapping';
import { materialise } from '../../db/documents/materialise';
import type { Intent, KnownFile, Patch, ProfileId, SnapshotJob, SyncMeta, SyncStore } from '../../sync/store';

const FILE = 'file:';
const JOURNAL = ['docs', 'ops', 'sync'] as const;
/** Everything that documents become. */
const ROWS = [...MAPPINGS.map(({ table }) => table), 'versions', 'packEntities', 'meta'] as const;

/**
 * The library's own database as the sync engine sees it. What comes in from other profiles becomes rows in the very
 * transaction that remembers it, so a document and its row never differ, whatever dies.
 */
export class DexieStore implements SyncStore {
  readonly #database: LibraryDatabase;
  readonly #session: SyncSession;
  readonly #onRows: (change: ChangeOptions) => void;

  /** @param onRows told after every transaction that changed rows of the library */
  constructor(
    database: LibraryDatabase,
    session: SyncSession,
    onRows: (change: ChangeOptions) => void = () => {},
  ) {
    this.#database = database;
    this.#session = session;
    this.#onRows = onRows;
  }

  /** @throws Error when the library takes part in no vault */
  async meta(): Promise<SyncMeta> {
    const database = this.#database;
    return database.transaction('r', ['sync'], async () => {
      const rows = new Map((await database.sync.toArray()).map(({ name, value }) => [name, value]));
      return metaOf(rows);
    });
  }

  async apply(patch: Patch): Promise<void> {
    const database = this.#database;
    const docs = patch.docs ?? [];
    const tables = docs.length > 0 ? [...JOURNAL, ...ROWS] : JOURNAL;
    const effect = await database.transaction('rw', [...tables], async () => {
      const joined = await this.#join(docs);
      await this.#applyMeta(patch);
      if (joined.size === 0) return null;
      const rows = await materialise(database, joined, this.#session.now());
      if (rows.changed === 0) return null;
      await countRevision(database, rows);
      return rows;
    });
    if (effect !== null) this.#onRows(effect);
  }

  async append(drafts: readonly OpDraft[], nowMs: number): Promise<void> {
    const database = this.#database;
    await database.transaction('rw', [...JOURNAL], async () => {
      await appendOps(database, this.#session, drafts, () => nowMs);
    });
  }

  async pending(limit: number): Promise<readonly Op[]> {
    const rows = await this.#database.ops.toCollection().limit(limit).toArray();
    return rows.map(({ epoch, n, json }) => opFromJson(json, epoch as EpochId, n));
  }

  async docs(ids: readonly DocId[]): Promise<ReadonlyMap<DocId, Doc>> {
    return readDocs(this.#database, ids);
  }

  async docsAfter(after: DocId | null, limit: number): Promise<readonly (readonly [DocId, Doc])[]> {
    const { docs } = this.#database;
    const from = after === null ? docs.orderBy('id') : docs.where('id').above(after);
    const rows = await from.limit(limit).toArray();
    return rows.map(({ id, json }) => [id as DocId, docFromJson(json)] as const);
  }

  async visibleCount(): Promise<number> {
    return this.#database.docs.where('visible').equals(1).count();
  }

  async #join(docs: NonNullable<Patch['docs']>): Promise<Map<DocId, Doc>> {
    if (docs.length === 0) return new Map();
    const held = await readDocs(this.#database, [...new Set(docs.map(([id]) => id))]);
    const joined = new Map<DocId, Doc>();
    for (const [id, doc] of docs) joined.set(id, joinDocs(joined.get(id) ?? held.get(id) ?? EMPTY_DOC, doc));
    await writeDocs(this.#database, joined);
    return joined;
  }

  async #applyMeta(patch: Patch): Promise<void> {
    const database = this.#database;
    const [state, core] = [await readAuthor(database), await readCore(database)];
    if (state === null || core === null) throw new Error('no vault to sync with');
    const rows: SyncRow[] = [{ name: 'core', value: coreAfter(core, patch) }];
    if (patch.clock !== undefined) {
      const { author } = state;
      rows.push({
        name: 'author',
        value: { ...state, author: { ...author, clock: observe(author.clock, patch.clock ?? CLOCK_START) } },
      });
    }
    if (patch.intent !== undefined) rows.push({ name: 'intent', value: patch.intent });
    if (patch.job !== undefined) rows.push({ name: 'job', value: patch.job });
    const files = patch.files ?? [];
    for (const [name, known] of files) if (known !== null) rows.push({ name: FILE + name, value: known });
    await database.sync.bulkPut(rows);
    await database.sync.bulkDelete(files.filter(([, known]) => known === null).map(([name]) => FILE + name));
    for (const [epoch, n] of Object.entries(patch.published ?? {}))
      await database.ops.where('[epoch+n]').between([epoch, 0], [epoch, n], true, true).delete();
  }
}

function coreAfter(core: CoreState, patch: Patch): CoreState {
  const readers = new Map(core.readers);
  for (const [profile, { seen, ms }] of patch.readers ?? []) {
    const before = readers.get(profile);
    readers.set(profile, {
      seen: joinVectors(before?.seen ?? NOTHING_SEEN, seen),
      ms: Math.max(before?.ms ?? 0, ms),
    });
  }
  return {
    profile: core.profile,
    vector: joinVectors(core.vector, patch.vector ?? NOTHING_SEEN),
    published: joinVectors(core.published, patch.published ?? NOTHING_SEEN),
    readers,
    owners: new Map([...core.owners, ...(patch.owners ?? [])]),
    snapshotCount: patch.snapshotCount ?? core.snapshotCount,
    hasNews: patch.hasNews ?? core.hasNews,
  };
}

function metaOf(rows: ReadonlyMap<string, unknown>): SyncMeta {
  const core = rows.get('core') as CoreState | undefined;
  const state = rows.get('author') as { readonly author: SyncMeta['author'] } | undefined;
  if (core === undefined || state === undefined) throw new Error('no vault to sync with');
  const files = [...rows].filter(([name]) => name.startsWith(FILE));
  return {
    profile: core.profile as ProfileId,
    author: state.author,
    vector: core.vector,
    published: core.published,
    readers: core.readers as SyncMeta['readers'],
    owners: core.owners as SyncMeta['owners'],
    files: new Map(files.map(([name, known]) => [name.slice(FILE.length), known as KnownFile])),
    intent: (rows.get('intent') ?? null) as Intent | null,
    job: (rows.get('job') ?? null) as SnapshotJob | null,
    snapshotCount: core.snapshotCount,
    hasNews: core.hasNews,
  };
}

/**
 * Makes the library take part in a vault: from here on every change is recorded. What was there before is taken in by
 * `adopt`. Does nothing when it takes part already.
 */
export async function beginRecording(
  database: LibraryDatabase,
  session: SyncSession,
  profile: ProfileId,
): Promise<void> {
  await database.transaction('rw', [...JOURNAL], async () => {
    if ((await readCore(database)) !== null) return;
    const core: CoreState = {
      profile,
      vector: {},
      published: {},
      readers: new Map(),
      owners: new Map(),
      snapshotCount: 0,
      hasNews: false,
    };
    const author = { epoch: session.newEpoch(), n: 0, clock: CLOCK_START };
    await database.sync.bulkPut([
      { name: 'core', value: core },
      { name: 'author', value: { session: session.id, author } },
    ]);
  });
}

/** Forgets everything about sync. The rows of the library stay as they are. */
export async function forgetSync(database: LibraryDatabase): Promise<void> {
  await database.transaction('rw', [...JOURNAL], async () => {
    await database.docs.clear();
    await database.ops.clear();
    await database.sync.clear();
  });
}

/** Forgets who else takes part: after a change of the key, whoever is paired again makes itself known. */
export async function forgetReaders(database: LibraryDatabase): Promise<void> {
  await database.transaction('rw', ['sync'], async () => {
    const core = await readCore(database);
    if (core === null) return;
    await database.sync.put({ name: 'core', value: { ...core, readers: new Map(), owners: new Map() } });
  });
}
