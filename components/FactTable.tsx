import type { JSX } from 'preact';
import type { Fact, FactLine } from '../utils/model/fact';
import { formatDay, formatSpan } from './dates';
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
                <td class="then">{values(line.asOf, ENTRY.unknown)}</td>
                <td class="now">{line.now.length > 0 ? values(line.now, '') : ended(line.asOf)}</td>
              </>
            ) : (
              <td colSpan={2}>{values(line.now.length > 0 ? line.now : line.asOf, ENTRY.none)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function values(facts: readonly Fact[], none: string): JSX.Element | readonly JSX.Element[] {
  if (facts.length === 0) return <span class="dim">{none}</span>;
  return facts.map((fact) => (
    <div key={fact.id}>
      <bdi>{fact.value}</bdi>
      <Provenance span={formatSpan(fact.from, fact.to)} title={fact.source.title} url={fact.source.url} />
    </div>
  ));
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

interface ProvenanceProps {
  readonly span: string;
  readonly title: string;
  readonly url: string;
}

/** When a fact held and where that was read. */
function Provenance({ span, title, url }: ProvenanceProps): JSX.Element | null {
  if (span === '' && title === '') return null;
  return (
    <span class="span">
      {span}
      {span !== '' && title !== '' && ' · '}
      {title !== '' && (
        <OutLink url={url} class="source">
          <bdi>{title}</bdi>
        </OutLink>
      )}
    </span>
  );
}
