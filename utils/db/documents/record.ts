import { setting } from '../../crdt/author';
import { EMPTY_DOC, isVisible } from '../../crdt/doc';
import type { DocId, OpDraft } from '../../crdt/op';
import type { LibraryDatabase } from '../database';
import { draftsFor } from './diff';
import { appendOps, isRecording, readDocs, type SyncSession } from './journal';
import { type AnyRow, docIdOf, entityDocOf, type Mapping, mappingOfTable } from './mapping';
import { INNER } from './row';
import type { Touched } from './touched';

/** Rows that are compared at once; keeps memory and the worker free while a large import is recorded. */
const ROWS_AT_ONCE = 500;

/**
 * Turns what a change did to rows into operations, in the change's own transaction: either both are there afterwards or
 * neither. Compares the rows with what was said of them before, so nothing is recorded twice and nothing is missed.
 */
export async function recordTouched(
  database: LibraryDatabase,
  session: SyncSession,
  touched: Touched,
): Promise<void> {
  if (touched.size === 0 || !(await isRecording(database))) return;
  const nowMs = session.now();
  for (const [table, keys] of touched) {
    const mapping = mappingOfTable(table);
    if (mapping === null) continue;
    for (let start = 0; start < keys.length; start += ROWS_AT_ONCE) {
      const some = keys.slice(start, start + ROWS_AT_ONCE);
      const rows = await rowsOf(database, mapping, some);
      const drafts = await compared(database, mapping, some, rows);
      const all = [...drafts, ...(await heldUp(database, mapping, rows, drafts))];
      if (all.length > 0) await appendOps(database, session, all, () => nowMs);
    }
  }
}

/** What is to be said of these rows. */
export async function compared(
  database: LibraryDatabase,
  mapping: Mapping,
  keys: readonly unknown[],
  rows: readonly (AnyRow | undefined)[],
): Promise<OpDraft[]> {
  const ids = keys.map((key) => docIdOf(mapping, key));
  const docs = await readDocs(database, ids);
  return ids.flatMap((id, index) => draftsFor(mapping, id, rows[index], docs.get(id) ?? EMPTY_DOC));
}

async function rowsOf(
  database: LibraryDatabase,
  mapping: Mapping,
  keys: readonly unknown[],
): Promise<(AnyRow | undefined)[]> {
  return database.table<AnyRow, unknown>(mapping.table).bulkGet([...keys]);
}

/**
 * A note or fact that is written holds up its entity: somebody who deletes the entity meanwhile, without knowing of the
 * note, does not leave the note hanging on nothing.
 */
async function heldUp(
  database: LibraryDatabase,
  mapping: Mapping,
  rows: readonly (AnyRow | undefined)[],
  drafts: readonly OpDraft[],
): Promise<OpDraft[]> {
  if (mapping.table !== 'notes' && mapping.table !== 'facts') return [];
  const written = new Set(drafts.filter(({ change }) => change.kind !== 'delete').map(({ doc }) => doc));
  const holders = new Map<DocId, string>();
  for (const row of rows) {
    if (row === undefined) continue;
    const id = docIdOf(mapping, row['id']);
    if (written.has(id)) holders.set(entityDocOf(row['entityId']), id);
  }
  const entities = await readDocs(database, [...holders.keys()]);
  return [...entities]
    .filter(([, doc]) => isVisible(doc))
    .map(([entity]) => setting(entity, `${INNER}holds`, holders.get(entity) ?? null));
}
