import type { JSX } from 'preact';
import type { PackTestFailure } from '../utils/model/pack';
import { PACKS } from './pack-words';

interface PackFailuresProps {
  readonly failures: readonly PackTestFailure[];
  readonly count: number;
}

/** Sentences of the pack's own that did not light as they say. */
export function PackFailures({ failures, count }: PackFailuresProps): JSX.Element | null {
  if (count === 0) return null;
  return (
    <div class="packlist">
      <p class="mid">{PACKS.failures(count)}</p>
      <ul>
        {failures.map(({ row, text, missing, extra }) => (
          <li key={row}>
            <span class="grow">
              “<bdi>{text}</bdi>”{' '}
              <span class="dim">
                {[
                  ...(missing.length > 0 ? [PACKS.missing(missing)] : []),
                  ...(extra.length > 0 ? [PACKS.extra(extra)] : []),
                ].join('; ')}
              </span>
            </span>
          </li>
        ))}
        {count > failures.length && <li class="dim">{PACKS.more(count - failures.length)}</li>}
      </ul>
    </div>
  );
}
