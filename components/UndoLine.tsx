import type { JSX } from 'preact';
import { Icon } from './Icon';
import { ENTRY } from './words';

interface UndoLineProps {
  /** What was done, in words. */
  readonly text: string;
  readonly onUndo: () => void;
}

/** What was done and the way back, where the act was. Takes the place of "are you sure?". */
export function UndoLine({ text, onUndo }: UndoLineProps): JSX.Element {
  return (
    <output class="undo">
      <span class="grow">
        <bdi>{text}</bdi>
      </span>
      <button type="button" class="btn quiet tight" onClick={onUndo}>
        <Icon name="undo" small />
        {ENTRY.undo}
      </button>
    </output>
  );
}
