/** Why something typed is no span of days. */
export type SpanProblem = 'from' | 'to' | 'order';

/** Whether a text is a day `YYYY-MM-DD`, a month `YYYY-MM` or a year `YYYY` that a calendar has. */
export function isCoarseDay(text: string): boolean {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month < '01' || month > '12') return false;
  return date >= '01' && Number(date) <= daysIn(Number(year), Number(month));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * What is wrong with a fact's two ends, each a coarse day or null; null when nothing is. A span may begin and end within
 * one coarse day: `2019` to `2019-07-24`, and the other way round.
 */
export function spanProblem(from: string | null, to: string | null): SpanProblem | null {
  if (from !== null && !isCoarseDay(from)) return 'from';
  if (to !== null && !isCoarseDay(to)) return 'to';
  if (from === null || to === null) return null;
  // '~' sorts after every digit: a coarse end counts as its last day.
  return from <= to.padEnd(10, '~') ? null : 'order';
}
