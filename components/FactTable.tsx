import type { JSX } from 'preact';
import type { Fact, FactLine } from '../utils/model/fact';
import type { FactId } from '../utils/model/ids';
import { formatDay, formatSpan } from './dates';
import { FACT } from './fact-words';
import { Icon } from './Icon';
import { OutLink } from './OutLink';
import { ENTRY } from './words';

interface FactTableProps {
  /** One line a slot, changed ones first. */
  readonly facts: readonly FactLine[];
  /** The article's day `YYYY-MM-DD`, or null when unknown: then there is only today's column. */
  readonly day: string | null;
  /** Most lines to show; all when not given. */
  readonly max?: number;
}

/**
 * Facts as they stood on the article's day, with today's state beside those that have changed. One that has not changed
 * spans both columns, so that the split itself tells.
 */
export function FactTable({ facts, day, max = Infinity }: FactTableProps): JSX.Element | null {
  const lines = facts.slice(0, max);
  if (lines.length === 0) return null;
  const isSplit = day !== null && lines.some((line) => line.changed);
  return (
    <table class="facts">
      <caption class="sr">{ENTRY.facts}</caption>
      <colgroup>
        <col class="slots" />
        <col class="thens" />
        <col />
      </colgroup>
      {isSplit && (
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">{ENTRY.slot}</span>
            </th>
            <th scope="col">
              <b>{ENTRY.asOf}</b> {formatDay(day)}
            </th>
            <th scope="col" class="now">
              <b>{ENTRY.now}</b>
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {lines.map((line) => (
          <tr key={line.slot}>
            <th scope="row" class="slot">
              <bdi>{line.slot}</bdi>
            </th>
            {isSplit && line.changed ? (
              <>
                <td class="then">{values(line.asOf, ENTRY.unknown, 'first', line.disputed)}</td>
                <td class="now">
                  {line.now.length > 0 ? values(line.now, '', 'both', line.disputed) : ended(line.asOf)}
                </td>
              </>
            ) : (
              <td colSpan={2}>
                {values(line.now.length > 0 ? line.now : line.asOf, ENTRY.none, 'both', line.disputed)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which of a fact's dates its column leaves to say. */
type Dates = 'both' | 'first';

function values(
  facts: readonly Fact[],
  none: string,
  dates: Dates,
  disputed: readonly FactId[],
): JSX.Element {
  if (facts.length === 0) return <span class="dim">{none}</span>;
  const against = facts.filter(({ id }) => disputed.includes(id));
  const sources = new Set(against.map(({ source }) => `${source.title} ${source.url}`));
  return (
    <>
      {sources.size > 1 && (
        <span class="differ">
          <Icon name="alert" small />
          {FACT.differ(sources.size)}
        </span>
      )}
      {facts.map((fact) => (
        <div key={fact.id}>
          <bdi>{fact.value}</bdi>
          {/* Whoever has to choose needs both dates and both sources in sight. */}
          <Provenance fact={fact} dates={dates} named={disputed.includes(fact.id)} />
        </div>
      ))}
    </>
  );
}

/** What stands under "now" when a slot has emptied: "None", with the day on which it ended. */
function ended(facts: readonly Fact[]): JSX.Element {
  const last = facts.reduce((latest, fact) => (fact.to !== null && fact.to > latest ? fact.to : latest), '');
  return (
    <>
      {ENTRY.none}
      {last !== '' && <span class="span">{formatSpan(null, last)}</span>}
    </>
  );
}

/** When a fact held, as a link to where that was read; the source's name where no date is known. */
function Provenance({
  fact,
  dates,
  named,
}: {
  readonly fact: Fact;
  readonly dates: Dates;
  /** Whether the source is named beside the date. */
  readonly named: boolean;
}): JSX.Element | null {
  const { from, to, source } = fact;
  const span = formatSpan(from, dates === 'first' && from !== null ? null : to);
  const shown = span === '' ? source.title : span;
  if (shown === '') return null;
  return (
    <span class={span === '' ? 'span cut' : 'span'}>
      <OutLink
        url={source.url}
        title={source.title === '' ? formatSpan(from, to) : ENTRY.source(source.title)}
      >
        <bdi>{shown}</bdi>
        {span !== '' && source.title !== '' && (
          <span class={named ? '' : 'sr'}>
            {named ? ' · ' : ', '}
            <bdi>{named ? source.title : ENTRY.source(source.title)}</bdi>
          </span>
        )}
      </OutLink>
    </span>
  );
}
