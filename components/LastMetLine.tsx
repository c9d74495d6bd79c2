import type { JSX } from 'preact';
import type { LastMet } from '../utils/model/reading';
import { READING } from './reading-words';

interface LastMetLineProps {
  readonly lastMet: LastMet;
  /** Leaves the article's title out where there is one line only. */
  readonly short?: boolean;
}

/** "Last met 41 days ago in Boats turn back, Harbour Gazette. New here: 2 sentences." */
export function LastMetLine({ lastMet, short = false }: LastMetLineProps): JSX.Element {
  const { title, site, daysAgo, newHere } = lastMet;
  return (
    <p class="lastmet">
      {READING.lastMet(daysAgo)} {READING.in}{' '}
      {!short && (
        <>
          <bdi>“{title}”</bdi>,{' '}
        </>
      )}
      <bdi>{site}</bdi>.{newHere !== null && ` ${READING.newHere(newHere)}`}
    </p>
  );
}
