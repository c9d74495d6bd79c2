import { KEY_ADVICE } from '../../../components/sync-words';
import { ADVICE } from '../../../utils/sync/errors';

const WORDS: Readonly<Record<string, string>> = { ...ADVICE, ...KEY_ADVICE };

/** A failure of sync in words. A code that nobody knows is a defect of ours, and is said to be. */
export function adviceFor(code: string): string {
  return WORDS[code] ?? ADVICE.broken;
}
