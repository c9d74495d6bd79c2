import type { JSX } from 'preact';
import { FACT } from './fact-words';
import { Icon } from './Icon';

interface ChangedFactsProps {
  /** Facts on the page that are not what they were on its day. */
  readonly count: number;
  /** The article's day `YYYY-MM-DD`. */
  readonly day: string;
  /** `YYYY`. */
  readonly thisYear: string;
  /** Whether the list shows only the names that they belong to. */
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

/** The strip over an old article's names: how much has changed since it was written. */
export function ChangedFacts({
  count,
  day,
  thisYear,
  isOn,
  onToggle,
}: ChangedFactsProps): JSX.Element | null {
  if (count === 0) return null;
  return (
    <div class="strip">
      <Icon name="clock" small />
      <span class="grow">{FACT.changed(count, day, thisYear)}</span>
      <button type="button" class="btn quiet tight" aria-pressed={isOn} onClick={onToggle}>
        {isOn ? FACT.showAll : FACT.show}
      </button>
    </div>
  );
}
