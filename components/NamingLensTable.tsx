import type { JSX } from 'preact';
import type { NamingLens, SpellingCount } from '../utils/model/reading';
import { READING } from './reading-words';

/** Which spellings the publisher in front uses, and which the others do. */
export function NamingLensTable({ lens }: { readonly lens: NamingLens }): JSX.Element {
  const { outlet, others } = lens;
  return (
    <dl class="lens">
      {outlet !== null && (
        <div>
          <dt>
            <bdi>{outlet.site}</bdi>
          </dt>
          <dd>
            <Spellings spellings={outlet.spellings} figure={(count) => READING.ofAll(count, outlet.total)} />
          </dd>
        </div>
      )}
      {others.total > 0 && (
        <div>
          <dt>{outlet === null ? READING.articles : READING.others(others.sites)}</dt>
          <dd>
            <Spellings spellings={others.spellings} figure={(count) => READING.share(count, others.total)} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Spellings({
  spellings,
  figure,
}: {
  readonly spellings: readonly SpellingCount[];
  readonly figure: (count: number) => string;
}): JSX.Element {
  return (
    <>
      {spellings.map(({ text, count }, index) => (
        <span key={text}>
          {index > 0 && ' · '}
          <q>
            <bdi>{text}</bdi>
          </q>{' '}
          <span class="dim num">{figure(count)}</span>
        </span>
      ))}
    </>
  );
}
