import { livingNote, markNote, putNote } from '../db/notes';
import { CallError } from '../model/call-error';
import type { EntityId, NoteId } from '../model/ids';
import { NOTE_BYTES_MAX, type Note } from '../model/note';
import { commit, type Library } from './library';

/** What the reader typed about an entity: into a note that exists, or a new one. */
export interface NoteEdit {
  readonly entityId: EntityId;
  readonly noteId: NoteId | null;
  readonly body: string;
}

/**
 * Creates or edits a note and drops the entity's draft. Resolves once it is durable.
 *
 * @throws CallError `malformed` when it is empty, `too-large` over 16 KiB, `not-found` when the entity or note is gone;
 *   the draft stays in each case
 */
export async function saveNote(library: Library, { entityId, noteId, body }: NoteEdit): Promise<Note> {
  if (body.trim() === '') throw new CallError('malformed', 'a note needs words');
  const size = new TextEncoder().encode(body).length;
  if (size > NOTE_BYTES_MAX) {
    throw new CallError('too-large', `a note of ${size} bytes; at most ${NOTE_BYTES_MAX} fit`);
  }
  const { database } = library;
  return commit(library, ['entities', 'notes', 'drafts'], async () => {
    if ((await database.entities.get(entityId)) === undefined) {
      throw new CallError('not-found', 'the entity is gone');
    }
    const known = noteId === null ? null : await livingNote(database, noteId);
    if (noteId !== null && known?.entityId !== entityId) throw new CallError('not-found', 'the note is gone');
    const now = library.now();
    const note: Note = {
      id: known?.id ?? (library.newId() as NoteId),
      entityId,
      body,
      created: known?.created ?? now,
      updated: now,
    };
    await putNote(database, note);
    await database.drafts.delete(entityId);
    return note;
  });
}

/** Hides a note; {@link restoreNote} brings it back. Throws `not-found` when it never was. */
export async function deleteNote(library: Library, noteId: NoteId): Promise<void> {
  await mark(library, noteId, library.now());
}

/** Puts a deleted note back as it was. Throws `not-found` when it never was. */
export async function restoreNote(library: Library, noteId: NoteId): Promise<void> {
  await mark(library, noteId, 0);
}

async function mark(library: Library, noteId: NoteId, when: number): Promise<void> {
  await commit(library, ['notes'], async () => {
    if (!(await markNote(library.database, noteId, when))) {
      throw new CallError('not-found', 'the note is gone');
    }
  });
}

/**
 * Keeps what was typed, so that closing anything loses nothing. An empty body drops the draft. Panels are not told:
 * the one that types knows.
 *
 * @throws CallError `not-found` when the entity is gone
 */
export async function saveDraft(library: Library, { entityId, noteId, body }: NoteEdit): Promise<void> {
  const { database } = library;
  const quiet = { ...library, onChange: () => {} };
  await commit(quiet, ['entities', 'drafts'], async () => {
    if ((await database.entities.get(entityId)) === undefined) {
      throw new CallError('not-found', 'the entity is gone');
    }
    if (body === '') await database.drafts.delete(entityId);
    else await database.drafts.put({ entityId, noteId, body, updated: library.now() });
  });
}
