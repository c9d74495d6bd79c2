import type { JSX } from 'preact';
import type { MonthOfSightings } from '../utils/model/reading';
import { formatDay } from './dates';
import { READING } from './reading-words';

/** Units of the drawing; it scales with the panel. */
const STEP = 28;
const BAR = 16;
const HEIGHT = 44;
const FIGURE = 12;
const LETTER = 14;

/**
 * Articles a month as bars, the last month in ink. For those who cannot see it there is a table with the same numbers.
 * Time runs from left to right in every language, as its Latin labels do.
 */
export function SightingsChart({ months }: { readonly months: readonly MonthOfSightings[] }): JSX.Element {
  const most = Math.max(1, ...months.map(({ articles }) => articles));
  const peak = months.findIndex(({ articles }) => articles === most);
  return (
    <figure class="months">
      <svg
        viewBox={`0 0 ${months.length * STEP} ${FIGURE + HEIGHT + LETTER}`}
        aria-hidden="true"
        focusable="false"
      >
        {months.map(({ month, articles }, index) => {
          const isLast = index === months.length - 1;
          const height = articles === 0 ? 0 : Math.max(2, (articles / most) * HEIGHT);
          const middle = index * STEP + STEP / 2;
          const top = FIGURE + HEIGHT - height;
          return (
            <g key={month} class={isLast ? 'now' : ''}>
              <title>{`${formatDay(month)}: ${READING.inArticles(articles)}`}</title>
              <rect x={middle - BAR / 2} y={top} width={BAR} height={height} />
              {articles > 0 && (index === peak || isLast) && (
                <text x={middle} y={top - 3}>
                  {articles}
                </text>
              )}
              <text x={middle} y={FIGURE + HEIGHT + LETTER - 3}>
                {formatDay(month).slice(0, 1)}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={months.length * STEP} y1={FIGURE + HEIGHT} y2={FIGURE + HEIGHT} />
      </svg>
      <table class="sr">
        <caption>{READING.byMonth}</caption>
        <thead>
          <tr>
            <th scope="col">{READING.month}</th>
            <th scope="col">{READING.articles}</th>
            <th scope="col">{READING.mentions}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, articles, mentions }) => (
            <tr key={month}>
              <th scope="row">{formatDay(month)}</th>
              <td>{articles}</td>
              <td>{mentions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
