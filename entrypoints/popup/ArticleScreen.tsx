import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ArticleList } from '../../components/ArticleList';
import { formatDay } from '../../components/dates';
import { EntityList, focusRow } from '../../components/EntityList';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { Icon } from '../../components/Icon';
import { OutLink } from '../../components/OutLink';
import { ARTICLE } from '../../components/reading-words';
import { useAsync } from '../../components/use-async';
import { POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ArticleView } from '../../utils/messaging/reading-calls';
import type { ErrorCode } from '../../utils/model/call-error';
import type { ArticleId, EntityId } from '../../utils/model/ids';
import { KeepingSection } from './KeepingSection';
import { SaveArticleButton } from './SaveArticleButton';

interface ArticleScreenProps {
  readonly client: Client<PanelCalls>;
  readonly tabId: number | null;
  /** Null for the article in front. */
  readonly articleId: ArticleId | null;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether it stands beside something that is the page's main part. */
  readonly isBeside?: boolean;
  readonly onBack: () => void;
  readonly onOpenEntity: (entityId: EntityId, write: boolean) => void;
}

/** One article: its names, what to read next, whether it is saved, and what is kept of it. */
export function ArticleScreen(props: ArticleScreenProps): JSX.Element {
  const { client, tabId, articleId, revision, now, onBack, onOpenEntity } = props;
  const Main = props.isBeside === true ? 'div' : 'main';
  const back = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const ask = useCallback((): Promise<ArticleView | null> => {
    if (articleId !== null) return client.getArticle({ articleId, tabId });
    return tabId === null ? Promise.resolve(null) : client.getArticleInTab({ tabId });
  }, [client, articleId, tabId]);
  const [article, again] = useAsync(ask);
  const view = article.status === 'value' ? article.value : null;

  useEffect(() => back.current?.focus(), []);
  useEffect(() => {
    if (revision > 0) void again();
  }, [revision, again]);

  const act = async (what: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    try {
      await what();
    } catch (error) {
      setFailure(failureCode(error));
    }
    await again();
  };
  const toggleSaved = async ({ articleId: id, saved, read }: ArticleView): Promise<unknown> => {
    if (saved) return client.removeArticle({ articleId: id });
    if (articleId === null && tabId !== null) return client.saveArticle({ tabId });
    return read === null ? undefined : client.saveReading({ articleId: id });
  };

  return (
    <div class="panel">
      <header class="bar">
        <button
          ref={back}
          type="button"
          class="btn quiet icon back"
          aria-label={ARTICLE.back}
          title={ARTICLE.back}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <h1 class="dim grow cut from">{ARTICLE.title}</h1>
        {view !== null && (view.saved || view.read !== null || articleId === null) && (
          <SaveArticleButton isSaved={view.saved} onToggle={() => void act(() => toggleSaved(view))} />
        )}
      </header>
      <Main class="scroll" tabIndex={-1}>
        {failure !== null && (
          <div class="pad">
            <ErrorNotice code={failure} />
          </div>
        )}
        {article.status === 'error' && (
          <div class="pad">
            <ErrorNotice code={article.code} onRetry={() => void again()} />
          </div>
        )}
        {article.status === 'value' && view === null && <p class="pad mid">{ARTICLE.gone}</p>}
        {view !== null && (
          <article class="article">
            <header>
              <h2 class="hw">
                <OutLink url={view.url}>
                  <bdi>{view.title}</bdi>
                </OutLink>
              </h2>
              <p class="sub">
                <bdi>{view.site}</bdi>
                {` · ${view.published === null ? ARTICLE.undated : formatDay(view.published)}`}
              </p>
            </header>
            {view.entities.length === 0 ? (
              <p class="pad mid">{ARTICLE.noNames}</p>
            ) : (
              <EntityList
                label={ARTICLE.names}
                entities={view.entities}
                list={list}
                onOpen={(entityId) => onOpenEntity(entityId, false)}
                onWrite={(entityId) => onOpenEntity(entityId, true)}
                onLeaveUp={() => focusRow(list, 0)}
              />
            )}
            <section class="sec">
              <h3>{ARTICLE.related}</h3>
              {view.related.length === 0 ? (
                <p class="mid">{ARTICLE.noRelated}</p>
              ) : (
                <ArticleList articles={view.related} />
              )}
            </section>
            <KeepingSection client={client} view={view} now={now} onAct={act} />
          </article>
        )}
      </Main>
      <footer class="foot">
        <span class="grow">{POPUP.onComputer}</span>
      </footer>
    </div>
  );
}
