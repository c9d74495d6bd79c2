import type { JSX } from 'preact';
import { reasonSentence, type PlacedReason } from './reason-words';

interface ReasonLineProps {
  /** The words as they stand on the page. */
  readonly surface: string;
  /** The entity's headword. */
  readonly name: string;
  readonly reasons: readonly PlacedReason[];
}

/** Why a name was lit, in one sentence or a few. */
export function ReasonLine({ surface, name, reasons }: ReasonLineProps): JSX.Element {
  return (
    <p>
      {reasonSentence(surface, name, reasons).map((piece, index) =>
        // Pieces have no identity but their place, and the line is drawn once.
        // oxlint-disable-next-line react/no-array-index-key
        typeof piece === 'string' ? piece : <q key={index}>{piece.quote}</q>,
      )}
    </p>
  );
}
