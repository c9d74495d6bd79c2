import type { JSX } from 'preact';
import { UNKNOWN } from './words';

interface UnknownActionsProps {
  /** The unknown name, which the labels say in full. */
  readonly name: string;
  readonly onSave: () => void;
  /** The reader wants to say whose other name it is. */
  readonly onAlias: () => void;
  readonly onIgnore: () => void;
}

/** What can be done with an operation's name that nobody has saved. */
export function UnknownActions({ name, onSave, onAlias, onIgnore }: UnknownActionsProps): JSX.Element {
  return (
    <>
      <button type="button" class="btn" aria-label={UNKNOWN.saveLabel(name)} onClick={onSave}>
        {UNKNOWN.save}
      </button>
      <button type="button" class="btn quiet" aria-label={UNKNOWN.aliasLabel(name)} onClick={onAlias}>
        {UNKNOWN.alias}
      </button>
      <button type="button" class="btn quiet" aria-label={UNKNOWN.ignoreLabel(name)} onClick={onIgnore}>
        {UNKNOWN.ignore}
      </button>
    </>
  );
}
