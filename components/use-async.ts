import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { failureCode } from './error-words';
import type { ErrorCode } from '../utils/model/call-error';

/**
 * What is known of an answer. While it is asked for again the last value stays, so that nothing flickers; a failure
 * takes its place.
 */
export type Async<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'value'; readonly value: Value }
  | { readonly status: 'error'; readonly code: ErrorCode };

/**
 * A promise as loading, value or error.
 *
 * @param ask asks; a new identity (`useCallback`) asks anew and forgets the answer to the old question
 * @returns the answer, and a function that asks the same again and resolves once the answer is in; it never rejects
 */
export function useAsync<Value>(ask: () => Promise<Value>): readonly [Async<Value>, () => Promise<void>] {
  const [answer, setAnswer] = useState<{ of: unknown; is: Async<Value> }>({
    of: ask,
    is: { status: 'loading' },
  });
  const turnRef = useRef(0);

  const again = useCallback((): Promise<void> => {
    turnRef.current += 1;
    const mine = turnRef.current;
    // An answer that comes after a later question was asked is no answer any more.
    const tell = (is: Async<Value>): void => {
      if (mine === turnRef.current) setAnswer({ of: ask, is });
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

  return [answer.of === ask ? answer.is : { status: 'loading' }, again];
}
