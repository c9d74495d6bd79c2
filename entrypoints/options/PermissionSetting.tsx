import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { SETTINGS } from '../../components/page-words';
import { useAsync } from '../../components/use-async';
import type { OptionsHost } from './options-host';

/** Match patterns that cover every site. */
const EVERY = new Set(['<all_urls>', '*://*/*', 'https://*/*']);

/** What the browser lets the extension read, and how to change that. */
export function PermissionSetting({ host }: { readonly host: OptionsHost }): JSX.Element | null {
  const ask = useCallback(() => host.grantedOrigins(), [host]);
  const [origins, askAgain] = useAsync(ask);
  const [isRefused, setIsRefused] = useState(false);
  if (origins.status !== 'value') return null;

  const hasEvery = origins.value.some((origin) => EVERY.has(origin));
  const settle = (answer: Promise<boolean>): void =>
    void answer.then((isDone) => {
      setIsRefused(!isDone);
      return askAgain();
    });
  return (
    <section class="set">
      <h2 class="name">
        {SETTINGS.permission}
        <small>{SETTINGS.permissionNote}</small>
      </h2>
      <div class="stack">
        <p>
          {hasEvery
            ? SETTINGS.everySite
            : origins.value.length > 0
              ? SETTINGS.someSites(origins.value.length)
              : SETTINGS.noSite}
        </p>
        <div class="btns">
          {!hasEvery && (
            <button type="button" class="btn" onClick={() => settle(host.allowEverySite())}>
              {SETTINGS.allowEvery}
            </button>
          )}
          {origins.value.length > 0 && (
            <button type="button" class="btn" onClick={() => settle(host.takeBack())}>
              {SETTINGS.takeBack}
            </button>
          )}
          <output class="small dim">{isRefused ? SETTINGS.refused : ''}</output>
        </div>
      </div>
    </section>
  );
}
