import type { JSX } from 'preact';
import type { Kind } from '../utils/model/kind';
import { KindWord } from './KindWord';

interface KindLineProps {
  readonly kind: Kind;
  /** What follows the kind, parted by middle dots; empty parts are left out. */
  readonly parts: readonly string[];
}

/** The line under a headword: kind, then whatever places the name: "operation · from News starter". */
export function KindLine({ kind, parts }: KindLineProps): JSX.Element {
  return (
    <p class="sub">
      <KindWord kind={kind} />
      {parts
        .filter((part) => part !== '')
        .map((part) => (
          <span key={part}>
            {' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
    </p>
  );
}
