import { Dexie, type Table, type Transaction } from 'dexie';
import type { Article, Sighting } from '../model/article';
import { CallError } from '../model/call-error';
import type { Decision } from '../model/decision';
import type { Entity } from '../model/entity';
import type { OwnedFact } from '../model/fact';
import type { ArticleId, EntityId, FactId, NoteId, PackId, UnknownId } from '../model/ids';
import type { FormDraft } from '../model/form-draft';
import type { Draft, Note } from '../model/note';
import type { Overlay } from '../model/overlay';
import type { FeedProblem, PackRelease, PackSource, WaitingRelease } from '../model/pack';
import type { Unknown } from '../model/unknown';
import type { SyncSession } from './documents/journal';
import { mappingOfTable } from './documents/mapping';
import { recordTouched } from './documents/record';
import { TouchLog } from './documents/touched';

/** An entity as it is stored. */
export interface EntityRow extends Entity {
  /** Small number that the compiled names carry instead of the id; given once, never reused. */
  readonly key: number;
  /** Folded words of all surface forms, for search by prefix. */
  readonly words: readonly string[];
}

export interface NoteRow extends Note {
  /** When it was deleted, in milliseconds since 1970; 0 while it lives. Deleted notes stay, so that undo can bring them back. */
  readonly deleted: number;
}

/** A pack that the reader has, on or off: what sync carries to other profiles. What is installed here is a {@link PackStateRow}. */
export interface PackRow {
  readonly id: PackId;
  readonly name: string;
  readonly source: PackSource;
  /** Whether its names light up. */
  readonly isOn: boolean;
}

/** What is in this library of a pack; not for other profiles. */
export interface PackStateRow {
  readonly id: PackId;
  /** The release that is here; null while one waits for the reader's first word. */
  readonly release: PackRelease | null;
  /** Whether its entities are in the tables now; false for a pack that is off. */
  readonly isActive: boolean;
  /** When this release came, in milliseconds since 1970. */
  readonly installed: number;
  readonly waiting: WaitingRelease | null;
}

/** What this profile remembers of the address that a pack is subscribed at. */
export interface PackFeedRow {
  readonly id: PackId;
  /** The host's mark of what it answered last; null when it gives none. */
  readonly etag: string | null;
  /** When the host last answered, in milliseconds since 1970; null when it never did. */
  readonly checked: number | null;
  /** When it is to be asked next, in milliseconds since 1970. */
  readonly next: number;
  /** How long it is left alone, in milliseconds, before chance is added. */
  readonly intervalMs: number;
  readonly problem: FeedProblem | null;
  /** The key (base64) that the first signed announcement brought: every later one must be signed with it. */
  readonly publicKey: string | null;
}

/** A stretch of a pack's own lines, from which it is made active, compared and updated. */
export interface PackPartRow {
  readonly pack: PackId;
  readonly generation: string;
  /** From 0. */
  readonly part: number;
  readonly text: string;
}

/** What the reader made of an entity that came with a pack; survives the pack's updates and its removal. */
export type OverlayRow = Overlay;

/** A fact with the pack that it came with, or null for the reader's own, also on a pack's entity. */
export type FactRow = OwnedFact;

/** One state that a note's text was in; the newest is the note itself. */
export interface NoteVersionRow {
  readonly noteId: NoteId;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly body: string;
}

/** What was deleted together and comes back together; its rows stand in no other table until then. */
export interface BinRow {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly deleted: number;
  /** What the list of the bin shows. */
  readonly title: string;
  /** Rows by the table they came from. */
  readonly rows: Readonly<Partial<Record<LibraryTable, readonly unknown[]>>>;
}

/** An article that was read, not saved: kept only where the reader turned the reading index on. */
export interface ReadingRow extends Omit<Article, 'saved'> {
  /** Last read, milliseconds since 1970. */
  readonly read: number;
}

/** An entity in an article that was read, with every sentence it stands in and the spellings that the publisher used. */
export interface ReadingSightingRow {
  readonly articleId: ArticleId;
  readonly entityId: EntityId;
  /** Host or publisher, as in the article, so that spellings can be counted by publisher. */
  readonly site: string;
  /** Last read, milliseconds since 1970. */
  readonly read: number;
  readonly count: number;
  readonly sentences: readonly string[];
  /** How often each spelling stood there. */
  readonly surfaces: readonly (readonly [surface: string, count: number])[];
}

/** One document of the merge, as `crdt/doc-json.ts` writes it, and whether the reader sees it. */
export interface DocRow {
  readonly id: string;
  readonly json: unknown;
  readonly visible: 0 | 1;
}

/** One operation of this profile that the folder has not been seen to hold. */
export interface OpRow {
  readonly epoch: string;
  readonly n: number;
  readonly json: unknown;
}

/** What sync remembers besides documents, by name. */
export interface SyncRow {
  readonly name: string;
  readonly value: unknown;
}

/**
 * A pack's entity as the pack has it, kept only where the reader's overlay makes {@link EntityRow} another: without a row
 * here, the entity is the pack's own.
 */
export interface PackEntityRow {
  readonly id: EntityId;
  readonly pack: PackId;
  readonly entity: Entity;
}

/** The names compiled for search: one buffer, read whole when the background wakes. */
interface CompiledRow {
  readonly id: 'names';
  /** The names revision that the bytes were compiled from. */
  readonly revision: number;
  readonly bytes: ArrayBuffer;
}

interface MetaRow {
  readonly name: 'revision' | 'namesRevision' | 'lastKey';
  readonly value: number;
}

export type LibraryTable =
  | 'entities'
  | 'overlays'
  | 'notes'
  | 'facts'
  | 'articles'
  | 'sightings'
  | 'unknowns'
  | 'packs'
  | 'drafts'
  | 'decisions'
  | 'compiled'
  | 'meta'
  | 'versions'
  | 'bin'
  | 'formDrafts'
  | 'readings'
  | 'readingSightings'
  | 'docs'
  | 'ops'
  | 'sync'
  | 'packEntities'
  | 'packStates'
  | 'packParts'
  | 'packFeeds';

/** Version of the schema below. Only ever goes up; an upgrade adds, it never drops. */
export const SCHEMA_VERSION = 2;

/**
 * The library: everything the reader owns and every pack that is installed. Only the background opens it.
 *
 * Every write goes through {@link change}, which counts the revision and refuses while a newer version of the extension
 * owns the data.
 */
export class LibraryDatabase extends Dexie {
  declare readonly entities: Table<EntityRow, EntityId>;
  declare readonly overlays: Table<OverlayRow, EntityId>;
  declare readonly notes: Table<NoteRow, NoteId>;
  declare readonly facts: Table<FactRow, FactId>;
  declare readonly articles: Table<Article, ArticleId>;
  declare readonly sightings: Table<Sighting, [ArticleId, EntityId]>;
  declare readonly unknowns: Table<Unknown, UnknownId>;
  declare readonly packs: Table<PackRow, PackId>;
  declare readonly drafts: Table<Draft, EntityId>;
  declare readonly decisions: Table<Decision, [EntityId, string, string, string]>;
  declare readonly compiled: Table<CompiledRow, 'names'>;
  declare readonly meta: Table<MetaRow, MetaRow['name']>;
  declare readonly versions: Table<NoteVersionRow, [NoteId, number]>;
  declare readonly bin: Table<BinRow, string>;
  declare readonly formDrafts: Table<FormDraft, [FormDraft['form'], string]>;
  declare readonly readings: Table<ReadingRow, ArticleId>;
  declare readonly readingSightings: Table<ReadingSightingRow, [ArticleId, EntityId]>;
  declare readonly docs: Table<DocRow, string>;
  declare readonly ops: Table<OpRow, [string, number]>;
  declare readonly sync: Table<SyncRow, string>;
  declare readonly packEntities: Table<PackEntityRow, EntityId>;
  declare readonly packStates: Table<PackStateRow, PackId>;
  declare readonly packFeeds: Table<PackFeedRow, PackId>;
  declare readonly packParts: Table<PackPartRow, [PackId, string, number]>;

  /** Rows that each transaction wrote. */
  readonly touches: TouchLog;
  readonly #session: (() => Promise<SyncSession>) | null;

  /** @param session the browser session that changes are recorded in for sync; without it nothing is recorded */
  constructor(name = 'library', session: (() => Promise<SyncSession>) | null = null) {
    // Acknowledged means on disk: Chromium's default would answer before the data left its buffers.
    super(name, { chromeTransactionDurability: 'strict' });
    this.#session = session;
    this.touches = new TouchLog(this);
    this.version(1).stores({
      entities: 'id, &key, pack, *words',
      overlays: 'entityId',
      notes: 'id, entityId',
      facts: 'id, entityId',
      articles: 'id, saved',
      sightings: '[articleId+entityId], entityId',
      unknowns: 'id, lastMet',
      packs: 'id',
      drafts: 'entityId',
      decisions: '[entityId+surface+scope+where], where',
      compiled: 'id',
      meta: 'name',
    });
    this.version(SCHEMA_VERSION)
      .stores({
        notes: 'id, entityId, deleted, *tags',
        versions: '[noteId+saved], noteId',
        bin: 'id, deleted',
        formDrafts: '[form+about], form',
        readings: 'id, read, site',
        readingSightings: '[articleId+entityId], entityId, [entityId+read]',
        docs: 'id, visible',
        ops: '[epoch+n]',
        sync: 'name',
        packEntities: 'id, pack',
        packStates: 'id',
        packFeeds: 'id',
        packParts: '[pack+generation+part]',
      })
      .upgrade(async (transaction) => {
        await markFacts(transaction);
        await splitPacks(transaction);
      });
  }

  /** The session to record in, known before a transaction begins, since none waits for anything else. Null for none. */
  async session(): Promise<SyncSession | null> {
    return this.#session === null ? null : this.#session();
  }

  /** Whether this version of the extension may write: false once a newer one has upgraded the database. */
  async isWritable(): Promise<boolean> {
    if (!this.isOpen()) await this.open();
    // Dexie multiplies versions by ten, and opens a newer database without complaint.
    return this.backendDB().version <= SCHEMA_VERSION * 10;
  }
}

/** Facts of version 1 did not say whose they are; all of them were those of their entity's pack, or of its reader. */
async function markFacts(transaction: Transaction): Promise<void> {
  const entities = transaction.table<EntityRow, EntityId>('entities');
  const packs = new Map((await entities.toArray()).map(({ id, pack }) => [id, pack]));
  await transaction
    .table<FactRow, FactId>('facts')
    .toCollection()
    .modify((fact: { pack: PackId | null } & Omit<FactRow, 'pack'>) => {
      fact.pack = packs.get(fact.entityId) ?? null;
    });
}

/** Packs of version 1 all came with the extension; what was installed of them moves to a table of its own. */
async function splitPacks(transaction: Transaction): Promise<void> {
  const packs = transaction.table<PackRow, PackId>('packs');
  for (const pack of await packs.toArray()) {
    const { id, name, version, entityCount, installed } = pack as PackRow &
      Pick<PackRelease, 'version' | 'entityCount'> &
      Pick<PackStateRow, 'installed'>;
    await packs.put({ id, name, source: { type: 'bundled' }, isOn: true });
    const unknown = { updated: '', nameCount: 0, factCount: 0, testCount: 0, failureCount: 0 };
    const none = { failures: [], held: [], generation: '', contentHash: '' };
    await transaction.table<PackStateRow, PackId>('packStates').put({
      id,
      release: { version, entityCount, ...unknown, ...none },
      isActive: true,
      installed,
      waiting: null,
    });
  }
}

/** What a change touches beyond the rows themselves. */
export interface ChangeOptions {
  /** Surface forms changed: the compiled names are stale, and pages must be read again. */
  readonly names?: boolean;
  /** What lights up changed though no name did (the reader's decisions): pages must be read again. */
  readonly marks?: boolean;
  /** Only what was read changed: nothing that is looked for or weighed on pages. */
  readonly reading?: boolean;
}

/**
 * Runs one change as one transaction: all of it happens or none. The answer comes when it is durable.
 *
 * @param tables every table that `body` reads or writes, but `meta`
 * @returns what `body` returned
 * @throws CallError `read-only` when a newer version owns the data, `storage` when the browser refused
 */
export async function change<Result>(
  database: LibraryDatabase,
  tables: readonly Exclude<LibraryTable, 'meta'>[],
  body: () => Promise<Result>,
  options: ChangeOptions = {},
): Promise<Result> {
  if (!(await database.isWritable())) throw new CallError('read-only', 'a newer version owns the database');
  const isShared = tables.some((table) => mappingOfTable(table) !== null);
  const session = isShared ? await database.session() : null;
  const journal = session === null ? [] : (['docs', 'ops', 'sync'] as const);
  try {
    return await database.transaction('rw', [...tables, ...journal, 'meta'], async (transaction) => {
      const result = await body();
      if (session !== null) await recordTouched(database, session, database.touches.of(transaction.idbtrans));
      await countRevision(database, options);
      return result;
    });
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError('storage', `the database refused: ${nameOf(error)}`, { cause: error });
  }
}

/** Counts a change. Only inside a transaction that includes `meta`; {@link change} does it by itself. */
export async function countRevision(database: LibraryDatabase, { names }: ChangeOptions): Promise<void> {
  const revision = await increment(database, 'revision');
  if (names === true) await database.meta.put({ name: 'namesRevision', value: revision });
}

/** Counts every change; the same number means the same data. */
export async function revisionOf(database: LibraryDatabase): Promise<number> {
  return (await database.meta.get('revision'))?.value ?? 0;
}

/** The revision of the last change to surface forms. */
export async function namesRevisionOf(database: LibraryDatabase): Promise<number> {
  return (await database.meta.get('namesRevision'))?.value ?? 0;
}

/**
 * Takes entity keys out of circulation for good; only inside a change that includes `entities`.
 *
 * @returns the key before the first of them
 */
export async function reserveKeys(database: LibraryDatabase, count: number): Promise<number> {
  const last = (await database.meta.get('lastKey'))?.value ?? 0;
  await database.meta.put({ name: 'lastKey', value: last + count });
  return last;
}

async function increment(database: LibraryDatabase, name: MetaRow['name']): Promise<number> {
  const value = ((await database.meta.get(name))?.value ?? 0) + 1;
  await database.meta.put({ name, value });
  return value;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
