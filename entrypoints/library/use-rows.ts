import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { failureCode } from '../../components/error-words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { LibraryList, LibraryRow } from '../../utils/model/library-list';

/** Rows asked for at once. */
const PAGE_ROWS = 100;

/** A list of which only the stretches that were in sight are here. */
export interface Rows {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly failure: ErrorCode | null;
  readonly rowAt: (index: number) => LibraryRow | null;
  /** Asks for what is missing of the rows from `from` up to `to`. */
  readonly onRange: (from: number, to: number) => void;
  readonly retry: () => void;
}

interface Kept {
  readonly rows: Map<number, LibraryRow>;
  /** Stretches that were asked for, by number. */
  readonly asked: Set<number>;
}

interface Shown {
  readonly total: number | null;
  readonly rows: ReadonlyMap<number, LibraryRow>;
}

/**
 * The rows of a list by their places, asked for as they come into sight. What is in sight stays until newer rows are here,
 * so that a change elsewhere makes nothing flicker.
 *
 * @param revision asks again when it changes
 */
export function useRows(client: Client<PanelCalls>, list: LibraryList, revision: number): Rows {
  const [shown, setShown] = useState<Shown>({ total: null, rows: new Map() });
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const keptRef = useRef<Kept>({ rows: new Map(), asked: new Set() });
  const rangeRef = useRef({ from: 0, to: PAGE_ROWS });

  const ask = useCallback(
    (from: number, to: number): void => {
      const mine = keptRef.current;
      for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS < Math.max(to, 1); page += 1) {
        if (mine.asked.has(page)) continue;
        mine.asked.add(page);
        const offset = page * PAGE_ROWS;
        client.listLibrary({ list, offset, count: PAGE_ROWS }).then(
          ({ total, rows }) => {
            // An answer to a question that another one has replaced.
            if (mine !== keptRef.current) return;
            rows.forEach((row, at) => mine.rows.set(offset + at, row));
            setFailure(null);
            setShown({ total, rows: mine.rows });
          },
          (error: unknown) => {
            if (mine !== keptRef.current) return;
            mine.asked.delete(page);
            setFailure(failureCode(error));
          },
        );
      }
    },
    [client, list],
  );
  const again = useCallback((): void => {
    keptRef.current = { rows: new Map(), asked: new Set() };
    ask(rangeRef.current.from, rangeRef.current.to);
  }, [ask]);
  // Asks anew for another list and after every change of the library.
  useEffect(again, [again, revision]);

  const onRange = useCallback(
    (from: number, to: number): void => {
      rangeRef.current = { from, to };
      ask(from, to);
    },
    [ask],
  );
  return {
    total: shown.total,
    failure,
    rowAt: (index) => shown.rows.get(index) ?? null,
    onRange,
    retry: again,
  };
}
