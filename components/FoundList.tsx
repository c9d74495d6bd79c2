import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Found } from '../utils/model/found';
import type { EntityId } from '../utils/model/ids';
import { formatDay } from './dates';
import { focusRow } from './EntityList';
import { Icon } from './Icon';
import { FOUND } from './library-words';
import { MarkedText } from './MarkedText';
import { KIND_WORD, POPUP } from './words';

interface FoundListProps {
  readonly rows: readonly Found[];
  /** The element whose rows can be focused from outside: {@link focusRow}. */
  readonly list: RefObject<HTMLUListElement | null>;
  /** Opens the entity that a name, a note or a fact belongs to. */
  readonly onOpen: (entityId: EntityId) => void;
  readonly onWrite: (entityId: EntityId) => void;
  /** The reader went up from the first row. */
  readonly onLeaveUp: () => void;
}

/** What a row is, unique in one list. */
export function foundKey(row: Found): string {
  if (row.type === 'entity') return row.entityId;
  if (row.type === 'note') return row.noteId;
  return row.type === 'fact' ? row.factId : `${row.type}:${row.articleId}`;
}

/**
 * Everything that a search found, one a row, each with what it is and the words that made it a result. Walked with the
 * arrow keys, Home and End; Enter opens, N writes a note. One row at a time is in the tab order.
 */
export function FoundList({ rows, list, onOpen, onWrite, onLeaveUp }: FoundListProps): JSX.Element {
  const [current, setCurrent] = useState<string | null>(null);
  const first = rows[0];
  const tabStop = rows.some((row) => foundKey(row) === current)
    ? current
    : first === undefined
      ? null
      : foundKey(first);

  const onKey = (event: KeyboardEvent, index: number, row: Found): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') focusRow(list, index + 1);
    else if (event.key === 'ArrowUp' && index === 0) onLeaveUp();
    else if (event.key === 'ArrowUp') focusRow(list, index - 1);
    else if (event.key === 'Home') focusRow(list, 0);
    else if (event.key === 'End') focusRow(list, rows.length - 1);
    else if ((event.key === 'n' || event.key === 'N') && 'entityId' in row) onWrite(row.entityId);
    else return;
    event.preventDefault();
  };

  return (
    <ul class="list found" aria-label={FOUND.label} ref={list}>
      {rows.map((row, index) => {
        const key = foundKey(row);
        const common = {
          class: 'item',
          tabIndex: key === tabStop ? 0 : -1,
          onFocus: () => setCurrent(key),
          onKeyDown: (event: KeyboardEvent) => onKey(event, index, row),
        } as const;
        return (
          <li key={key}>
            {'url' in row ? (
              <a {...common} href={row.url} target="_blank" rel="noopener noreferrer">
                <span class="nm">
                  <MarkedText excerpt={row.reason} />
                </span>
                <span class="ct">
                  <Icon name="open" small />
                </span>
                <span class="ds cut">
                  {FOUND.type[row.type]}
                  {row.site !== '' && (
                    <>
                      {' · '}
                      <bdi>{row.site}</bdi>
                    </>
                  )}
                  {row.published !== null && ` · ${formatDay(row.published)}`}
                </span>
              </a>
            ) : (
              <button type="button" {...common} onClick={() => onOpen(row.entityId)}>
                <span class="nm">
                  <bdi class={`k k-${row.kind}`}>{row.name}</bdi>
                </span>
                <span class="ct">
                  {(row.type === 'note' || (row.type === 'entity' && row.hasNote)) && (
                    <Icon name="note" small />
                  )}
                  {row.type === 'entity' && row.hasNote && <span class="sr">{POPUP.hasNote}</span>}
                </span>
                <span class="ds cut">
                  {row.type === 'entity' ? KIND_WORD[row.kind] : FOUND.type[row.type]}
                  {row.reason !== null ? (
                    <>
                      {' · '}
                      <MarkedText excerpt={row.reason} />
                    </>
                  ) : (
                    row.type === 'entity' &&
                    row.summary !== '' && (
                      <>
                        {' · '}
                        <bdi>{row.summary}</bdi>
                      </>
                    )
                  )}
                </span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
