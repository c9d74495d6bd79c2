/** Dates as the interface writes them. Days are calendar days without a time zone; moments are in the reader's own. */

/** `Intl` writes "Sept" in British English, which is a letter too wide for a card's columns. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2020-12-10` as "10 Dec 2020", `2020-12` as "Dec 2020", `2020` as itself; nonsense as itself. */
export function formatDay(day: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day) ?? [];
  if (year === undefined || month === undefined) return day;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return day;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** A moment in milliseconds since 1970 as "today, 09:14" or "3 Dec 2020". */
export function formatMoment(time: number, now: number): string {
  const moment = new Date(time);
  if (moment.toDateString() === new Date(now).toDateString()) {
    return `today, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
  }
  return `${moment.getDate()} ${MONTHS[moment.getMonth()] ?? ''} ${moment.getFullYear()}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** When a fact held: "17 Jul 2016 – 24 Jul 2019", "from 2005", "until Mar 2019"; empty when neither end is known. */
export function formatSpan(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${formatDay(from)} – ${formatDay(to)}`;
  if (from !== null) return `from ${formatDay(from)}`;
  if (to !== null) return `until ${formatDay(to)}`;
  return '';
}
