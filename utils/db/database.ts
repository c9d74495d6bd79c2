import { Dexie, type Table } from 'dexie';
import type { Article, Sighting } from '../model/article';
import { CallError } from '../model/call-error';
import type { Decision } from '../model/decision';
import type { Alias, Entity } from '../model/entity';
import type { Fact } from '../model/fact';
import type { ArticleId, EntityId, FactId, NoteId, PackId, UnknownId } from '../model/ids';
import type { Draft, Note } from '../model/note';
import type { Unknown } from '../model/unknown';

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

/** A pack that is installed. */
export interface PackRow {
  readonly id: PackId;
  readonly name: string;
  readonly version: number;
  readonly entityCount: number;
  /** Milliseconds since 1970. */
  readonly installed: number;
}

/** What the reader added to an entity that came with a pack; survives the pack's updates. */
export interface OverlayRow {
  readonly entityId: EntityId;
  readonly aliases: readonly Alias[];
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
  | 'meta';

/** Version of the schema below. Only ever goes up; an upgrade adds, it never drops. */
export const SCHEMA_VERSION = 1;

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
  declare readonly facts: Table<Fact, FactId>;
  declare readonly articles: Table<Article, ArticleId>;
  declare readonly sightings: Table<Sighting, [ArticleId, EntityId]>;
  declare readonly unknowns: Table<Unknown, UnknownId>;
  declare readonly packs: Table<PackRow, PackId>;
  declare readonly drafts: Table<Draft, EntityId>;
  declare readonly decisions: Table<Decision, [EntityId, string, string, string]>;
  declare readonly compiled: Table<CompiledRow, 'names'>;
  declare readonly meta: Table<MetaRow, MetaRow['name']>;

  constructor(name = 'library') {
    // Acknowledged means on disk: Chromium's default would answer before the data left its buffers.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({
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
  }

  /** Whether this version of the extension may write: false once a newer one has upgraded the database. */
  async isWritable(): Promise<boolean> {
    if (!this.isOpen()) await this.open();
    // Dexie multiplies versions by ten, and opens a newer database without complaint.
    return this.backendDB().version <= SCHEMA_VERSION * 10;
  }
}

/** What a change touches beyond the rows themselves. */
export interface ChangeOptions {
  /** Surface forms changed: the compiled names are stale, and pages must be read again. */
  readonly names?: boolean;
  /** What lights up changed though no name did (the reader's decisions): pages must be read again. */
  readonly marks?: boolean;
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
  try {
    return await database.transaction('rw', [...tables, 'meta'], async () => {
      const result = await body();
      const revision = await increment(database, 'revision');
      if (options.names === true) await database.meta.put({ name: 'namesRevision', value: revision });
      return result;
    });
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError('storage', `the database refused: ${nameOf(error)}`, { cause: error });
  }
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
