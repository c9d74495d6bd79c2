import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CardFace, type CardContent } from '../../components/CardFace';
import { WELCOME } from '../../components/page-words';
import { FIRST_CARD, SAMPLE } from './sample';

/** A paragraph with marks; resting on one, by pointer or keyboard, shows its card. */
export function SampleArticle(): JSX.Element {
  const [card, setCard] = useState<CardContent>(FIRST_CARD);
  return (
    <aside class="demo" aria-label={WELCOME.sample}>
      <p class="lab">{WELCOME.sample}</p>
      <p class="txt">
        {SAMPLE.map((piece) =>
          typeof piece === 'string' ? (
            piece
          ) : (
            <button
              key={piece.card.surface}
              type="button"
              class={`m k-${piece.card.kind}${piece.isFirst ? '' : ' later'}`}
              aria-pressed={card === piece.card}
              onPointerEnter={() => setCard(piece.card)}
              onFocus={() => setCard(piece.card)}
              onClick={() => setCard(piece.card)}
            >
              {piece.card.surface}
            </button>
          ),
        )}
      </p>
      <article class="card" aria-labelledby="sample-title">
        <CardFace content={card} titleId="sample-title" now={0} notice={null} notThis={null} actions={null} />
      </article>
      <dl>
        {WELCOME.keys.map(([key, what]) => (
          <div key={key} class="row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
