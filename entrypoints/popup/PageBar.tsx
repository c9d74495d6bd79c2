import type { JSX } from 'preact';
import { formatDay } from '../../components/dates';
import { Icon } from '../../components/Icon';
import { ARTICLE } from '../../components/reading-words';
import { LIBRARY } from '../../components/library-words';
import { isFrontPage } from '../../components/state-words';
import { Switch } from '../../components/Switch';
import { POPUP, READ_AS } from '../../components/words';
import type { PageView } from '../../utils/messaging/protocol';

interface PageBarProps {
  /** Null while it is asked for, or when it could not be had. */
  readonly view: PageView | null;
  readonly isFailed: boolean;
  readonly onSiteSwitch: (isOn: boolean) => void;
  /** Null where there is none to open. */
  readonly onSidePanel: (() => void) | null;
  /** Null where it is open already. */
  readonly onLibrary: (() => void) | null;
  readonly onSettings: () => void;
  /** Opens the view of the article in front. */
  readonly onArticle: () => void;
}

/** The popup's head: which site, how its page was read, and the site's switch. */
export function PageBar({
  view,
  isFailed,
  onSiteSwitch,
  onSidePanel,
  onLibrary,
  onSettings,
  onArticle,
}: PageBarProps): JSX.Element {
  const site = view?.site ?? null;
  return (
    <header class="bar tall">
      <div class="grow">
        <h1 class="ttl cut">
          <bdi>{site ?? READ_AS.noSite}</bdi>
        </h1>
        <p class="how cut">
          {view === null ? (
            isFailed ? (
              READ_AS.failed
            ) : (
              POPUP.loading
            )
          ) : view.state === 'lit' ? (
            <button type="button" class="wayin cut" title={ARTICLE.open(howRead(view))} onClick={onArticle}>
              {howRead(view)}
            </button>
          ) : (
            howRead(view)
          )}
        </p>
      </div>
      {view !== null && site !== null && (
        <Switch label={POPUP.siteSwitch(site)} isOn={view.siteRule !== 'off'} onChange={onSiteSwitch} />
      )}
      {onSidePanel !== null && (
        <button
          type="button"
          class="btn quiet icon"
          aria-label={POPUP.sidePanel}
          title={POPUP.sidePanel}
          onClick={onSidePanel}
        >
          <Icon name="panel" />
        </button>
      )}
      {onLibrary !== null && (
        <button
          type="button"
          class="btn quiet icon"
          aria-label={LIBRARY.open}
          title={LIBRARY.open}
          onClick={onLibrary}
        >
          <Icon name="library" />
        </button>
      )}
      <button
        type="button"
        class="btn quiet icon"
        aria-label={POPUP.settings}
        title={POPUP.settings}
        onClick={onSettings}
      >
        <Icon name="settings" />
      </button>
    </header>
  );
}

/** One line on how a page was read. */
export function howRead(view: PageView): string {
  const { state, verdict, page } = view;
  if (state === 'not-article') return isFrontPage(verdict) ? READ_AS.frontPage : READ_AS['not-article'];
  if (state !== 'lit') return READ_AS[state];
  if (verdict !== null && !verdict.isArticle) return READ_AS.page;
  const day = page?.published ?? null;
  return day === null ? READ_AS.undated : READ_AS.article(formatDay(day));
}
