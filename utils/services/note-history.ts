import { diffTokens } from '../crdt/diff';
import { tokenise } from '../crdt/tokens';
import type { LibraryDatabase } from '../db/database';
import { livingNote, putNote } from '../db/notes';
import { CallError } from '../model/call-error';
import type { NoteId } from '../model/ids';
import { NOTE_VERSIONS_MAX, type Note, type NoteVersion, type WordChange } from '../model/note';
import { commit, type Library } from './library';

/** Remembers the words of a note that are about to be replaced. Only inside a change that includes `versions`. */
export async function recordVersion(database: LibraryDatabase, note: Note, next: string): Promise<void> {
  if (note.body === next) return;
  await database.versions.put({ noteId: note.id, saved: note.updated, body: note.body });
  const all = await database.versions.where('noteId').equals(note.id).primaryKeys();
  const tooMany = all.toSorted(([, a], [, b]) => a - b).slice(0, Math.max(0, all.length - NOTE_VERSIONS_MAX));
  await database.versions.bulkDelete(tooMany);
}

/** A note's earlier states, the latest first, without the one of now. */
export async function listVersions(library: Library, noteId: NoteId): Promise<NoteVersion[]> {
  const rows = await library.database.versions.where('noteId').equals(noteId).toArray();
  return rows.map(({ saved, body }) => ({ saved, body })).toSorted((a, b) => b.saved - a.saved);
}

/**
 * An earlier state of a note word by word beside its words of now.
 *
 * @throws CallError `not-found` when the note or the state is gone
 */
export async function compareVersion(library: Library, noteId: NoteId, saved: number): Promise<WordChange[]> {
  const { database } = library;
  const note = await livingNote(database, noteId);
  const version = await database.versions.get([noteId, saved]);
  if (note === null || version === undefined) throw new CallError('not-found', 'this state is gone');
  return wordChanges(version.body, note.body);
}

/**
 * Makes a note's words again what they were; those of now go into its history. Resolves once it is durable.
 *
 * @throws CallError `not-found` when the note or the state is gone
 */
export async function restoreVersion(library: Library, noteId: NoteId, saved: number): Promise<Note> {
  const { database } = library;
  return commit(library, ['notes', 'versions'], async () => {
    const note = await livingNote(database, noteId);
    const version = await database.versions.get([noteId, saved]);
    if (note === null || version === undefined) throw new CallError('not-found', 'this state is gone');
    const next: Note = { ...note, body: version.body, updated: library.now() };
    await recordVersion(database, note, next.body);
    await putNote(database, next);
    return next;
  });
}

/** Two texts as stretches that are in both, only in the older, only in the newer; a replaced word is gone before it is new. */
export function wordChanges(older: string, newer: string): WordChange[] {
  const [before, after] = [tokenise(older), tokenise(newer)];
  const changes: WordChange[] = [];
  const add = (kind: WordChange['kind'], tokens: readonly string[]): void => {
    if (tokens.length > 0) changes.push({ kind, text: tokens.join('') });
  };
  let at = 0;
  for (const { start, end, from, to } of diffTokens(before, after)) {
    add('same', before.slice(at, start));
    add('gone', before.slice(start, end));
    add('new', after.slice(from, to));
    at = end;
  }
  add('same', before.slice(at));
  return changes;
}
