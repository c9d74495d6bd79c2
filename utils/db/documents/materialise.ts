import type { Doc } from '../../crdt/doc';
import type { DocId } from '../../crdt/op';
import {
  type ChangeOptions,
  type EntityRow,
  type LibraryDatabase,
  type NoteVersionRow,
  reserveKeys,
} from '../database';
import { entityRowOf } from '../entities';
import { followOverlay } from '../overlays';
import type { Entity } from '../../model/entity';
import { canonical } from './canonical';
import { type AnyRow, type Mapping, rowKeyOf } from './mapping';
import { rowOf } from './row';

/** What became of the rows of one stretch of documents. */
export interface Materialised extends ChangeOptions {
  readonly changed: number;
}

interface Wanted {
  readonly key: string | string[];
  readonly doc: Doc;
}

/**
 * Makes rows what the documents say. Inside a transaction with all synced tables, `versions`, `packEntities` and `meta`.
 * Nothing of it is recorded as a change of the reader's.
 *
 * @param nowMs stamps what a text was before, in its history
 */
export async function materialise(
  database: LibraryDatabase,
  docs: ReadonlyMap<DocId, Doc>,
  nowMs: number,
): Promise<Materialised> {
  const byMapping = new Map<Mapping, Wanted[]>();
  for (const [id, doc] of docs) {
    const row = rowKeyOf(id);
    if (row === null) continue;
    const wanted = byMapping.get(row.mapping) ?? [];
    wanted.push({ key: row.key, doc });
    byMapping.set(row.mapping, wanted);
  }
  let [changed, names, marks] = [0, false, false];
  for (const [mapping, wanted] of byMapping) {
    const rows = await rowChanges(database, mapping, wanted);
    const effect = await writeRows(database, mapping, rows, nowMs);
    changed += rows.length;
    names ||= effect.names === true;
    marks ||= effect.marks === true;
  }
  return { changed, names, marks };
}

/** A row that is not as its document says. */
interface RowChange {
  readonly key: string | string[];
  readonly before: AnyRow | undefined;
  /** Null when it goes. */
  readonly after: AnyRow | null;
}

async function rowChanges(
  database: LibraryDatabase,
  mapping: Mapping,
  wanted: readonly Wanted[],
): Promise<RowChange[]> {
  const table = database.table<AnyRow, unknown>(mapping.table);
  const here = await table.bulkGet(wanted.map(({ key }) => key));
  return wanted.flatMap(({ key, doc }, index): RowChange[] => {
    const before = here[index];
    // An id that a pack brought is the pack's, whatever anybody else says of it.
    if (mapping.hasPack && before !== undefined && before['pack'] !== null) return [];
    const after = rowOf(mapping, key, doc, before);
    if (after === null) {
      const isGone =
        before === undefined || (mapping.deleted !== null && (before[mapping.deleted] ?? 0) !== 0);
      return isGone ? [] : [{ key, before, after: deletedRow(mapping, before, doc) }];
    }
    return before !== undefined && sameRow(mapping, before, after) ? [] : [{ key, before, after }];
  });
}

/** Deleted notes stay for undo; other rows go. */
function deletedRow({ deleted }: Mapping, before: AnyRow, doc: Doc): AnyRow | null {
  return deleted === null ? null : { ...before, [deleted]: Math.max(1, doc.deletion?.at.ms ?? 1) };
}

/** Lists whose elements have no order of their own may stand in any. */
function sameRow({ sets }: Mapping, a: AnyRow, b: AnyRow): boolean {
  const plain = (row: AnyRow): AnyRow => {
    const lists = sets.map((set) => {
      const list = row[set];
      return [set, Array.isArray(list) ? list.map(canonical).toSorted() : list];
    });
    return { ...row, ...(Object.fromEntries(lists) as AnyRow) };
  };
  return canonical(plain(a)) === canonical(plain(b));
}

async function writeRows(
  database: LibraryDatabase,
  mapping: Mapping,
  rows: readonly RowChange[],
  nowMs: number,
): Promise<ChangeOptions> {
  const gone = rows.filter(({ after }) => after === null).map(({ key }) => key);
  const kept = rows.flatMap(({ after }) => (after === null ? [] : [after]));
  const table = database.table<AnyRow, unknown>(mapping.table);
  if (mapping.table === 'entities') return writeEntities(database, rows);
  await table.bulkDelete(gone);
  await table.bulkPut(kept);
  if (mapping.table === 'notes') await keepTexts(database, rows, nowMs);
  if (mapping.table === 'overlays') return overlayEntities(database, rows);
  return mapping.table === 'decisions' ? { marks: rows.length > 0 } : {};
}

async function writeEntities(database: LibraryDatabase, rows: readonly RowChange[]): Promise<ChangeOptions> {
  await database.entities.bulkDelete(
    rows.filter(({ after }) => after === null).map(({ key }) => key as never),
  );
  const fresh = rows.filter(({ before, after }) => before === undefined && after !== null).length;
  let lastKey = fresh === 0 ? 0 : await reserveKeys(database, fresh);
  const kept = rows.flatMap(({ before, after }): EntityRow[] => {
    if (after === null) return [];
    const key = (before as EntityRow | undefined)?.key ?? (lastKey += 1);
    return [entityRowOf(after as unknown as Entity, key)];
  });
  await database.entities.bulkPut(kept);
  return { names: rows.some(({ before, after }) => lightsUp(before) !== lightsUp(after)) };
}

/** What the compiled names are made of. */
function lightsUp(row: AnyRow | null | undefined): string {
  return row === null || row === undefined
    ? ''
    : canonical([row['name'], row['kind'], row['aliases'], row['companions'], row['context']]);
}

/** A pack's entities show what the reader made of them elsewhere. */
async function overlayEntities(
  database: LibraryDatabase,
  rows: readonly RowChange[],
): Promise<ChangeOptions> {
  for (const { key } of rows) await followOverlay(database, key as EntityRow['id']);
  return { names: rows.length > 0 };
}

/** The text that stood here before another profile's took its place stays in the note's history. */
async function keepTexts(
  database: LibraryDatabase,
  rows: readonly RowChange[],
  nowMs: number,
): Promise<void> {
  const replaced = rows.flatMap(({ before, after }): NoteVersionRow[] => {
    const [text, now] = [before?.['body'], after?.['body']];
    if (typeof text !== 'string' || text === now || after === null) return [];
    return [{ noteId: before?.['id'] as NoteVersionRow['noteId'], saved: nowMs, body: text }];
  });
  await database.versions.bulkPut(replaced);
}
