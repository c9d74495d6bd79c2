import type { JSX } from 'preact';
import { Icon } from './Icon';
import { POPUP } from './words';

interface StatusLineProps {
  /** Null while it is not known. */
  readonly noteCount: number | null;
  /** False while a newer version owns the data. */
  readonly isWritable: boolean;
}

/** Where the reader's words are: the line at the foot of every panel. */
export function StatusLine({ noteCount, isWritable }: StatusLineProps): JSX.Element {
  if (!isWritable) {
    return (
      <span class="status grow">
        <span class="warn">
          <Icon name="alert" small />
        </span>
        {POPUP.readOnly}
      </span>
    );
  }
  return (
    <span class="status grow">
      <span class="good">
        <Icon name="check" small />
      </span>
      {noteCount === null
        ? POPUP.onComputer
        : `${POPUP.notes(noteCount)} · ${POPUP.onComputer.toLowerCase()}`}
    </span>
  );
}
