import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { formatMoment } from '../../components/dates';
import { ARTICLE, INDEX } from '../../components/reading-words';
import { Switch } from '../../components/Switch';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ArticleView } from '../../utils/messaging/reading-calls';

interface KeepingSectionProps {
  readonly client: Client<PanelCalls>;
  readonly view: ArticleView;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Does something to what is kept; the article is asked for again after it. */
  readonly onAct: (what: () => Promise<unknown>) => Promise<void>;
}

/** What is kept of an article and its site, and how to forget it. */
export function KeepingSection({ client, view, now, onAct }: KeepingSectionProps): JSX.Element | null {
  const ask = useCallback(() => client.getReadingIndex({}), [client]);
  const [index, askAgain] = useAsync(ask);
  const [said, setSaid] = useState('');
  if (index.status !== 'value') return null;
  const { settings } = index.value;
  const { host, read, isKept, ofSite } = view;

  const act = (what: () => Promise<string>): void =>
    void onAct(async () => {
      setSaid(await what());
      await askAgain();
    });
  const keepSite = (site: string, isOn: boolean): void =>
    act(async () => {
      const others = settings.offSites.filter((off) => off !== site && !site.endsWith(`.${off}`));
      await client.changeReadingIndex({ changes: { offSites: isOn ? others : [...others, site] } });
      return '';
    });

  return (
    <section class="sec">
      <h3>{INDEX.title}</h3>
      <p class="mid">{statusOf(view, settings.on, now)}</p>
      {settings.on && host !== null && (
        <div class="keeping">
          <bdi class="grow">{ARTICLE.keepSite(host)}</bdi>
          <Switch label={ARTICLE.keepSite(host)} isOn={isKept} onChange={(isOn) => keepSite(host, isOn)} />
        </div>
      )}
      {(read !== null || ofSite > 0) && (
        <div class="btns">
          {read !== null && (
            <button
              type="button"
              class="btn"
              onClick={() =>
                act(async () => {
                  await client.forgetReading({ articleId: view.articleId });
                  return ARTICLE.forgotten;
                })
              }
            >
              {ARTICLE.forget}
            </button>
          )}
          {host !== null && ofSite > 0 && (
            <button
              type="button"
              class="btn"
              onClick={() =>
                act(async () => {
                  const { articles } = await client.forgetSite({ site: host });
                  return ARTICLE.forgotSite(host, articles);
                })
              }
            >
              <bdi>{ARTICLE.forgetSite(host, ofSite)}</bdi>
            </button>
          )}
          <span class="dim small">{ARTICLE.noUndo}</span>
        </div>
      )}
      <output class="small mid">{said}</output>
    </section>
  );
}

function statusOf({ read, isKept, host }: ArticleView, isOn: boolean, now: number): string {
  if (read !== null) return `${ARTICLE.kept}, ${ARTICLE.read(formatMoment(read, now))}.`;
  if (!isOn) return ARTICLE.indexOff;
  return isKept || host === null ? ARTICLE.notKept : ARTICLE.siteOff(host);
}
