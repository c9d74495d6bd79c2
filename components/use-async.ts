import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../utils/model/call-error';
import { failureCode } from './error-words';

/** What is known of an answer; a failure takes the place of the value before it. */
export type Async<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'value'; readonly value: Value }
  | { readonly status: 'error'; readonly code: ErrorCode };

/**
 * A promise as loading, value or error. While it is asked for again the last answer stays in sight, so that nothing
 * flickers and no field being typed in goes away; a component that must not show an old answer needs a `key`.
 *
 * @param ask asks; a new identity (`useCallback`) asks anew
 * @returns the answer, and a function that asks the same again and resolves once the answer is in; it never rejects
 */
export function useAsync<Value>(ask: () => Promise<Value>): readonly [Async<Value>, () => Promise<void>] {
  const [answer, setAnswer] = useState<Async<Value>>({ status: 'loading' });
  const turnRef = useRef(0);

  const again = useCallback((): Promise<void> => {
    turnRef.current += 1;
    const mine = turnRef.current;
    // An answer that comes after a later question was asked is no answer any more.
    const tell = (next: Async<Value>): void => {
      if (mine === turnRef.current) setAnswer(next);
    };
    return ask().then(
      (value) => tell({ status: 'value', value }),
      (error: unknown) => tell({ status: 'error', code: failureCode(error) }),
    );
  }, [ask]);

  useEffect(() => {
    void again();
    return () => {
      turnRef.current += 1;
    };
  }, [again]);

  return [answer, again];
}
