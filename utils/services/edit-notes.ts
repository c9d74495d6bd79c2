import { livingNote, markNote, putNote } from '../db/notes';
import { CallError } from '../model/call-error';
import type { EntityId, NoteId } from '../model/ids';
import { NOTE_BYTES_MAX, type Note, type NoteSource } from '../model/note';
import { normaliseTags } from '../model/tags';
import { commit, type Library } from './library';
import { recordVersion } from './note-history';

/** What the reader typed about an entity: into a note that exists, or a new one. */
export interface NoteEdit {
  readonly entityId: EntityId;
  readonly noteId: NoteId | null;
  readonly body: string;
  /** Absent leaves those of the note. */
  readonly tags?: readonly string[];
  readonly sources?: readonly NoteSource[];
  /**
   * The note's `updated` when editing began. When the note has been changed or deleted since, what was typed becomes a
   * note of its own, and both are kept. Absent: the last word wins.
   */
  readonly opened?: number;
}

/**
 * Creates or edits a note and drops the entity's draft; the words that were there go into the note's history. Resolves once
 * it is durable.
 *
 * @returns the note as saved: another one than `noteId` when both are kept
 * @throws CallError `malformed` when it is empty, `too-large` over 16 KiB, `not-found` when the entity or note is gone;
 *   the draft stays in each case
 */
export async function saveNote(library: Library, edit: NoteEdit): Promise<Note> {
  const { entityId, noteId, body, opened } = edit;
  if (body.trim() === '') throw new CallError('malformed', 'a note needs words');
  const size = new TextEncoder().encode(body).length;
  if (size > NOTE_BYTES_MAX) {
    throw new CallError('too-large', `a note of ${size} bytes; at most ${NOTE_BYTES_MAX} fit`);
  }
  const { database } = library;
  return commit(library, ['entities', 'notes', 'drafts', 'versions'], async () => {
    if ((await database.entities.get(entityId)) === undefined) {
      throw new CallError('not-found', 'the entity is gone');
    }
    const there = noteId === null ? null : await livingNote(database, noteId);
    const isThere = there?.entityId === entityId;
    if (noteId !== null && !isThere && opened === undefined)
      throw new CallError('not-found', 'the note is gone');
    const isSame =
      there !== null && (opened === undefined || there.updated === opened || there.body === body);
    const known = isThere && isSame ? there : null;
    const now = library.now();
    const tags = edit.tags === undefined ? known?.tags : normaliseTags(edit.tags);
    const sources = edit.sources ?? known?.sources;
    const note: Note = {
      id: known?.id ?? (library.newId() as NoteId),
      entityId,
      body,
      created: known?.created ?? now,
      updated: now,
      ...(tags === undefined ? {} : { tags }),
      ...(sources === undefined ? {} : { sources }),
      ...(known?.pinned === undefined ? {} : { pinned: known.pinned }),
    };
    if (known !== null) await recordVersion(database, known, body);
    await putNote(database, note);
    await database.drafts.delete(entityId);
    return note;
  });
}

/** Puts one note of its entity first and into the card, or (false) none. Throws `not-found` when it is gone. */
export async function pinNote(library: Library, noteId: NoteId, pinned: boolean): Promise<void> {
  const { database } = library;
  await commit(library, ['notes'], async () => {
    const note = await livingNote(database, noteId);
    if (note === null) throw new CallError('not-found', 'the note is gone');
    const others = await database.notes.where('entityId').equals(note.entityId).toArray();
    for (const other of others) {
      const wanted = other.id === noteId && pinned;
      if ((other.pinned ?? false) !== wanted) await database.notes.update(other.id, { pinned: wanted });
    }
  });
}

/** Every tag that a note has, in alphabetical order. */
export async function listTags(library: Library): Promise<string[]> {
  const keys = await library.database.notes.orderBy('tags').uniqueKeys();
  return keys.filter((key) => typeof key === 'string');
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
export async function saveDraft(library: Library, edit: NoteEdit): Promise<void> {
  const { entityId, noteId, body, tags, sources, opened } = edit;
  const { database } = library;
  const quiet = { ...library, onChange: () => {} };
  await commit(quiet, ['entities', 'drafts'], async () => {
    if ((await database.entities.get(entityId)) === undefined) {
      throw new CallError('not-found', 'the entity is gone');
    }
    if (body === '') await database.drafts.delete(entityId);
    else {
      await database.drafts.put({
        entityId,
        noteId,
        body,
        updated: library.now(),
        ...(tags === undefined ? {} : { tags }),
        ...(sources === undefined ? {} : { sources }),
        ...(opened === undefined ? {} : { opened }),
      });
    }
  });
}
