import type { Found } from '../utils/model/found';

/** Words of the search over everything. */
export const FOUND = {
  label: 'Found',
  type: {
    entity: 'name',
    note: 'note',
    fact: 'fact',
    article: 'saved article',
    reading: 'read article',
  } satisfies Record<Found['type'], string>,
  /** While the index is still being built. */
  partial: 'Names first. Notes and articles follow in a moment.',
} as const;
