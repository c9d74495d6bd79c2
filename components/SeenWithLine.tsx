import type { JSX } from 'preact';
import type { EntityId } from '../utils/model/ids';
import type { SeenWith } from '../utils/model/reading';
import { READING } from './reading-words';

interface SeenWithLineProps {
  readonly names: readonly SeenWith[];
  readonly onOpen: (entityId: EntityId) => void;
}

/** Names that share articles with one, each a way to it. */
export function SeenWithLine({ names, onOpen }: SeenWithLineProps): JSX.Element {
  return (
    <ul class="seenwith" aria-label={READING.seenWithHint}>
      {names.map(({ entityId, name, kind, articles }) => (
        <li key={entityId}>
          <button type="button" class="btn quiet tight" onClick={() => onOpen(entityId)}>
            <bdi class={`k k-${kind}`}>{name}</bdi>
          </button>{' '}
          <span class="dim num" aria-hidden="true">
            {articles}
          </span>
          <span class="sr">{READING.inArticles(articles)}</span>
        </li>
      ))}
    </ul>
  );
}
