import type { DraftState } from './draft-keeper';
import { NOTE } from './words';

/** How safe what was typed is, in words; nothing while nothing was typed. */
export function draftWords(state: DraftState): string {
  if (state === 'kept') return NOTE.kept;
  if (state === 'failed') return NOTE.notKept;
  return state === 'waiting' ? NOTE.keeping : '';
}
