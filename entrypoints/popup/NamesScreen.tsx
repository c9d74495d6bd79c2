import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ArticleList } from '../../components/ArticleList';
import { VeiledStrip } from '../../components/VeiledStrip';
import { ChangedFacts } from '../../components/ChangedFacts';
import { EmptyState } from '../../components/EmptyState';
import { EntityList, focusRow } from '../../components/EntityList';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { KindFilter } from '../../components/KindFilter';
import { SearchField } from '../../components/SearchField';
import type { StateAction } from '../../components/state-words';
import { StatusLine } from '../../components/StatusLine';
import type { Async } from '../../components/use-async';
import { UnknownNames, type ListedUnknown } from '../../components/UnknownNames';
import { ENTRY, NOTE, POPUP, UNKNOWN } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { LibraryStatus, PageView, PanelCalls } from '../../utils/messaging/protocol';
import type { EntityId } from '../../utils/model/ids';
import type { Kind } from '../../utils/model/kind';
import { PageBar } from './PageBar';
import { PasteLookup } from './PasteLookup';
import type { PopupHost } from './popup-host';
import { SaveArticleButton } from './SaveArticleButton';
import { SearchResults } from './SearchResults';
import { useSearch } from './use-search';
import type { Unknowns } from './use-unknowns';
import { SyncFoot } from './SyncFoot';

interface NamesScreenProps {
  readonly client: Client<PanelCalls>;
  readonly host: PopupHost;
  readonly tabId: number | null;
  readonly page: Async<PageView>;
  readonly library: LibraryStatus | null;
  readonly revision: number;
  readonly query: string;
  /** The entity whose row gets the focus instead of the search field, when the reader comes back from it. */
  readonly focusOn: EntityId | null;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (entityId: EntityId, write: boolean) => void;
  /** Something was done to the page: what is known of it is old. */
  readonly onPageChanged: () => void;
  readonly onRetry: () => void;
  readonly unknowns: Unknowns;
  /** The unknown name that the reader came to make another name of a known one, or null. */
  readonly aliasFirst: ListedUnknown | null;
  readonly onInbox: () => void;
  readonly onArticle: () => void;
  /** The side panel's strip; null in the popup. */
  readonly tabs: JSX.Element | null;
  /** What is left to do or undo, above the names. */
  readonly notice: ComponentChildren;
}

/** This page's names in order of appearance, the search over all names, and why a page has none. */
export function NamesScreen(props: NamesScreenProps): JSX.Element {
  const { client, host, tabId, page, library, revision, query, focusOn, onQuery, onOpen, onPageChanged } =
    props;
  const { unknowns, aliasFirst, onInbox, notice } = props;
  const { openSidePanel, openLibrary } = host;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const needle = query.trim();
  const found = useSearch(client, needle, revision);
  const view = page.status === 'value' ? page.value : null;
  /** The unknown name that the reader is about to make another name of the next one chosen. */
  const [aliasing, setAliasing] = useState<ListedUnknown | null>(aliasFirst);
  const counts = useMemo(() => countKinds(view), [view]);
  const shownKind = kind !== null && counts.has(kind) ? kind : null;
  const day = view?.page?.published ?? null;
  const changedFacts = (view?.entities ?? []).reduce((sum, row) => sum + row.changedFacts, 0);
  const isOnlyChanged = onlyChanged && changedFacts > 0;
  const entities = (view?.entities ?? []).filter(
    (row) => (shownKind === null || row.kind === shownKind) && (!isOnlyChanged || row.changedFacts > 0),
  );

  useEffect(() => {
    const at = entities.findIndex((row) => row.entityId === focusOn);
    if (needle === '' && at >= 0) focusRow(list, at);
    else input.current?.focus();
    // Once, when the screen opens: later answers must not pull the focus away from where the reader put it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const act = async (what: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    try {
      await what();
      onPageChanged();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const onAction = (action: StateAction): void => {
    const site = view?.site ?? null;
    if (tabId === null) return;
    void act(async () => {
      if (action === 'light' || action === 'retry') await client.lightPage({ tabId });
      else if (action === 'reload') await host.reloadTab(tabId);
      else if (site !== null && action === 'always') await client.setSiteRule({ site, rule: 'on' });
      else if (site !== null && action === 'site-on') await client.setSiteRule({ site, rule: null });
      else if (site !== null) await host.allowSite(site);
    });
  };
  const choose = (entityId: EntityId): void => {
    if (aliasing === null) return onOpen(entityId, false);
    setAliasing(null);
    onQuery('');
    return void act(() => client.aliasUnknown({ unknownId: aliasing.id, entityId }));
  };
  const submit = async (): Promise<void> => {
    if (needle === '') return;
    // Rows of an older query may still be in sight: ask for what stands in the field now.
    const { rows } = found.query === needle ? found : await client.searchLibrary({ query: needle });
    const best = aliasing === null ? rows[0] : rows.find(({ type }) => type === 'entity');
    if (best !== undefined && 'url' in best) focusRow(list, 0);
    else if (best === undefined) document.querySelector<HTMLElement>('.newname > .btn')?.focus();
    else choose(best.entityId);
  };
  const onKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.current?.focus();
  };
  const rows = {
    list,
    onOpen: (entityId: EntityId) => choose(entityId),
    onWrite: (entityId: EntityId) => onOpen(entityId, true),
    onLeaveUp: () => input.current?.focus(),
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div class="panel" onKeyDown={onKey}>
      {props.tabs}
      <PageBar
        view={view}
        onArticle={props.onArticle}
        isFailed={page.status === 'error'}
        onSiteSwitch={(isOn) =>
          void act(async () => {
            const site = view?.site ?? null;
            if (site !== null) await client.setSiteRule({ site, rule: isOn ? null : 'off' });
          })
        }
        onSidePanel={openSidePanel === undefined ? null : () => void act(openSidePanel)}
        onLibrary={openLibrary === undefined ? null : () => void act(openLibrary)}
        onSettings={() => void host.openSettings()}
      />
      <div class="find">
        <SearchField
          input={input}
          query={query}
          nameCount={library?.entityCount ?? null}
          onChange={onQuery}
          onSubmit={() => void submit().catch((error: unknown) => setFailure(failureCode(error)))}
          onDown={() => focusRow(list, 0)}
        />
      </div>
      {aliasing !== null && (
        <div class="choosing">
          <output class="grow">
            <bdi>{UNKNOWN.aliasOf(aliasing.name)}</bdi>
          </output>
          <button type="button" class="btn quiet tight" onClick={() => setAliasing(null)}>
            {NOTE.cancel}
          </button>
        </div>
      )}
      {notice}
      <main class="scroll" tabIndex={-1}>
        {failure !== null && (
          <div class="pad">
            <ErrorNotice code={failure} />
          </div>
        )}
        {needle !== '' ? (
          <SearchResults
            client={client}
            result={found}
            query={needle}
            rows={rows}
            canCreate={aliasing === null}
            onCreated={(id) => onOpen(id, true)}
          />
        ) : (
          <>
            {page.status === 'error' && (
              <div class="pad">
                <ErrorNotice code={page.code} onRetry={props.onRetry} />
              </div>
            )}
            {view !== null && (entities.length > 0 || isOnlyChanged) && (
              <>
                {view.isVeiled && tabId !== null && (
                  <VeiledStrip onShow={() => void act(() => client.toggleMarks({ tabId }))} />
                )}
                {day !== null && (
                  <ChangedFacts
                    count={changedFacts}
                    day={day}
                    thisYear={new Date(host.now()).toISOString().slice(0, 4)}
                    isOn={isOnlyChanged}
                    onToggle={() => setOnlyChanged(!isOnlyChanged)}
                  />
                )}
                <KindFilter counts={counts} kind={shownKind} onChange={setKind} />
                <EntityList label={POPUP.names} entities={entities} {...rows} />
              </>
            )}
            {view !== null && (
              <>
                {(view.entities.length === 0 || view.state !== 'lit') && (
                  <EmptyState state={view.state} verdict={view.verdict} onAction={onAction} />
                )}
                {view.state === 'closed' && <PasteLookup client={client} rows={rows} />}
                <Muted muted={view.muted} />
                {view.related.length > 0 && (
                  <section class="sec after">
                    <h2>{ENTRY.relatedArticles}</h2>
                    <ArticleList articles={view.related} />
                  </section>
                )}
              </>
            )}
          </>
        )}
      </main>
      {needle === '' && aliasing === null && (
        <UnknownNames
          unknowns={unknowns.here}
          total={unknowns.all.length}
          onInbox={onInbox}
          onSave={(unknownId) => void act(async () => onOpen(await client.saveUnknown({ unknownId }), true))}
          onAlias={(unknown) => {
            setAliasing(unknown);
            input.current?.focus();
          }}
          onIgnore={(unknownId, ignored) => void act(() => client.ignoreUnknown({ unknownId, ignored }))}
        />
      )}
      <footer class="foot">
        <StatusLine noteCount={library?.noteCount ?? null} isWritable={library?.writable ?? true} />
        <SyncFoot
          client={client}
          revision={library?.revision ?? 0}
          onSettings={() => void host.openSettings()}
        />
        {view !== null && view.page !== null && tabId !== null && (
          <SaveArticleButton
            isSaved={view.savedArticle !== null}
            onToggle={() =>
              void act(() =>
                view.savedArticle === null
                  ? client.saveArticle({ tabId })
                  : client.removeArticle({ articleId: view.savedArticle }),
              )
            }
          />
        )}
      </footer>
    </div>
  );
}

function countKinds(view: PageView | null): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const row of view?.entities ?? []) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
  return counts;
}

/** Names that were lit so often that they went quiet. */
function Muted({ muted }: Pick<PageView, 'muted'>): JSX.Element | null {
  if (muted.length === 0) return null;
  return (
    <section class="sec after">
      <h2>{POPUP.muted}</h2>
      <p class="mid">
        {muted.map(({ name, count }, index) => (
          <span key={name}>
            {index > 0 && ' · '}
            <bdi>{name}</bdi> <span class="dim num">{count}</span>
          </span>
        ))}
      </p>
    </section>
  );
}
