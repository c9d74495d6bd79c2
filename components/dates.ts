/** Dates as the interface writes them. Days are calendar days without a time zone; moments are in the reader's own. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const LOCAL_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const LOCAL_TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `2020-12-10` as "10 Dec 2020", `2020-12` as "Dec 2020", `2020` as itself; nonsense as itself. */
export function formatDay(day: string): string {
  if (/^\d{4}$/.test(day)) return day;
  const time = Date.parse(day);
  if (Number.isNaN(time)) return day;
  return (day.length > 7 ? DAY : MONTH).format(time);
}

/** A moment in milliseconds since 1970 as "today, 09:14" or "3 Dec 2020". */
export function formatMoment(time: number, now: number): string {
  const day = LOCAL_DAY.format(time);
  return day === LOCAL_DAY.format(now) ? `today, ${LOCAL_TIME.format(time)}` : day;
}

/** When a fact held: "17 Jul 2016 – 24 Jul 2019", "from 2005", "until Mar 2019"; empty when neither end is known. */
export function formatSpan(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${formatDay(from)} – ${formatDay(to)}`;
  if (from !== null) return `from ${formatDay(from)}`;
  if (to !== null) return `until ${formatDay(to)}`;
  return '';
}
