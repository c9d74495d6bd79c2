import { useEffect, useState } from 'preact/hooks';
import { failureCode } from '../../components/error-words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { Found } from '../../utils/model/found';

/** The rows that match, and the query that they match: the last answer stays in sight while the next is on its way. */
export interface SearchResult {
  readonly query: string;
  readonly rows: readonly Found[];
  /** False while only names were searched, and the rest is on its way. */
  readonly isWhole: boolean;
  readonly failure: ErrorCode | null;
}

const NOTHING: SearchResult = { query: '', rows: [], isWhole: true, failure: null };

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
    const ask = async (): Promise<void> => {
      const first = await client.searchLibrary({ query });
      if (isCurrent) setResult({ query, ...first, failure: null });
      if (first.isWhole) return;
      await client.awaitSearch({});
      if (!isCurrent) return;
      const whole = await client.searchLibrary({ query });
      if (isCurrent) setResult({ query, ...whole, failure: null });
    };
    ask().catch((error: unknown) => {
      if (isCurrent) setResult({ query, rows: [], isWhole: true, failure: failureCode(error) });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, query, revision]);
  return result;
}
