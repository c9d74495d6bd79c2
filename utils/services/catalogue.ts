import type { EntityRow, LibraryDatabase } from '../db/database';
import type { TouchedRows } from '../db/touched-rows';
import type { EntityId, NoteId } from '../model/ids';
import { BULK_MAX, type LibraryList, type LibraryRow, type LibraryRows } from '../model/library-list';
import { foldText } from '../text/fold';
import type { Library } from './library';
import type { LibrarySearch } from './library-search';
import { entitiesFound } from './search-everything';

/** The tables that the catalogue is made of. */
export const CATALOGUED_TABLES = ['entities', 'overlays', 'notes', 'facts', 'sightings', 'packs'] as const;

/** Characters of other names that one row carries. */
const ALSO_MAX = 160;
/** Rows that one answer holds at most. */
export const CATALOGUE_ROWS_MAX = 200;
/** Past this many rows that were written, everything is read anew: it is faster than row by row. */
const REBUILD_FROM = 1000;
/** Documents that a search in the table looks at. */
const FOUND_MAX = 20_000;

interface Counted extends Omit<LibraryRow, 'packName'> {
  readonly pack: EntityRow['pack'];
  /** What the name sorts by. */
  readonly key: string;
}

/**
 * One line for every entity, in memory, so that the library's table of tens of thousands can be sorted, filtered and read
 * in stretches. Made when the table is first asked for, then brought up to date by the rows that were written.
 */
export class Catalogue {
  readonly #library: Library;
  readonly #touched: TouchedRows;
  readonly #search: LibrarySearch;
  #rows: Map<EntityId, Counted> | null = null;
  #ownerOf = new Map<string, EntityId>();
  #packNames = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  /** The list asked for last, sorted; null once something changed. */
  #last: { readonly key: string; readonly ids: readonly EntityId[] } | null = null;

  /** @param touched watches {@link CATALOGUED_TABLES} since before the database was opened */
  constructor(library: Library, touched: TouchedRows, search: LibrarySearch) {
    this.#library = library;
    this.#touched = touched;
    this.#search = search;
  }

  /** A stretch of a list, at most {@link CATALOGUE_ROWS_MAX} rows. */
  async rows(list: LibraryList, offset: number, count: number): Promise<LibraryRows> {
    const ids = await this.#ids(list);
    const rows = this.#rows ?? new Map<EntityId, Counted>();
    const wanted = ids.slice(offset, offset + Math.min(count, CATALOGUE_ROWS_MAX));
    return {
      total: ids.length,
      rows: wanted.flatMap((id) => {
        const row = rows.get(id);
        if (row === undefined) return [];
        const { pack, key: _key, ...shown } = row;
        return [{ ...shown, packName: pack === null ? null : (this.#packNames.get(pack) ?? pack) }];
      }),
    };
  }

  /** The ids of a list, at most as many as one bulk change takes. */
  async ids(list: LibraryList): Promise<readonly EntityId[]> {
    return (await this.#ids(list)).slice(0, BULK_MAX);
  }

  /** One question after another: two must not bring the catalogue up to date at once. */
  #ids(list: LibraryList): Promise<readonly EntityId[]> {
    const turn = this.#turn.then(() => this.#sorted(list));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #sorted(list: LibraryList): Promise<readonly EntityId[]> {
    const rows = await this.#current();
    const key = JSON.stringify(list);
    // A search also depends on texts that the catalogue does not hold.
    if (this.#last?.key === key && list.query === '') return this.#last.ids;
    const query = list.query.trim();
    const found =
      query === '' ? null : await entitiesFound(this.#library.database, this.#search, query, FOUND_MAX);
    const kept = [...rows.values()].filter(
      (row) =>
        (found === null || found.has(row.entityId)) &&
        (list.kind === null || row.kind === list.kind) &&
        (list.origin === 'all' || (row.pack === null) === (list.origin === 'own')) &&
        (list.note === 'all' || row.noteCount > 0 === (list.note === 'with')),
    );
    const ids = kept.toSorted(comparison(list, this.#packNames)).map(({ entityId }) => entityId);
    this.#last = { key, ids };
    return ids;
  }

  async #current(): Promise<Map<EntityId, Counted>> {
    const touched = this.#touched.take();
    const count = [...touched.values()].reduce((sum, { keys }) => sum + keys.size, 0);
    const isVague = [...touched.values()].some(({ isRange }) => isRange);
    if (touched.size > 0) this.#last = null;
    if (touched.has('packs')) this.#packNames = await packNames(this.#library.database);
    if (this.#rows === null || isVague || count > REBUILD_FROM) {
      this.#rows = null;
      this.#rows = await this.#readAll();
      return this.#rows;
    }
    const affected = new Set<EntityId>();
    for (const table of ['entities', 'overlays'] as const) {
      for (const key of touched.get(table)?.keys ?? []) affected.add(key as EntityId);
    }
    for (const key of touched.get('sightings')?.keys ?? []) affected.add((key as [string, EntityId])[1]);
    for (const table of ['notes', 'facts'] as const) {
      for (const key of touched.get(table)?.keys ?? []) {
        const before = this.#ownerOf.get(`${table}:${String(key)}`);
        if (before !== undefined) affected.add(before);
        const row = await this.#library.database
          .table<{ entityId: EntityId }, string>(table)
          .get(String(key));
        if (row !== undefined) affected.add(row.entityId);
      }
    }
    for (const id of affected) await this.#readOne(this.#rows, id);
    return this.#rows;
  }

  async #readOne(rows: Map<EntityId, Counted>, id: EntityId): Promise<void> {
    const { database } = this.#library;
    const entity = await database.entities.get(id);
    if (entity === undefined) {
      rows.delete(id);
      return;
    }
    const notes = await database.notes.where('entityId').equals(id).toArray();
    const facts = await database.facts.where('entityId').equals(id).toArray();
    const living = notes.filter(({ deleted }) => deleted === 0);
    for (const note of notes) this.#ownerOf.set(`notes:${note.id}`, id);
    for (const fact of facts) this.#ownerOf.set(`facts:${fact.id}`, id);
    rows.set(
      id,
      counted(entity, {
        noteCount: living.length,
        factCount: facts.length,
        seenCount: await database.sightings.where('entityId').equals(id).count(),
        changed: Math.max(0, ...living.map(({ updated }) => updated)),
        isEdited: entity.pack !== null && (await database.overlays.get(id)) !== undefined,
      }),
    );
  }

  async #readAll(): Promise<Map<EntityId, Counted>> {
    const { database } = this.#library;
    this.#packNames = await packNames(database);
    this.#ownerOf = new Map();
    const facts = new Map<EntityId, number>();
    const seen = new Map<EntityId, number>();
    const notes = new Map<EntityId, { count: number; changed: number }>();
    // Cursors over indexes read keys only; notes are read whole for their dates.
    await database.facts.orderBy('entityId').eachKey((key, cursor) => {
      const id = key as EntityId;
      facts.set(id, (facts.get(id) ?? 0) + 1);
      this.#ownerOf.set(`facts:${String(cursor.primaryKey)}`, id);
    });
    for (const id of (await database.sightings.orderBy('entityId').keys()) as EntityId[]) {
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
    for (const note of await database.notes.toArray()) {
      this.#ownerOf.set(`notes:${note.id satisfies NoteId}`, note.entityId);
      if (note.deleted !== 0) continue;
      const sum = notes.get(note.entityId) ?? { count: 0, changed: 0 };
      sum.count += 1;
      sum.changed = Math.max(sum.changed, note.updated);
      notes.set(note.entityId, sum);
    }
    const edited = new Set(await database.overlays.toCollection().primaryKeys());
    const entities = await database.entities.toArray();
    return new Map(
      entities.map((entity) => [
        entity.id,
        counted(entity, {
          noteCount: notes.get(entity.id)?.count ?? 0,
          factCount: facts.get(entity.id) ?? 0,
          seenCount: seen.get(entity.id) ?? 0,
          changed: notes.get(entity.id)?.changed ?? 0,
          isEdited: entity.pack !== null && edited.has(entity.id),
        }),
      ]),
    );
  }
}

function counted(
  entity: EntityRow,
  counts: Pick<Counted, 'noteCount' | 'factCount' | 'seenCount' | 'changed' | 'isEdited'>,
): Counted {
  const { id, name, kind, pack, aliases } = entity;
  const others = aliases.filter(({ text }) => text !== name).map(({ text }) => text);
  const also = others.join(', ');
  return {
    entityId: id,
    name,
    kind,
    pack,
    also: also.length > ALSO_MAX ? `${also.slice(0, ALSO_MAX)}…` : also,
    key: foldText(name),
    ...counts,
  };
}

function comparison(
  { sort, descending }: LibraryList,
  packNameOf: ReadonlyMap<string, string>,
): (a: Counted, b: Counted) => number {
  const from = ({ pack }: Counted): string => (pack === null ? '' : (packNameOf.get(pack) ?? pack));
  const compare: (a: Counted, b: Counted) => number =
    sort === 'name'
      ? () => 0
      : sort === 'kind'
        ? (a, b) => order(a.kind, b.kind)
        : sort === 'from'
          ? (a, b) => order(from(a), from(b))
          : sort === 'changed'
            ? (a, b) => a.changed - b.changed
            : (a, b) => a[`${SINGULAR[sort]}Count`] - b[`${SINGULAR[sort]}Count`];
  const sign = descending ? -1 : 1;
  const nameSign = sort === 'name' ? sign : 1;
  return (a, b) => sign * compare(a, b) || nameSign * order(a.key, b.key) || order(a.entityId, b.entityId);
}

const SINGULAR = { facts: 'fact', notes: 'note', seen: 'seen' } as const;

// By code unit: collation would cost a second for 50,000 names, and accents are gone from the key.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function packNames(database: LibraryDatabase): Promise<Map<string, string>> {
  return new Map((await database.packs.toArray()).map(({ id, name }) => [id, name]));
}
