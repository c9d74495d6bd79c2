import type { EntityId, NoteId } from '../model/ids';
import type { Draft, Note } from '../model/note';
import type { LibraryDatabase } from './database';

/** An entity's living notes, the pinned one first, then those last changed. */
export async function notesOf(database: LibraryDatabase, entityId: EntityId): Promise<Note[]> {
  const rows = await database.notes.where('entityId').equals(entityId).toArray();
  return rows
    .filter((row) => row.deleted === 0)
    .toSorted((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false) || b.updated - a.updated)
    .map(({ deleted: _deleted, ...note }) => note);
}

/** Which of the entities have a living note. */
export async function entitiesWithNotes(
  database: LibraryDatabase,
  ids: readonly EntityId[],
): Promise<Set<EntityId>> {
  const rows = await database.notes
    .where('entityId')
    .anyOf([...ids])
    .toArray();
  return new Set(rows.filter((row) => row.deleted === 0).map((row) => row.entityId));
}

/** Adds or replaces a note. Only inside a change. */
export async function putNote(database: LibraryDatabase, note: Note): Promise<void> {
  await database.notes.put({ ...note, deleted: 0 });
}

/**
 * Marks a note as deleted (`when` in milliseconds) or living (0). Only inside a change.
 *
 * @returns false when there is no such note
 */
export async function markNote(database: LibraryDatabase, id: NoteId, when: number): Promise<boolean> {
  return (await database.notes.update(id, { deleted: when })) > 0;
}

export async function livingNote(database: LibraryDatabase, id: NoteId): Promise<Note | null> {
  const row = await database.notes.get(id);
  if (row === undefined || row.deleted !== 0) return null;
  const { deleted: _deleted, ...note } = row;
  return note;
}

export async function draftOf(database: LibraryDatabase, entityId: EntityId): Promise<Draft | null> {
  return (await database.drafts.get(entityId)) ?? null;
}
