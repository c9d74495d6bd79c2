import type { NoteCalls } from '../../../utils/messaging/note-calls';
import type { EntityView } from '../../../utils/messaging/protocol';
import type { NoteId } from '../../../utils/model/ids';
import type { Note, NoteVersion } from '../../../utils/model/note';
import type { Answers } from './fake-entity';
import { NOW } from './samples';

/** The background as the list of notes sees it, over one entity. */
export function fakeNoteCalls(change: (next: (old: EntityView) => EntityView) => void): Answers<NoteCalls> {
  const deleted = new Map<NoteId, Note>();
  const versions = new Map<NoteId, readonly NoteVersion[]>();
  let count = 0;
  const answers: Answers<NoteCalls> = {
    saveNote: ({ noteId, body, entityId, tags, sources, opened }) => {
      count += 1;
      let saved: Note = {
        id: noteId ?? (`saved${count}` as NoteId),
        entityId,
        body,
        created: NOW,
        updated: NOW + count,
        ...(tags === undefined ? {} : { tags }),
        ...(sources === undefined ? {} : { sources }),
      };
      change((old) => {
        const known = old.notes.find(({ id }) => id === noteId);
        if (known !== undefined && opened !== undefined && known.updated !== opened) {
          saved = { ...saved, id: `saved${count}` as NoteId };
        } else if (known !== undefined) {
          versions.set(known.id, [
            { saved: known.updated, body: known.body },
            ...(versions.get(known.id) ?? []),
          ]);
        }
        return { ...old, draft: null, notes: [saved, ...old.notes.filter((note) => note.id !== saved.id)] };
      });
      return saved;
    },
    deleteNote: ({ noteId }) =>
      change((old) => {
        for (const note of old.notes) if (note.id === noteId) deleted.set(noteId, note);
        return { ...old, notes: old.notes.filter((note) => note.id !== noteId) };
      }),
    restoreNote: ({ noteId }) => {
      const note = deleted.get(noteId);
      if (note !== undefined) change((old) => ({ ...old, notes: [note, ...old.notes] }));
    },
    saveDraft: ({ body, ...rest }) =>
      change((old) => ({ ...old, draft: body === '' ? null : { ...rest, body, updated: NOW } })),
    pinNote: ({ noteId, pinned }) =>
      change((old) => ({
        ...old,
        notes: old.notes
          .map((note) => ({ ...note, pinned: pinned && note.id === noteId }))
          .toSorted((a, b) => Number(b.pinned) - Number(a.pinned)),
      })),
    listTags: () => ['coast', 'costs'],
    listVersions: ({ noteId }) => [...(versions.get(noteId) ?? [])],
    compareVersion: ({ noteId, saved }) => [
      { kind: 'gone', text: versions.get(noteId)?.find((one) => one.saved === saved)?.body ?? '' },
      { kind: 'new', text: 'as it is now' },
    ],
    restoreVersion: ({ noteId, saved }) => {
      const body = versions.get(noteId)?.find((one) => one.saved === saved)?.body ?? '';
      let entityId: Note['entityId'] | null = null;
      change((old) => {
        entityId = old.entity.id;
        return old;
      });
      if (entityId === null) throw new Error('no entity');
      return answers.saveNote({ entityId, noteId, body });
    },
  };
  return answers;
}
