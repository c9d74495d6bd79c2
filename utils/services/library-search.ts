import type { FactRow, LibraryDatabase, LibraryTable, NoteRow, ReadingRow } from '../db/database';
import type { TouchedRows } from '../db/touched-rows';
import type { Article } from '../model/article';
import type { Entity } from '../model/entity';
import { SearchIndex, type SearchAnswer, type SearchDocument } from '../search/search-index';
import type { Library } from './library';

/** The tables that are searched. */
export const SEARCHED_TABLES = ['entities', 'notes', 'facts', 'articles', 'readings'] as const;
type Searched = (typeof SEARCHED_TABLES)[number];

/** Longest stretch of indexing before other work gets a turn, in milliseconds. */
const SLICE_MS = 8;
const BATCH_ROWS = 500;

/**
 * Everything in the library as one full-text index in the background's memory. Built from the tables when somebody first
 * wants to search, in slices, and then brought up to date by the rows that were written since. It is not stored: writing
 * and reading it would cost more than building it.
 */
export class LibrarySearch {
  readonly #library: Library;
  readonly #touched: TouchedRows;
  readonly #pause: () => Promise<void>;
  readonly #index = new SearchIndex();
  #built: Promise<void> | null = null;
  #isBuilt = false;
  #turn: Promise<void> = Promise.resolve();

  /**
   * @param touched watches {@link SEARCHED_TABLES} since before the database was opened
   * @param pause lets other work have a turn
   */
  constructor(library: Library, touched: TouchedRows, pause: () => Promise<void>) {
    this.#library = library;
    this.#touched = touched;
    this.#pause = pause;
  }

  /** Whether a search answers from the index; until then somebody must ask for {@link ready}. */
  get isBuilt(): boolean {
    return this.#isBuilt;
  }

  /** Documents in the index. */
  get size(): number {
    return this.#index.size;
  }

  /** Resolves once the index holds everything. The first call begins to build it. */
  ready(): Promise<void> {
    if (this.#built === null) {
      const building = this.#build();
      this.#built = building;
      // A failure is told to whoever waits now; the next who asks tries again.
      building.catch(() => {
        if (this.#built === building) this.#built = null;
      });
    }
    return this.#built;
  }

  /**
   * What matches now, best first: ids are the table's name, a colon and the row's id.
   *
   * @param wanted false keeps a document out
   */
  async search(query: string, limit: number, wanted?: (id: string) => boolean): Promise<SearchAnswer> {
    await this.ready();
    await this.#catchUp();
    return this.#index.search(query, limit, wanted);
  }

  async #build(): Promise<void> {
    this.#index.clear();
    // Written from here on: read again by the first search.
    this.#touched.take();
    const { database } = this.#library;
    const slice = this.#slices();
    for (const table of SEARCHED_TABLES) {
      let last: string | null = null;
      for (;;) {
        const rows: { readonly id: string }[] = await batchAfter(database, table, last);
        for (const row of rows) {
          this.#put(table, row);
          await slice();
        }
        if (rows.length < BATCH_ROWS) break;
        last = rows.at(-1)?.id ?? null;
      }
    }
    this.#isBuilt = true;
  }

  /** One after another: a reader must not see a row that another reader is still bringing in. */
  #catchUp(): Promise<void> {
    const turn = this.#turn.then(() => this.#applyTouched());
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #applyTouched(): Promise<void> {
    const { database } = this.#library;
    const slice = this.#slices();
    for (const [name, { keys, isRange }] of this.#touched.take()) {
      const table = SEARCHED_TABLES.find((candidate) => candidate === name);
      if (table === undefined) continue;
      const ids = [...keys].map(String);
      for (let from = 0; from < ids.length; from += BATCH_ROWS) {
        const some = ids.slice(from, from + BATCH_ROWS);
        const rows = await database.table<{ readonly id: string }, string>(table).bulkGet(some);
        for (const [at, id] of some.entries()) {
          const row = rows[at];
          if (row === undefined) this.#index.remove(`${table}:${id}`);
          else this.#put(table, row);
          await slice();
        }
      }
      if (isRange) await this.#dropGone(table);
    }
  }

  /** A range was deleted without naming keys: whatever has no row any more goes. */
  async #dropGone(table: Searched): Promise<void> {
    const keys = new Set(
      await this.#library.database.table<unknown, string>(table).toCollection().primaryKeys(),
    );
    for (const id of this.#index.ids()) {
      if (id.startsWith(`${table}:`) && !keys.has(id.slice(table.length + 1))) this.#index.remove(id);
    }
  }

  #put(table: Searched, row: { readonly id: string }): void {
    const fields = fieldsOf(table, row);
    if (fields === null) this.#index.remove(`${table}:${row.id}`);
    else this.#index.put({ id: `${table}:${row.id}`, fields });
  }

  #slices(): () => Promise<void> {
    const { now } = this.#library;
    let end = now() + SLICE_MS;
    return async () => {
      if (now() < end) return;
      await this.#pause();
      end = now() + SLICE_MS;
    };
  }
}

async function batchAfter(
  database: LibraryDatabase,
  table: LibraryTable,
  last: string | null,
): Promise<{ readonly id: string }[]> {
  const rows = database.table<{ readonly id: string }, string>(table);
  const rest = last === null ? rows.toCollection() : rows.where(':id').above(last);
  return rest.limit(BATCH_ROWS).toArray();
}

/** What of a row is searched, or null when it is none that can be found. */
function fieldsOf(table: Searched, row: unknown): SearchDocument['fields'] | null {
  switch (table) {
    case 'entities': {
      const { name, aliases, summary } = row as Entity;
      return { name, alias: aliases.map(({ text }) => text).join('\n'), title: summary };
    }
    case 'notes': {
      const { body, deleted } = row as NoteRow;
      return deleted === 0 ? { body } : null;
    }
    case 'facts': {
      const { slot, value, source } = row as FactRow;
      return { title: `${slot} ${value}`, body: source.title };
    }
    case 'articles':
    case 'readings': {
      const { title, site } = row as Article | ReadingRow;
      return { title, body: site };
    }
  }
}
