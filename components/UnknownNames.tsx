import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { UnknownId } from '../utils/model/ids';
import { UndoLine } from './UndoLine';
import { UnknownActions } from './UnknownActions';
import { UNKNOWN } from './words';

/** An operation's name that nobody has saved. */
export interface ListedUnknown {
  readonly id: UnknownId;
  readonly name: string;
}

interface UnknownNamesProps {
  readonly unknowns: readonly ListedUnknown[];
  readonly onSave: (unknownId: UnknownId) => void;
  /** The reader wants to say whose other name it is. */
  readonly onAlias: (unknown: ListedUnknown) => void;
  /** Hears no more of it, or (false) hears of it again. */
  readonly onIgnore: (unknownId: UnknownId, ignored: boolean) => void;
  /** How many wait in all, those of other pages included. */
  readonly total: number;
  readonly onInbox: () => void;
}

/** Operations named on the page that the library does not know yet: save, make an alias, or ignore with an undo. */
export function UnknownNames({
  unknowns,
  onSave,
  onAlias,
  onIgnore,
  total,
  onInbox,
}: UnknownNamesProps): JSX.Element | null {
  const [ignored, setIgnored] = useState<ListedUnknown | null>(null);
  if (total === 0 && unknowns.length === 0 && ignored === null) return null;
  return (
    <section class="unknowns" aria-label={UNKNOWN.title(unknowns.length)}>
      <h2 class="lab">
        {UNKNOWN.title(unknowns.length)}
        {total > 0 && (
          <button type="button" class="btn quiet tight" onClick={onInbox}>
            {UNKNOWN.openInbox(total)}
          </button>
        )}
      </h2>
      <ul>
        {unknowns.map((unknown) => (
          <li key={unknown.id}>
            <bdi class="grow cut">{unknown.name}</bdi>
            <UnknownActions
              name={unknown.name}
              onSave={() => onSave(unknown.id)}
              onAlias={() => onAlias(unknown)}
              onIgnore={() => {
                setIgnored(unknown);
                onIgnore(unknown.id, true);
              }}
            />
          </li>
        ))}
      </ul>
      {ignored !== null && (
        <UndoLine
          text={UNKNOWN.ignored(ignored.name)}
          onUndo={() => {
            setIgnored(null);
            onIgnore(ignored.id, false);
          }}
        />
      )}
    </section>
  );
}
