import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { EntityId } from '../utils/model/ids';
import type { Kind } from '../utils/model/kind';
import { Icon } from './Icon';
import { KIND_WORD, POPUP } from './words';

/** An entity in a list. */
export interface ListedEntity {
  readonly entityId: EntityId;
  readonly name: string;
  readonly kind: Kind;
  /** Half a line that tells it from its namesakes. */
  readonly summary: string;
  readonly hasNote: boolean;
  /** How often it occurs on the page; absent in search results. */
  readonly count?: number;
}

interface EntityListProps {
  /** What the list is, for those who cannot see where it stands. */
  readonly label: string;
  readonly entities: readonly ListedEntity[];
  /** The element whose rows can be focused from outside: {@link focusRow}. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onOpen: (entityId: EntityId) => void;
  /** Opens the entity with the cursor in its note. */
  readonly onWrite: (entityId: EntityId) => void;
  /** The reader went up from the first row. */
  readonly onLeaveUp: () => void;
}

/** Focuses a row by number; does nothing when there is no such row. */
export function focusRow(list: RefObject<HTMLUListElement | null>, index: number): void {
  list.current?.querySelectorAll<HTMLElement>('.item')[index]?.focus();
}

/**
 * Entities, one a row, walked with the arrow keys, Home and End; Enter opens, N writes a note. One row at a time is in the
 * tab order. Long lists are drawn as they scroll into view (`content-visibility`).
 */
export function EntityList(props: EntityListProps): JSX.Element {
  const { label, entities, list, onOpen, onWrite, onLeaveUp } = props;
  const [current, setCurrent] = useState<EntityId | null>(null);
  const tabStop = entities.some((entity) => entity.entityId === current) ? current : entities[0]?.entityId;

  const onKey = (event: KeyboardEvent, index: number, entityId: EntityId): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') focusRow(list, index + 1);
    else if (event.key === 'ArrowUp' && index === 0) onLeaveUp();
    else if (event.key === 'ArrowUp') focusRow(list, index - 1);
    else if (event.key === 'Home') focusRow(list, 0);
    else if (event.key === 'End') focusRow(list, entities.length - 1);
    else if (event.key === 'n' || event.key === 'N') onWrite(entityId);
    else return;
    event.preventDefault();
  };

  return (
    <ul class="list" aria-label={label} ref={list}>
      {entities.map((entity, index) => (
        <li key={entity.entityId}>
          <button
            type="button"
            class="item"
            tabIndex={entity.entityId === tabStop ? 0 : -1}
            onFocus={() => setCurrent(entity.entityId)}
            onKeyDown={(event) => onKey(event, index, entity.entityId)}
            onClick={() => onOpen(entity.entityId)}
          >
            <span class="nm">
              <bdi class={`k k-${entity.kind}`}>{entity.name}</bdi>
            </span>
            <span class="ct">
              {entity.hasNote && (
                <>
                  <Icon name="note" small />
                  <span class="sr">{POPUP.hasNote}</span>
                </>
              )}
              {entity.count !== undefined && (
                <>
                  <span class="num" aria-hidden="true">
                    {entity.count}
                  </span>
                  <span class="sr">{POPUP.mentions(entity.count)}</span>
                </>
              )}
            </span>
            <span class="ds cut">
              {KIND_WORD[entity.kind]}
              {entity.summary !== '' && (
                <>
                  {' · '}
                  <bdi>{entity.summary}</bdi>
                </>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
