import type { JSX } from 'preact';
import { formatDay } from './dates';
import { OutLink } from './OutLink';

/** Where a name was met. */
export interface Sighted {
  readonly url: string;
  readonly title: string;
  readonly site: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly sentence: string;
}

interface SightingListProps {
  readonly sightings: readonly Sighted[];
  /** Shows the sentences too. */
  readonly withSentences?: boolean;
}

/** Articles in which a name was met, newest first. */
export function SightingList({ sightings, withSentences = false }: SightingListProps): JSX.Element | null {
  if (sightings.length === 0) return null;
  return (
    <ul class="rel">
      {sightings.map(({ url, title, site, published, sentence }) => (
        <li key={url}>
          <OutLink url={url}>
            <bdi>{title === '' ? url : title}</bdi>
          </OutLink>
          <span class="meta">
            <bdi>{site}</bdi>
            {published !== null && ` · ${formatDay(published)}`}
          </span>
          {withSentences && (
            <p class="mid" dir="auto">
              <q>{sentence}</q>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
