import type { ComponentChildren, JSX } from 'preact';
import { Headword } from './Headword';
import { Icon } from './Icon';
import { KindLine } from './KindLine';
import { SightingList, type Sighted } from './SightingList';
import { ENTRY, UNKNOWN } from './words';

/** What a card tells of an operation that nobody has saved; `UnknownCardView` of the message contract fits. */
export interface UnknownContent {
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
  readonly sentence: string;
  readonly articleCount: number;
  readonly sightings: readonly Sighted[];
}

interface UnknownCardFaceProps {
  readonly content: UnknownContent;
  /** Id of the headword, which labels the card. */
  readonly titleId: string;
  /** What went wrong with the last act, or what it did; above everything else. */
  readonly notice: ComponentChildren;
  /** Null once it was saved or ignored: there is nothing more to do here. */
  readonly actions: {
    readonly onSave: () => void;
    readonly onAlias: () => void;
    readonly onIgnore: () => void;
  } | null;
  readonly onClose: () => void;
}

/** An operation's name that nobody has saved: its sentence, where else it was met, and what to do with it. */
export function UnknownCardFace(props: UnknownCardFaceProps): JSX.Element {
  const { content, titleId, notice, actions, onClose } = props;
  return (
    <>
      <header>
        <Headword name={content.name} id={titleId} />
        <div class="tools">
          <button type="button" class="btn quiet icon" aria-label={ENTRY.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <KindLine kind="operation" parts={[UNKNOWN.notInLibrary]} />
      </header>
      {/* It may scroll and hold nothing else to focus: the keyboard must get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="body" tabIndex={0}>
        <div class="flow">
          {notice}
          <Sentence sentence={content.sentence} surface={content.surface} />
          <section class="sec">
            <h3>
              {content.sightings.length > 0 || content.articleCount === 1
                ? UNKNOWN.metIn(content.articleCount)
                : UNKNOWN.metTimes(content.articleCount)}
            </h3>
            <SightingList sightings={content.sightings} />
          </section>
        </div>
      </div>
      <footer>
        <div class="whyline">
          <p>{UNKNOWN.because(content.trigger)}</p>
        </div>
        {actions !== null && (
          <div class="acts">
            <button type="button" class="btn primary" onClick={actions.onSave}>
              {UNKNOWN.save}
            </button>
            <button type="button" class="btn" onClick={actions.onAlias}>
              {UNKNOWN.alias}
            </button>
            <button type="button" class="btn quiet" onClick={actions.onIgnore}>
              {UNKNOWN.ignore}
            </button>
          </div>
        )}
      </footer>
    </>
  );
}

/** The sentence of the page with the name in it set off. */
function Sentence({ sentence, surface }: Pick<UnknownContent, 'sentence' | 'surface'>): JSX.Element {
  const start = sentence.indexOf(surface);
  const before = start < 0 ? sentence : sentence.slice(0, start);
  return (
    <p class="prose" dir="auto">
      <q>
        {before}
        {start >= 0 && (
          <>
            <strong>{surface}</strong>
            {sentence.slice(start + surface.length)}
          </>
        )}
      </q>
    </p>
  );
}
