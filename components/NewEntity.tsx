import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isKind, KINDS, type Kind } from '../utils/model/kind';
import { Icon } from './Icon';
import { KIND_WORD, POPUP } from './words';

/**
 * The kind that a new name most likely is: operations announce themselves; two or more capitalised words are more often a
 * person than anything else. Only a first choice in a menu.
 */
export function guessKind(name: string): Kind {
  if (/^(operation|op\.?|exercise)\s/iu.test(name)) return 'operation';
  return /^\p{Lu}[\p{L}'’-]*\p{Ll}(\s\p{Lu}[\p{L}'’-]+)+$/u.test(name) ? 'person' : 'organisation';
}

interface NewEntityProps {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onSave: (name: string, kind: Kind) => void;
}

/** Offers to save what was searched for and is not there. */
export function NewEntity({ name, isBusy, onSave }: NewEntityProps): JSX.Element {
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? guessKind(name);
  return (
    <div class="newname">
      <button type="button" class="btn primary" disabled={isBusy} onClick={() => onSave(name, kind)}>
        <Icon name="plus" />
        <span class="cut">
          <bdi>{POPUP.saveNew(name)}</bdi>
        </span>
      </button>
      <label class="as">
        {POPUP.as}
        <select
          class="pick"
          aria-label={POPUP.kindOfNew}
          value={kind}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isKind(value)) setChosen(value);
          }}
        >
          {KINDS.map((candidate) => (
            <option key={candidate} value={candidate}>
              {KIND_WORD[candidate]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
