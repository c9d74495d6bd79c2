import type { Json } from '../../crdt/op';

/** A value as JSON text with sorted keys and without absent members: equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

/** The same as a value, so that what a row holds and what JSON can say are one thing. */
export function asJson(value: unknown): Json {
  return JSON.parse(canonical(value)) as Json;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  );
}
