import type { MonthOfSightings } from '../model/reading';

/** One article in which a name occurs. */
export interface DatedSighting {
  /** `YYYY-MM-DD`, or longer. */
  readonly day: string;
  readonly count: number;
}

/**
 * Sightings by month, the oldest first, months without any included.
 *
 * @param last the last month, `YYYY-MM`
 * @param length number of months
 */
export function monthly(
  sightings: readonly DatedSighting[],
  last: string,
  length: number,
): MonthOfSightings[] {
  const months = new Map<string, { articles: number; mentions: number }>();
  for (let back = length - 1; back >= 0; back--)
    months.set(monthBefore(last, back), { articles: 0, mentions: 0 });
  for (const { day, count } of sightings) {
    const month = months.get(day.slice(0, 7));
    if (month === undefined) continue;
    month.articles += 1;
    month.mentions += count;
  }
  return [...months].map(([month, counts]) => ({ month, ...counts }));
}

function monthBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 - back;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
