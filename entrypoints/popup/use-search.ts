import { useEffect, useState } from 'preact/hooks';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import type { Client } from '../../utils/messaging/client';
import type { EntityRow, PanelCalls } from '../../utils/messaging/protocol';

/** The rows that match, and the query that they match: the last answer stays in sight while the next is on its way. */
export interface SearchResult {
  readonly query: string;
  readonly rows: readonly EntityRow[];
  readonly failure: ErrorCode | null;
}

const NOTHING: SearchResult = { query: '', rows: [], failure: null };

/**
 * Searches the library as one types; answers that come late are dropped.
 *
 * @param query trimmed; empty asks nothing
 * @param revision asks again when it changes
 */
export function useSearch(client: Client<PanelCalls>, query: string, revision: number): SearchResult {
  const [result, setResult] = useState<SearchResult>(NOTHING);
  useEffect(() => {
    if (query === '') {
      setResult(NOTHING);
      return undefined;
    }
    let isCurrent = true;
    client.searchEntities({ query }).then(
      (rows) => isCurrent && setResult({ query, rows, failure: null }),
      (error: unknown) => isCurrent && setResult({ query, rows: [], failure: failureCode(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, query, revision]);
  return result;
}
