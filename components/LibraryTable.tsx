import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntityId } from '../utils/model/ids';
import type { LibraryList, LibraryRow, LibrarySort } from '../utils/model/library-list';
import { formatDay } from './dates';
import { LIBRARY } from './library-words';
import { KIND_WORD } from './words';

/** Height of a row in CSS pixels at the usual text size; grows with it. */
const ROW_REM = 2.125;
/** Rows drawn beyond what is in sight, above and below. */
const SPARE_ROWS = 8;

interface LibraryTableProps {
  readonly total: number;
  readonly list: LibraryList;
  /** A row by its place, or null while it is on its way. */
  readonly rowAt: (index: number) => LibraryRow | null;
  readonly selected: ReadonlySet<EntityId>;
  /** The rows from `from` up to `to` are in sight. */
  readonly onRange: (from: number, to: number) => void;
  readonly onSort: (sort: LibrarySort) => void;
  /** Selects or leaves a row; with `upTo` every row since the last one that was pressed. */
  readonly onSelect: (index: number, isOn: boolean, upTo: boolean) => void;
  readonly onSelectAll: (isOn: boolean) => void;
  readonly onOpen: (entityId: EntityId) => void;
}

const COLUMNS: readonly { readonly sort: LibrarySort | null; readonly class: string }[] = [
  { sort: 'name', class: 'c-name' },
  { sort: 'kind', class: 'c-kind' },
  { sort: null, class: 'c-also' },
  { sort: 'facts', class: 'c-num n' },
  { sort: 'notes', class: 'c-num n' },
  { sort: 'seen', class: 'c-num n' },
  { sort: 'changed', class: 'c-day' },
  { sort: 'from', class: 'c-from' },
];

/**
 * The library's names in rows of one height, of which only those near the window's part in sight are drawn. Walked with the
 * arrow keys, Home, End and the page keys; Space selects, Enter opens.
 */
export function LibraryTable(props: LibraryTableProps): JSX.Element {
  const { total, list, rowAt, selected, onRange, onSort, onSelect, onSelectAll, onOpen } = props;
  const boxRef = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [current, setCurrent] = useState(0);
  /** The row that gets the focus once it is drawn. */
  const focusNextRef = useRef<number | null>(null);
  const rowHeight = ROW_REM * rootSize();
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const last = Math.min(total, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  const tabStop = current >= first && current < last ? current : first;

  useLayoutEffect(() => {
    const element = boxRef.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useEffect(() => {
    // Another list begins at its beginning.
    if (boxRef.current !== null) boxRef.current.scrollTop = 0;
    setCurrent(0);
  }, [list]);
  useLayoutEffect(() => {
    if (focusNextRef.current === null) return;
    const button = boxRef.current?.querySelector<HTMLElement>(`[data-row="${focusNextRef.current}"] .open`);
    if (button === null || button === undefined) return;
    focusNextRef.current = null;
    button.focus({ preventScroll: true });
  });

  const go = (index: number): void => {
    const element = boxRef.current;
    if (element === null || total === 0) return;
    const next = Math.max(0, Math.min(total - 1, index));
    focusNextRef.current = next;
    setCurrent(next);
    const head = element.querySelector('thead')?.clientHeight ?? 0;
    const start = next * rowHeight;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + rowHeight + head > element.scrollTop + element.clientHeight) {
      element.scrollTop = start + rowHeight + head - element.clientHeight;
    }
    setTop(element.scrollTop);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(height / rowHeight) - 2);
    const row = rowAt(index);
    if (event.key === 'ArrowDown') go(index + 1);
    else if (event.key === 'ArrowUp') go(index - 1);
    else if (event.key === 'PageDown') go(index + page);
    else if (event.key === 'PageUp') go(index - page);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(total - 1);
    else if (event.key === ' ' && row !== null) {
      onSelect(index, !selected.has(row.entityId), event.shiftKey);
    } else return;
    event.preventDefault();
  };

  const isAll = total > 0 && selected.size >= total;
  const rows = Array.from({ length: Math.max(0, last - first) }, (_none, at) => {
    const index = first + at;
    const row = rowAt(index);
    const isOn = row !== null && selected.has(row.entityId);
    return (
      <tr key={index} data-row={index} aria-rowindex={index + 2} class={isOn ? 'on' : ''}>
        <td class="c-check">
          {row !== null && (
            <label class="hit">
              <input
                class="check"
                type="checkbox"
                tabIndex={-1}
                aria-label={LIBRARY.select(row.name)}
                checked={isOn}
                onClick={(event) => onSelect(index, !isOn, event.shiftKey)}
              />
            </label>
          )}
        </td>
        <td class="c-name cut">
          {row !== null && (
            <button
              type="button"
              class="open"
              tabIndex={index === tabStop ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onKeyDown={(event) => onKey(event, index)}
              onClick={() => onOpen(row.entityId)}
            >
              <bdi class={`k k-${row.kind} nm`}>{row.name}</bdi>
            </button>
          )}
        </td>
        <td class="c-kind mid cut">{row === null ? '' : KIND_WORD[row.kind]}</td>
        <td class="c-also dim cut">{row === null ? '…' : <bdi>{row.also}</bdi>}</td>
        <td class="c-num n">{row === null || row.factCount === 0 ? '' : row.factCount}</td>
        <td class="c-num n">{row === null || row.noteCount === 0 ? '' : row.noteCount}</td>
        <td class="c-num n">{row === null || row.seenCount === 0 ? '' : row.seenCount}</td>
        <td class="c-day mid cut">
          {row === null || row.changed === 0
            ? ''
            : formatDay(new Date(row.changed).toISOString().slice(0, 10))}
        </td>
        <td class="c-from dim cut">{row === null ? '' : <bdi>{from(row)}</bdi>}</td>
      </tr>
    );
  });
  return (
    // The scroller is no control: its rows are.
    <div class="vt" ref={boxRef} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <table class="tb" aria-label={LIBRARY.table} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th class="c-check" scope="col">
              <label class="hit">
                <input
                  class="check"
                  type="checkbox"
                  aria-label={LIBRARY.selectAll}
                  disabled={total === 0}
                  checked={isAll}
                  indeterminate={!isAll && selected.size > 0}
                  onClick={() => onSelectAll(!isAll)}
                />
              </label>
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column.class + (column.sort ?? '')}
                class={column.class}
                scope="col"
                {...(column.sort === list.sort
                  ? { 'aria-sort': list.descending ? ('descending' as const) : ('ascending' as const) }
                  : {})}
              >
                {column.sort === null ? (
                  LIBRARY.also
                ) : (
                  <SortButton sort={column.sort} list={list} onSort={onSort} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} />}
          {rows}
          {last < total && <Gap rows={total - last} />}
        </tbody>
      </table>
    </div>
  );
}

function SortButton({
  sort,
  list,
  onSort,
}: Pick<LibraryTableProps, 'list' | 'onSort'> & { readonly sort: LibrarySort }): JSX.Element {
  return (
    <button type="button" class="sort" onClick={() => onSort(sort)}>
      {LIBRARY.columns[sort]}
      {sort === list.sort && <span aria-hidden="true">{list.descending ? ' ↓' : ' ↑'}</span>}
    </button>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }): JSX.Element {
  return (
    <tr class="gap" aria-hidden="true" style={{ blockSize: `${rows * ROW_REM}rem` }}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td colSpan={9} />
    </tr>
  );
}

function from(row: LibraryRow): string {
  if (row.packName === null) return LIBRARY.yours;
  return row.isEdited ? LIBRARY.edited(row.packName) : row.packName;
}

/** CSS pixels of one rem. */
function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
