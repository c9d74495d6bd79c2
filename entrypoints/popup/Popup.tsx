import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { OpenRequest, PanelCalls, PageView } from '../../utils/messaging/protocol';
import type { ListedUnknown } from '../../components/UnknownNames';
import type { Capture } from '../../utils/model/capture';
import type { ArticleId, EntityId } from '../../utils/model/ids';
import { PanelTabs, type PanelTab } from '../../components/PanelTabs';
import { ArticleScreen } from './ArticleScreen';
import { CaptureScreen } from './CaptureScreen';
import { EntityScreen } from './EntityScreen';
import { InboxScreen } from './InboxScreen';
import { NamesNotice } from './NamesNotice';
import { NamesScreen } from './NamesScreen';
import type { PopupHost } from './popup-host';
import { useUnknowns } from './use-unknowns';

/** What a tab without an address of its own looks like. */
const NO_TAB: PageView = {
  site: null,
  page: null,
  state: 'closed',
  verdict: null,
  isVeiled: false,
  siteRule: null,
  entities: [],
  muted: [],
  unknowns: [],
  savedArticle: null,
  related: [],
};

/** A page that was just asked to light up answers a little later; these are the moments at which it is asked again. */
const ASK_AGAIN_MS = [300, 1000, 2500] as const;

interface PopupProps {
  readonly client: Client<PanelCalls>;
  readonly host: PopupHost;
  /** Null when there is no tab to speak of. */
  readonly tabId: number | null;
  /** What a card asked to open, or null. */
  readonly openFirst: OpenRequest | null;
  /** Whether it stands beside the page all the time, with a strip to go between page, inbox and library. */
  readonly beside?: boolean;
}

type Screen =
  | { readonly name: 'names'; readonly cameFrom: EntityId | null; readonly aliasFirst: ListedUnknown | null }
  | { readonly name: 'inbox' }
  | { readonly name: 'capture'; readonly capture: Capture }
  | {
      readonly name: 'entity';
      readonly entityId: EntityId;
      readonly write: boolean;
      /** Where "back" goes; the page's names when absent. */
      readonly from?: Screen;
    }
  | {
      readonly name: 'article';
      /** Null for the article in front. */
      readonly articleId: ArticleId | null;
      readonly from: Screen;
    };

/** A name that was moved to the bin just now. */
interface Deleted {
  readonly binId: string;
  readonly name: string;
}

/** The popup: this page's names, or one of them. */
export function Popup({ client, host, tabId, openFirst, beside = false }: PopupProps): JSX.Element {
  const [screen, setScreen] = useState<Screen>(() => firstScreen(openFirst));
  const [query, setQuery] = useState('');
  const [deleted, setDeleted] = useState<Deleted | null>(null);

  const askPage = useCallback(
    () => (tabId === null ? Promise.resolve(NO_TAB) : client.getPage({ tabId })),
    [client, tabId],
  );
  const askStatus = useCallback(() => client.getStatus({}), [client]);
  const [page, askPageAgain] = useAsync(askPage);
  const [status, askStatusAgain] = useAsync(askStatus);
  const [revision, setRevision] = useState(0);
  const [isSettling, setIsSettling] = useState(0);

  useEffect(
    () =>
      host.onLibraryChanged(() => {
        setRevision((count) => count + 1);
        void askPageAgain();
        void askStatusAgain();
      }),
    [host, askPageAgain, askStatusAgain],
  );
  useEffect(() => {
    const timers = ASK_AGAIN_MS.map((delayMs) => setTimeout(() => void askPageAgain(), delayMs));
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, [isSettling, askPageAgain]);

  const view = page.status === 'value' ? page.value : null;
  const info = view?.page ?? null;
  const pageSource = useMemo(
    () =>
      info === null
        ? null
        : { title: info.title, url: info.url, publisher: info.site, published: info.published },
    [info],
  );
  const library = status.status === 'value' ? status.value : null;

  const unknowns = useUnknowns(client, view, revision);
  const openEntity = (entityId: EntityId, write: boolean): void =>
    setScreen({ name: 'entity', entityId, write });
  const tabs = (tab: PanelTab): JSX.Element | null =>
    beside ? (
      <PanelTabs
        tab={tab}
        names={view?.entities.length ?? 0}
        unknowns={unknowns.all.length}
        onTab={(next) => setScreen(next === 'page' ? namesScreen(null) : { name: 'inbox' })}
        onLibrary={() => void host.openSettings()}
      />
    ) : null;

  if (screen.name === 'article') {
    const { articleId, from } = screen;
    return (
      <ArticleScreen
        key={articleId ?? 'in front'}
        client={client}
        tabId={tabId}
        articleId={articleId}
        revision={revision}
        now={host.now()}
        onBack={() => setScreen(from)}
        onOpenEntity={(entityId, write) => setScreen({ name: 'entity', entityId, write, from: screen })}
      />
    );
  }
  if (screen.name === 'inbox') {
    return (
      <InboxScreen
        client={client}
        unknowns={unknowns.all}
        revision={revision}
        tabs={tabs('inbox')}
        onBack={() => setScreen(namesScreen(null))}
        onSaved={(entityId) => openEntity(entityId, true)}
        onAlias={(unknown) => setScreen(namesScreen(null, unknown))}
      />
    );
  }
  if (screen.name === 'capture') {
    return (
      <CaptureScreen
        client={client}
        capture={screen.capture}
        onBack={() => setScreen(namesScreen(null))}
        onSaved={(entityId) => openEntity(entityId, false)}
      />
    );
  }
  if (screen.name === 'entity') {
    const { entityId, write } = screen;
    return (
      <EntityScreen
        key={entityId}
        client={client}
        host={host}
        tabId={tabId}
        entityId={entityId}
        write={write}
        revision={revision}
        library={library}
        day={view?.page?.published ?? null}
        pageSource={pageSource}
        count={view?.entities.find((row) => row.entityId === entityId)?.count ?? 0}
        onBack={() => setScreen(screen.from ?? namesScreen(entityId))}
        onOpenEntity={(other) => setScreen({ name: 'entity', entityId: other, write: false, from: screen })}
        onOpenArticle={(articleId) => setScreen({ name: 'article', articleId, from: screen })}
        onDeleted={(binId, name) => {
          setDeleted({ binId, name });
          setScreen(namesScreen(null));
        }}
      />
    );
  }
  return (
    <NamesScreen
      client={client}
      host={host}
      tabId={tabId}
      page={page}
      library={library}
      revision={revision}
      query={query}
      focusOn={screen.cameFrom}
      onQuery={setQuery}
      onOpen={openEntity}
      unknowns={unknowns}
      aliasFirst={screen.aliasFirst}
      notice={
        <NamesNotice
          client={client}
          deleted={deleted}
          onUndone={(entityId) => {
            setDeleted(null);
            if (entityId !== null) openEntity(entityId, false);
          }}
          onCapture={(capture) => setScreen({ name: 'capture', capture })}
        />
      }
      onInbox={() => setScreen({ name: 'inbox' })}
      onArticle={() => setScreen({ name: 'article', articleId: null, from: namesScreen(null) })}
      tabs={tabs('page')}
      onPageChanged={() => {
        void askPageAgain();
        setIsSettling((count) => count + 1);
      }}
      onRetry={() => {
        void askPageAgain();
        void askStatusAgain();
      }}
    />
  );
}

function firstScreen(openFirst: OpenRequest | null): Screen {
  if (openFirst === null) return namesScreen(null);
  if (openFirst.type === 'capture') return { name: 'capture', capture: openFirst.capture };
  if (openFirst.type === 'entity') {
    return { name: 'entity', entityId: openFirst.entityId, write: openFirst.write ?? false };
  }
  return namesScreen(null, { id: openFirst.unknownId, name: openFirst.name });
}

/**
 * @param cameFrom the entity whose row gets the focus
 * @param aliasFirst the unknown name that the reader is about to make another name of the next one chosen
 */
function namesScreen(cameFrom: EntityId | null, aliasFirst: ListedUnknown | null = null): Screen {
  return { name: 'names', cameFrom, aliasFirst };
}
