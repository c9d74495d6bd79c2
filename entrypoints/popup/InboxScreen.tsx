import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { Icon } from '../../components/Icon';
import { SightingList } from '../../components/SightingList';
import { UndoLine } from '../../components/UndoLine';
import { UnknownActions } from '../../components/UnknownActions';
import { POPUP, UNKNOWN } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { EntityId } from '../../utils/model/ids';
import type { Unknown } from '../../utils/model/unknown';
import { InboxSources } from './InboxSources';

/** Articles shown for each name; the count tells of the others. */
const SIGHTINGS_SHOWN = 3;

interface InboxScreenProps {
  readonly client: Client<PanelCalls>;
  readonly unknowns: readonly Unknown[];
  /** Asks again what is kept when it changes. */
  readonly revision: number;
  /** The side panel's strip, which takes the place of "back"; null in the popup. */
  readonly tabs: JSX.Element | null;
  readonly onBack: () => void;
  /** A name was saved: it opens, so that its background can be written. */
  readonly onSaved: (entityId: EntityId) => void;
  readonly onAlias: (unknown: Unknown) => void;
}

/** Operations that were met in articles and that nobody has saved, with the sentences they were met in. */
export function InboxScreen(props: InboxScreenProps): JSX.Element {
  const { client, unknowns, revision, tabs, onBack, onSaved, onAlias } = props;
  const back = useRef<HTMLButtonElement>(null);
  const [ignored, setIgnored] = useState<Unknown | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => back.current?.focus(), []);

  const act = async (what: () => Promise<void>): Promise<void> => {
    setFailure(null);
    try {
      await what();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const ignore = (unknown: Unknown, isIgnored: boolean): void =>
    void act(async () => {
      await client.ignoreUnknown({ unknownId: unknown.id, ignored: isIgnored });
      setIgnored(isIgnored ? unknown : null);
    });

  return (
    <div class="panel">
      {tabs}
      <header class="bar">
        {tabs === null && (
          <button ref={back} type="button" class="btn quiet icon" aria-label={POPUP.back} onClick={onBack}>
            <Icon name="back" />
          </button>
        )}
        <h1 class="ttl grow">{UNKNOWN.inbox}</h1>
      </header>
      <main class="scroll" tabIndex={-1}>
        {failure !== null && (
          <div class="pad">
            <ErrorNotice code={failure} />
          </div>
        )}
        {ignored !== null && (
          <UndoLine text={UNKNOWN.ignored(ignored.name)} onUndo={() => ignore(ignored, false)} />
        )}
        <InboxSources client={client} revision={revision} />
        {unknowns.length === 0 && <p class="pad mid">{UNKNOWN.empty}</p>}
        {unknowns.map((unknown) => (
          <section class="sec after" key={unknown.id} aria-label={unknown.name}>
            <h2>
              <bdi>{unknown.name}</bdi>
              <span class="grow">
                {unknown.sightings.length > 0
                  ? UNKNOWN.metIn(unknown.articleCount)
                  : UNKNOWN.metTimes(unknown.articleCount)}
              </span>
            </h2>
            <SightingList sightings={unknown.sightings.slice(0, SIGHTINGS_SHOWN)} withSentences />
            <p class="row">
              <UnknownActions
                name={unknown.name}
                onSave={() =>
                  void act(async () => onSaved(await client.saveUnknown({ unknownId: unknown.id })))
                }
                onAlias={() => onAlias(unknown)}
                onIgnore={() => ignore(unknown, true)}
              />
            </p>
          </section>
        ))}
      </main>
    </div>
  );
}
