import type { JSX } from 'preact';
import type { NoteVersion, WordChange } from '../utils/model/note';
import { formatMoment } from './dates';
import { Icon } from './Icon';
import { NOTE_MORE } from './note-words';

interface NoteHistoryProps {
  /** The latest first. */
  readonly versions: readonly NoteVersion[];
  /** The version that is looked at, with its differences from the note of now; null for none. */
  readonly open: { readonly saved: number; readonly changes: readonly WordChange[] } | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onOpen: (saved: number | null) => void;
  readonly onRestore: (saved: number) => void;
}

/** A note's earlier words, each beside those of now, with the way back to them. */
export function NoteHistory({ versions, open, now, onOpen, onRestore }: NoteHistoryProps): JSX.Element {
  if (versions.length === 0) return <p class="small mid">{NOTE_MORE.noHistory}</p>;
  return (
    <ol class="history" aria-label={NOTE_MORE.history}>
      {versions.map(({ saved }) => {
        const isOpen = open?.saved === saved;
        return (
          <li key={saved}>
            <button
              type="button"
              class="btn quiet tight"
              aria-expanded={isOpen}
              title={NOTE_MORE.compare}
              onClick={() => onOpen(isOpen ? null : saved)}
            >
              <Icon name="clock" small />
              {NOTE_MORE.version(formatMoment(saved, now))}
            </button>
            {isOpen && (
              <>
                <p class="diff" dir="auto">
                  {open.changes.map(part)}
                </p>
                <div class="btns">
                  <button type="button" class="btn tight" onClick={() => onRestore(saved)}>
                    <Icon name="undo" small />
                    {NOTE_MORE.restore}
                  </button>
                </div>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function part({ kind, text }: WordChange, index: number): JSX.Element {
  // Stretches are alike and never move.
  const key = `${index}`;
  if (kind === 'same') return <span key={key}>{text}</span>;
  return kind === 'gone' ? (
    <del key={key}>
      <span class="sr">{NOTE_MORE.gone}</span>
      {text}
    </del>
  ) : (
    <ins key={key}>
      <span class="sr">{NOTE_MORE.fresh}</span>
      {text}
    </ins>
  );
}
