const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and names a month and day that exist in some year. */
export function isCoarseDay(text: string): boolean {
  const match = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const month = match[1] === undefined ? 1 : Number(match[1]);
  const day = match[2] === undefined ? 1 : Number(match[2]);
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Whether a text is a whole day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && isCoarseDay(text);
}
