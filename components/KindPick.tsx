import type { JSX } from 'preact';
import { isKind, KINDS, type Kind } from '../utils/model/kind';
import { KIND_WORD } from './words';

interface KindPickProps {
  readonly kind: Kind;
  readonly onPick: (kind: Kind) => void;
}

/** Chooses a kind; stands in a label of its own. */
export function KindPick({ kind, onPick }: KindPickProps): JSX.Element {
  return (
    <select
      class="pick"
      value={kind}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (isKind(value)) onPick(value);
      }}
    >
      {KINDS.map((candidate) => (
        <option key={candidate} value={candidate}>
          {KIND_WORD[candidate]}
        </option>
      ))}
    </select>
  );
}
