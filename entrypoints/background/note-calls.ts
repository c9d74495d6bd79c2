import type { NoteCalls } from '@/utils/messaging/note-calls';
import type { Handlers } from '@/utils/messaging/server';
import { deleteNote, listTags, pinNote, restoreNote, saveDraft, saveNote } from '@/utils/services/edit-notes';
import { compareVersion, listVersions, restoreVersion } from '@/utils/services/note-history';
import type { Services } from './services';

/** Answers what panels ask of notes. */
export function noteCalls({ library }: Services): Handlers<NoteCalls> {
  return {
    saveNote: (edit) => saveNote(library, edit),
    deleteNote: ({ noteId }) => deleteNote(library, noteId),
    restoreNote: ({ noteId }) => restoreNote(library, noteId),
    saveDraft: (edit) => saveDraft(library, edit),
    pinNote: ({ noteId, pinned }) => pinNote(library, noteId, pinned),
    listTags: () => listTags(library),
    listVersions: ({ noteId }) => listVersions(library, noteId),
    compareVersion: ({ noteId, saved }) => compareVersion(library, noteId, saved),
    restoreVersion: ({ noteId, saved }) => restoreVersion(library, noteId, saved),
  };
}
