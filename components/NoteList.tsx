import type { JSX } from 'preact';
import type { NoteId } from '../utils/model/ids';
import type { Note } from '../utils/model/note';
import { formatMoment } from './dates';
import { Icon } from './Icon';
import { Markdown } from './Markdown';
import { NOTE } from './words';

interface NoteListProps {
  /** Newest first. */
  readonly notes: readonly Note[];
  /** Milliseconds since 1970, to tell today's notes. */
  readonly now: number;
  /** Null while another note is being edited: one draft at a time. */
  readonly onEdit: ((note: Note) => void) | null;
  readonly onDelete: (noteId: NoteId) => void;
}

/** The reader's notes on one entity, each with its date and what can be done with it. */
export function NoteList({ notes, now, onEdit, onDelete }: NoteListProps): JSX.Element {
  return (
    <ul class="notes">
      {notes.map((note) => {
        const when = formatMoment(note.updated, now);
        return (
          <li key={note.id}>
            <Markdown body={note.body} />
            <div class="btns">
              <span class="grow dim small">{NOTE.savedOn(when)}</span>
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
          </li>
        );
      })}
    </ul>
  );
}
