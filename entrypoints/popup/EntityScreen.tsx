import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { EntityArticle } from '../../components/EntityArticle';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Icon } from '../../components/Icon';
import { StatusLine } from '../../components/StatusLine';
import { useAsync } from '../../components/use-async';
import { ENTITY } from '../../components/entity-words';
import { POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { LibraryStatus, PanelCalls } from '../../utils/messaging/protocol';
import type { ArticleId, EntityId } from '../../utils/model/ids';
import { EntityEditing } from './EntityEditing';
import { FactsSection } from './FactsSection';
import { MentionStepper } from './MentionStepper';
import { NotesSection } from './NotesSection';
import type { PageSource } from './page-source';
import type { PopupHost } from './popup-host';
import { SightingsSections } from './SightingsSections';
import { useSightings } from './use-sightings';
import { SyncFoot } from './SyncFoot';

interface EntityScreenProps {
  readonly client: Client<PanelCalls>;
  readonly host: PopupHost;
  readonly tabId: number | null;
  readonly entityId: EntityId;
  /** Whether the reader came to write: the cursor goes into the note. */
  readonly write: boolean;
  readonly revision: number;
  readonly library: LibraryStatus | null;
  /** The article's day `YYYY-MM-DD`, or null. */
  readonly day: string | null;
  /** The page in front, as the source of what is written; null when there is none. */
  readonly pageSource: PageSource | null;
  /** How often it occurs on the page. */
  readonly count: number;
  /** Whether it stands beside something that is the page's main part. */
  readonly isBeside?: boolean;
  readonly onBack: () => void;
  readonly onOpenEntity: (entityId: EntityId) => void;
  readonly onOpenArticle: (articleId: ArticleId) => void;
  /** The entity lies in the bin, at this place. */
  readonly onDeleted: (binId: string, name: string) => void;
}

/** One name: its mentions on the page, the reader's notes, facts, related articles. */
export function EntityScreen(props: EntityScreenProps): JSX.Element {
  const {
    client,
    host,
    tabId,
    entityId,
    write,
    revision,
    library,
    day,
    pageSource,
    count,
    onBack,
    onDeleted,
  } = props;
  const Main = props.isBeside === true ? 'div' : 'main';
  const back = useRef<HTMLButtonElement>(null);
  const [writing, setWriting] = useState(write ? 1 : 0);
  const ask = useCallback(() => client.getEntity({ entityId, day }), [client, entityId, day]);
  const [entity, again] = useAsync(ask);
  const sightings = useSightings(client, entityId, tabId, revision);

  const [isEditing, setIsEditing] = useState(false);
  const [draft, setDraft] = useState<Readonly<Record<string, string>> | null>(null);

  useEffect(() => {
    client.listFormDrafts({ form: 'entity' }).then(
      (drafts) => {
        const left = drafts.find(({ about }) => about === entityId);
        if (left === undefined) return;
        setDraft(left.fields);
        setIsEditing(true);
      },
      // Without an answer nothing is open; what is wrong, the screen says itself.
      () => undefined,
    );
  }, [client, entityId]);
  useEffect(() => {
    if (!write) back.current?.focus();
  }, [write]);
  useEffect(() => {
    if (revision > 0) void again();
  }, [revision, again]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.altKey ? event.key === 'ArrowLeft' : event.key === '/' && !isTyping) onBack();
    else if (!event.altKey && !isTyping && (event.key === 'n' || event.key === 'N')) setWriting(writing + 1);
    else return;
    event.preventDefault();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div class="panel" onKeyDown={onKey}>
      <header class="bar">
        <button
          ref={back}
          type="button"
          class="btn quiet icon back"
          aria-label={POPUP.back}
          title={POPUP.back}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <h1 class="dim grow cut from">{POPUP.names}</h1>
        {count > 0 && tabId !== null && (
          <MentionStepper count={count} onStep={(step) => client.showMention({ tabId, entityId, step })} />
        )}
        {entity.status === 'value' && entity.value !== null && (
          <button
            type="button"
            class="btn quiet icon"
            aria-label={ENTITY.edit}
            title={ENTITY.edit}
            aria-expanded={isEditing}
            onClick={() => setIsEditing(!isEditing)}
          >
            <Icon name="settings" />
          </button>
        )}
      </header>
      <Main class="scroll" tabIndex={-1}>
        {entity.status === 'error' && (
          <div class="pad">
            <ErrorNotice code={entity.code} onRetry={() => void again()} />
          </div>
        )}
        {entity.status === 'value' && entity.value === null && (
          <div class="pad">
            <ErrorNotice code="not-found" />
          </div>
        )}
        {entity.status === 'value' && entity.value !== null && (
          <EntityArticle
            entity={entity.value.entity}
            packName={entity.value.packName}
            related={sightings?.related ?? entity.value.related}
          >
            {isEditing && (
              <EntityEditing
                client={client}
                view={entity.value}
                draft={draft}
                onDone={async () => {
                  setDraft(null);
                  await again();
                  setIsEditing(false);
                }}
                onDeleted={onDeleted}
              />
            )}
            <NotesSection
              client={client}
              view={entity.value}
              now={host.now()}
              writing={writing}
              pageSource={pageSource}
              onChanged={again}
            />
            <FactsSection
              client={client}
              view={entity.value}
              day={day}
              pageSource={pageSource}
              onChanged={again}
            />
          </EntityArticle>
        )}
        {entity.status === 'value' && entity.value !== null && sightings !== null && (
          <SightingsSections
            view={sightings}
            isOnPage={count > 0}
            onOpenEntity={props.onOpenEntity}
            onOpenArticle={props.onOpenArticle}
          />
        )}
      </Main>
      <footer class="foot">
        <StatusLine noteCount={library?.noteCount ?? null} isWritable={library?.writable ?? true} />
        <SyncFoot
          client={client}
          revision={library?.revision ?? 0}
          onSettings={() => void host.openSettings()}
        />
      </footer>
    </div>
  );
}
