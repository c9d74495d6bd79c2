import { writing } from '../../crdt/author';
import { bodyOf } from '../../crdt/body';
import { EMPTY_DOC, isVisible } from '../../crdt/doc';
import type { DocId } from '../../crdt/op';
import { appendOps, CONFLICT, readDocs } from '../../db/documents/journal';
import type { SyncConflict } from '../../messaging/sync-calls';
import { CallError } from '../../model/call-error';
import type { NoteId } from '../../model/ids';
import { commit } from '../library';
import type { SyncWorld } from './world';

const NOTE = 'note:';

/** How many notes were put together from edits that did not know of each other, and nobody has looked at them since. */
export async function conflictCount({ library }: Pick<SyncWorld, 'library'>): Promise<number> {
  return library.database.sync.where('name').startsWith(CONFLICT).count();
}

/** Those notes, with the texts that were there. */
export async function listConflicts({ library }: Pick<SyncWorld, 'library'>): Promise<SyncConflict[]> {
  const { database } = library;
  const names = await database.sync.where('name').startsWith(CONFLICT).primaryKeys();
  const docs = await readDocs(
    database,
    names.map((name) => name.slice(CONFLICT.length) as DocId),
  );
  const conflicts: SyncConflict[] = [];
  for (const [id, doc] of docs) {
    const body = isVisible(doc) ? bodyOf(doc) : null;
    const note = await database.notes.get(id.slice(NOTE.length) as NoteId);
    if (body === null || note === undefined) continue;
    const versions = body.heads.flatMap((head) => {
      const version = doc.versions.get(head);
      return version === undefined ? [] : [{ text: version.text, saved: version.at.ms }];
    });
    const { id: noteId, entityId } = note;
    const name = (await database.entities.get(entityId))?.name ?? '';
    conflicts.push({ noteId, entityId, name, versions, merged: body.text });
  }
  return conflicts.toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Makes a text the note's one text, in every profile.
 *
 * @throws CallError `not-found` when the note is gone, `unavailable` without a vault
 */
export async function settleConflict(world: SyncWorld, noteId: NoteId, body: string): Promise<void> {
  const { library } = world;
  const { database } = library;
  const session = await world.session();
  await commit(library, ['notes', 'docs', 'ops', 'sync'], async () => {
    const id = `${NOTE}${noteId}` as DocId;
    const note = await database.notes.get(noteId);
    if (note === undefined || note.deleted !== 0) throw new CallError('not-found', 'the note is gone');
    await database.notes.put({ ...note, body, updated: library.now() });
    const doc = (await readDocs(database, [id])).get(id) ?? EMPTY_DOC;
    // A text that differs is recorded as every edit is; the merged one, taken as it is, must be said.
    if (bodyOf(doc)?.text === body) await appendOps(database, session, [writing(id, doc, body)], session.now);
  });
}
