import type { ComponentChildren, JSX } from 'preact';
import type { NoteId } from '../utils/model/ids';
import type { Note } from '../utils/model/note';
import { formatMoment } from './dates';
import { Icon } from './Icon';
import { Markdown } from './Markdown';
import { NoteExtras } from './NoteExtras';
import { NOTE_MORE } from './note-words';
import { NOTE } from './words';

interface NoteListProps {
  /** Newest first. */
  readonly notes: readonly Note[];
  /** Milliseconds since 1970, to tell today's notes. */
  readonly now: number;
  /** Null while another note is being edited: one draft at a time. */
  readonly onEdit: ((note: Note) => void) | null;
  readonly onDelete: (noteId: NoteId) => void;
  readonly onPin: (noteId: NoteId, pinned: boolean) => void;
  /** Opens a note's history, or (null) closes it. */
  readonly onHistory: (noteId: NoteId | null) => void;
  /** The note whose history is open, and what shows it. */
  readonly history: { readonly noteId: NoteId; readonly shown: ComponentChildren } | null;
}

/** The reader's notes on one entity, each with its date and what can be done with it. */
export function NoteList(props: NoteListProps): JSX.Element {
  const { notes, now, onEdit, onDelete, onPin, onHistory, history } = props;
  return (
    <ul class="notes">
      {notes.map((note) => {
        const when = formatMoment(note.updated, now);
        const isPinned = note.pinned ?? false;
        return (
          <li key={note.id}>
            <Markdown body={note.body} />
            <NoteExtras note={note} />
            <div class="btns">
              <span class="grow dim small">
                {NOTE.savedOn(when)}
                {isPinned && ` · ${NOTE_MORE.pinned}`}
              </span>
              <button
                type="button"
                class="btn quiet icon"
                aria-label={`${isPinned ? NOTE_MORE.unpin : NOTE_MORE.pin}, ${NOTE.savedOn(when)}`}
                title={isPinned ? NOTE_MORE.unpin : NOTE_MORE.pin}
                aria-pressed={isPinned}
                onClick={() => onPin(note.id, !isPinned)}
              >
                <Icon name="pin" small />
              </button>
              <button
                type="button"
                class="btn quiet icon"
                aria-label={`${NOTE_MORE.history}, ${NOTE.savedOn(when)}`}
                title={NOTE_MORE.history}
                aria-expanded={history?.noteId === note.id}
                onClick={() => onHistory(history?.noteId === note.id ? null : note.id)}
              >
                <Icon name="clock" small />
              </button>
              {onEdit !== null && (
                <button
                  type="button"
                  class="btn quiet tight"
                  aria-label={`${NOTE.edit}, ${NOTE.savedOn(when)}`}
                  onClick={() => onEdit(note)}
                >
                  <Icon name="note" small />
                  {NOTE.edit}
                </button>
              )}
              <button
                type="button"
                class="btn quiet tight"
                aria-label={`${NOTE.remove}, ${NOTE.savedOn(when)}`}
                onClick={() => onDelete(note.id)}
              >
                <Icon name="bin" small />
                {NOTE.remove}
              </button>
            </div>
            {history?.noteId === note.id && history.shown}
          </li>
        );
      })}
    </ul>
  );
}
