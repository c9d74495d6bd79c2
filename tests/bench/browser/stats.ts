/** The value below which a share of all values lies; 0.5 is the median. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Medians of the numeric properties of several runs; null and lists are left out. */
export function medians<Key extends string>(
  runs: readonly Readonly<Record<Key, unknown>>[],
  keys: readonly Key[],
): Record<Key, number | null> {
  const entries = keys.map((key) => {
    const values = runs.map((run) => run[key]).filter((value) => typeof value === 'number');
    return [key, values.length === 0 ? null : median(values)] as const;
  });
  return Object.fromEntries(entries) as Record<Key, number | null>;
}
