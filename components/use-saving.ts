import { useState } from 'preact/hooks';
import type { ErrorCode } from '../utils/model/call-error';
import type { DraftKeeper } from './draft-keeper';
import { failureCode } from './error-words';

/** What a form is doing about its buttons. */
export interface Saving {
  readonly isBusy: boolean;
  /** Why the last act failed; null when none did. */
  readonly failure: ErrorCode | null;
  /** Runs an act alone, once the draft has come to rest; never rejects. */
  readonly run: (act: () => Promise<void>) => Promise<void>;
}

/**
 * Save, discard and delete of a form whose draft is kept while one types.
 *
 * @param keepAgain keeps the draft after all: it was waiting for a save that has failed
 */
export function useSaving(keeper: DraftKeeper, keepAgain: () => void): Saving {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const run = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await keeper.settle();
      await act();
    } catch (error) {
      setFailure(failureCode(error));
      keepAgain();
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, failure, run };
}
