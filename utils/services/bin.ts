import { mergeRows } from '../db/merge-rows';
import type { BinRow, EntityRow, FactRow, NoteRow } from '../db/database';
import { putEntity } from '../db/entities';
import type { Entity } from '../model/entity';
import { BIN_MS, type BinItem } from '../model/bin';
import { CallError } from '../model/call-error';
import type { EntityId, NoteId } from '../model/ids';
import { commit, type Library } from './library';

/** Tables that rows go to the bin from, and that {@link moveToBin} and {@link putBackFromBin} need. Restoring a row puts it back into its table. */
export const BINNED_TABLES = [
  'entities',
  'notes',
  'facts',
  'drafts',
  'versions',
  'sightings',
  'decisions',
] as const;
type BinnedTable = (typeof BINNED_TABLES)[number];

/** Deleted notes lie in their own table; their place in the bin has this before the note's id. */
const NOTE_PREFIX = 'note:';
/** Characters of a note in the list of the bin. */
const EXCERPT_MAX = 80;

/** A row for the bin, to be put there in the change that takes its rows out of their tables. */
export function binRow(library: Library, title: string, rows: BinRow['rows']): BinRow {
  return { id: library.newId(), deleted: library.now(), title, rows };
}

/**
 * Moves an entity of the reader's own to the bin, with its notes and their history, facts, draft, decisions and sightings.
 *
 * @returns where it lies, for {@link restoreFromBin}
 * @throws CallError `not-found` when it is gone, `forbidden` when it is a pack's
 */
export async function deleteEntity(library: Library, entityId: EntityId): Promise<string> {
  return commit(library, [...BINNED_TABLES, 'bin'], () => moveToBin(library, entityId), { names: true });
}

/** {@link deleteEntity} as a part of a change that includes {@link BINNED_TABLES} and the bin. */
export async function moveToBin(library: Library, entityId: EntityId): Promise<string> {
  const { database } = library;
  const entity = await database.entities.get(entityId);
  if (entity === undefined) throw new CallError('not-found', 'the entity is gone');
  if (entity.pack !== null) throw new CallError('forbidden', 'a pack’s name goes with its pack');
  const ofEntity = { entityId };
  const notes = await database.notes.where(ofEntity).toArray();
  const noteIds = notes.map(({ id }) => id);
  const facts = await database.facts.where(ofEntity).toArray();
  const drafts = await database.drafts.where(ofEntity).toArray();
  const versions = await database.versions.where('noteId').anyOf(noteIds).toArray();
  const sightings = await database.sightings.where(ofEntity).toArray();
  const decisions = await database.decisions
    .where('[entityId+surface+scope+where]')
    .between([entityId], [entityId, []])
    .toArray();
  const row = binRow(library, entity.name, {
    entities: [entity],
    notes,
    facts,
    drafts,
    versions,
    sightings,
    decisions,
  });
  await database.bin.put(row);
  await database.entities.delete(entityId);
  await database.notes.bulkDelete(noteIds);
  await database.facts.bulkDelete(facts.map(({ id }) => id));
  await database.drafts.delete(entityId);
  await database.versions.bulkDelete(versions.map(({ noteId, saved }): [NoteId, number] => [noteId, saved]));
  await database.sightings.where(ofEntity).delete();
  await database.decisions
    .where('[entityId+surface+scope+where]')
    .between([entityId], [entityId, []])
    .delete();
  return row.id;
}

/** What was deleted and can be brought back, the latest first: entities, notes, facts. */
export async function listBin(library: Library): Promise<BinItem[]> {
  const { database } = library;
  const since = library.now() - BIN_MS;
  const rows = await database.bin.where('deleted').above(since).toArray();
  const notes = await database.notes.where('deleted').above(since).toArray();
  const ids = [
    ...notes.map(({ entityId }) => entityId),
    ...rows
      .flatMap(({ rows: { facts } }) => (facts as FactRow[] | undefined) ?? [])
      .map((fact) => fact.entityId),
  ];
  const names = new Map(
    (await database.entities.bulkGet([...new Set(ids)])).flatMap((row) =>
      row === undefined ? [] : [[row.id, row.name] as const],
    ),
  );
  const items = [...rows.flatMap((row) => itemOf(row, names)), ...notes.map((note) => noteItem(note, names))];
  return items.toSorted((a, b) => b.deleted - a.deleted);
}

/**
 * Puts back what was deleted together, exactly as it was. What is there again meanwhile (by sync, by an import) stays.
 *
 * @throws CallError `not-found` when it is gone for good, or hangs on an entity that is
 */
export async function restoreFromBin(library: Library, binId: string): Promise<void> {
  await commit(library, [...BINNED_TABLES, 'bin'], () => putBackFromBin(library, binId), { names: true });
}

/** {@link restoreFromBin} as a part of a change that includes {@link BINNED_TABLES} and the bin. */
export async function putBackFromBin(library: Library, binId: string): Promise<void> {
  const { database } = library;
  if (binId.startsWith(NOTE_PREFIX)) {
    const noteId = binId.slice(NOTE_PREFIX.length) as NoteId;
    if ((await database.notes.update(noteId, { deleted: 0 })) === 0) {
      throw new CallError('not-found', 'the note is gone');
    }
    return;
  }
  const row = await database.bin.get(binId);
  if (row === undefined) throw new CallError('not-found', 'it is gone from the bin');
  const { entities = [], facts = [] } = row.rows;
  const [fact] = facts as readonly FactRow[];
  if (entities.length === 0 && fact !== undefined) {
    const isHung = (await database.entities.get(fact.entityId)) !== undefined;
    if (!isHung) throw new CallError('not-found', 'the entity is gone');
  }
  for (const table of BINNED_TABLES) await putBack(library, table, row.rows[table] ?? []);
  await database.bin.delete(binId);
}

/** Forgets for good what was deleted more than 30 days ago. Writes nothing when there is nothing. */
export async function emptyBin(library: Library): Promise<void> {
  const { database } = library;
  const before = library.now() - BIN_MS;
  const old = await database.bin.where('deleted').belowOrEqual(before).primaryKeys();
  const notes = await database.notes.where('deleted').between(0, before, false, true).primaryKeys();
  if (old.length === 0 && notes.length === 0) return;
  await commit(library, ['bin', 'notes', 'versions'], async () => {
    await database.bin.bulkDelete(old);
    await database.notes.bulkDelete(notes);
    await database.versions.where('noteId').anyOf(notes).delete();
  });
}

/** Primary keys of the tables that the bin takes from. */
type RowKey = string | number | (string | number)[];

async function putBack(library: Library, table: BinnedTable, rows: readonly unknown[]): Promise<void> {
  const { database } = library;
  if (table === 'entities') {
    for (const entity of rows as readonly Entity[]) {
      const isHere = (await database.entities.get(entity.id)) !== undefined;
      // An imported bin has no keys: they are given anew.
      if (!isHere) await putEntity(database, entity);
    }
    return;
  }
  // Rows were read from this very table.
  const stored = database.table<unknown, RowKey>(table);
  const path = stored.schema.primKey.keyPath ?? [];
  const keyOf = (row: unknown): RowKey => {
    const fields = row as Readonly<Record<string, string | number>>;
    return typeof path === 'string' ? (fields[path] ?? '') : path.map((name) => fields[name] ?? '');
  };
  await mergeRows(stored, rows, keyOf, (here) => here, true);
}

function itemOf(row: BinRow, names: ReadonlyMap<EntityId, string>): BinItem[] {
  const { id, title, deleted } = row;
  const entities = (row.rows.entities ?? []) as readonly EntityRow[];
  const notes = (row.rows.notes ?? []) as readonly NoteRow[];
  const facts = (row.rows.facts ?? []) as readonly FactRow[];
  const [entity] = entities;
  const [fact] = facts;
  const counts = { noteCount: notes.filter((note) => note.deleted === 0).length, factCount: facts.length };
  if (entity !== undefined) {
    return [{ id, what: 'entity', title, of: null, entityId: entity.id, ...counts, deleted }];
  }
  if (fact === undefined) return [];
  const of = names.get(fact.entityId) ?? null;
  return [{ id, what: 'fact', title, of, entityId: fact.entityId, ...counts, deleted }];
}

function noteItem(note: NoteRow, names: ReadonlyMap<EntityId, string>): BinItem {
  const words = note.body.replace(/\s+/gu, ' ').trim();
  return {
    id: `${NOTE_PREFIX}${note.id}`,
    what: 'note',
    title: words.length > EXCERPT_MAX ? `${words.slice(0, EXCERPT_MAX)}…` : words,
    of: names.get(note.entityId) ?? null,
    entityId: note.entityId,
    noteCount: 0,
    factCount: 0,
    deleted: note.deleted,
  };
}
