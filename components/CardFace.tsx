import type { ComponentChildren, JSX } from 'preact';
import type { RelatedArticle } from '../utils/model/article';
import type { FactLine } from '../utils/model/fact';
import type { Kind } from '../utils/model/kind';
import type { Note } from '../utils/model/note';
import type { LastMet } from '../utils/model/reading';
import { ArticleList } from './ArticleList';
import { formatMoment } from './dates';
import { FactTable } from './FactTable';
import { Headword } from './Headword';
import { Icon } from './Icon';
import { KindLine } from './KindLine';
import { KindWord } from './KindWord';
import { LastMetLine } from './LastMetLine';
import { Markdown } from './Markdown';
import { ReasonLine } from './ReasonLine';
import type { PlacedReason } from './reason-words';
import { ENTRY } from './words';

/** Slots shown in a card; the popup has the rest. */
const FACTS_MAX = 4;
const RELATED_MAX = 2;

/** What a card tells; `CardView` of the message contract fits. */
export interface CardContent {
  readonly name: string;
  readonly kind: Kind;
  readonly packName: string | null;
  readonly summary: string;
  readonly facts: readonly FactLine[];
  /** The article's day `YYYY-MM-DD`, or null when unknown. */
  readonly day: string | null;
  readonly latestNote: Note | null;
  readonly related: readonly RelatedArticle[];
  /** When the name was met before; absent or null when it was not, or nothing of that is kept. */
  readonly lastMet?: LastMet | null;
  readonly surface: string;
  readonly reasons: readonly PlacedReason[];
  readonly runnerUp: { readonly name: string; readonly kind: Kind; readonly summary: string } | null;
}

interface CardFaceProps {
  readonly content: CardContent;
  /** Id of the headword, which labels the card. */
  readonly titleId: string;
  /** Milliseconds since 1970, to tell today's note. */
  readonly now: number;
  /** What went wrong with the last act, above everything else. */
  readonly notice: ComponentChildren;
  /** What stands at the end of the reason: the menu "Not this", or its undo. */
  readonly notThis: ComponentChildren;
  /** What the card can do; null for a card that is only looked at. */
  readonly actions: {
    readonly onOpen: () => void;
    readonly onClose: () => void;
    /** Null once the runner-up was chosen. */
    readonly onUseOther: (() => void) | null;
  } | null;
}

/** One name's background in dictionary order: headword, kind, sentence, facts, note, what to read next, why it was lit. */
export function CardFace(props: CardFaceProps): JSX.Element {
  const { content, titleId, now, notice, notThis, actions } = props;
  const { latestNote, runnerUp, related } = content;
  return (
    <>
      <header>
        <Headword name={content.name} id={titleId} />
        {actions !== null && (
          <div class="tools">
            <button type="button" class="btn quiet icon" aria-label={ENTRY.close} onClick={actions.onClose}>
              <Icon name="close" />
            </button>
          </div>
        )}
        <KindLine
          kind={content.kind}
          parts={[content.packName === null ? '' : ENTRY.from(content.packName)]}
        />
      </header>
      {/* It may scroll and hold nothing else to focus: the keyboard must get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="body" tabIndex={0}>
        <div class="flow">
          {notice}
          {content.summary !== '' && (
            <p class="prose" dir="auto">
              {content.summary}
            </p>
          )}
          {content.lastMet !== undefined && content.lastMet !== null && (
            <LastMetLine lastMet={content.lastMet} short />
          )}
          <FactTable facts={content.facts} day={content.day} max={FACTS_MAX} />
          {runnerUp !== null && (
            <section class="sec">
              <h3>{ENTRY.couldAlsoBe}</h3>
              <p class="other">
                <bdi class="grow">{runnerUp.name}</bdi>
                {actions !== null && actions.onUseOther !== null && (
                  <button
                    type="button"
                    class="btn"
                    aria-label={ENTRY.chooseThisLabel(runnerUp.name)}
                    onClick={actions.onUseOther}
                  >
                    {ENTRY.chooseThis}
                  </button>
                )}
              </p>
              <p class="kind">
                <KindWord kind={runnerUp.kind} />
                {runnerUp.summary !== '' && (
                  <>
                    {' · '}
                    <bdi>{runnerUp.summary}</bdi>
                  </>
                )}
              </p>
            </section>
          )}
          {(latestNote !== null || actions !== null) && (
            <section class="sec">
              <h3>
                {ENTRY.yourNote}
                {latestNote !== null && <span class="grow">{formatMoment(latestNote.updated, now)}</span>}
              </h3>
              {latestNote === null ? (
                <p class="mid">{ENTRY.noNoteCard}</p>
              ) : (
                <Markdown body={latestNote.body} short />
              )}
            </section>
          )}
          {related.length > 0 && (
            <section class="sec">
              <h3>{ENTRY.related}</h3>
              <ArticleList articles={related} max={RELATED_MAX} />
            </section>
          )}
        </div>
      </div>
      <footer>
        <div class="whyline">
          <ReasonLine surface={content.surface} name={content.name} reasons={content.reasons} />
          {notThis}
        </div>
        {actions !== null && (
          <div class="acts">
            <button type="button" class="btn quiet" onClick={actions.onOpen}>
              <Icon name="note" />
              {latestNote === null ? ENTRY.writeNote : ENTRY.open}
            </button>
          </div>
        )}
      </footer>
    </>
  );
}
