import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { Brand } from '../../components/Brand';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { SETTINGS } from '../../components/page-words';
import { RadioGroup } from '../../components/RadioGroup';
import { useAsync } from '../../components/use-async';
import { EAGERNESS_WORDS, MODE_WORDS, PAINTER_WORDS } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import { EAGERNESSES, PAINTERS, SCAN_MODES } from '../../utils/model/page';
import type { Settings } from '../../utils/model/settings';
import { Bin } from './Bin';
import { PermissionSetting } from './PermissionSetting';
import { ReadingIndexSetting } from './ReadingIndexSetting';
import { SiteRules } from './SiteRules';
import type { OptionsHost } from './options-host';
import { SyncSection } from './sync/SyncSection';
import type { SyncHost } from './sync/sync-host';
import { PacksSection } from './PacksSection';
import { YourLibrary } from './YourLibrary';

interface OptionsProps {
  readonly client: Client<PanelCalls>;
  readonly host: OptionsHost;
  readonly sync: SyncHost;
}

/** The settings page. Every change applies at once. */
export function Options({ client, host, sync }: OptionsProps): JSX.Element {
  const askSettings = useCallback(() => client.getSettings({}), [client]);
  const askStatus = useCallback(() => client.getStatus({}), [client]);
  const [settings, askAgain] = useAsync(askSettings);
  const [status, askStatusAgain] = useAsync(askStatus);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const act = (what: () => Promise<unknown>): void => {
    setFailure(null);
    what().then(askAgain, (error: unknown) => {
      setFailure(failureCode(error));
      // What is shown goes back to what holds.
      return askAgain();
    });
  };
  const change = (changes: Partial<Pick<Settings, 'mode' | 'painter' | 'eagerness'>>): void =>
    act(() => client.changeSettings({ changes }));

  return (
    <main class="pg">
      <p class="brand">
        <Brand sizePx={18} />
        Backgrounder
      </p>
      <h1>{SETTINGS.title}</h1>
      <p class="lead">{SETTINGS.lead}</p>
      {failure !== null && <ErrorNotice code={failure} />}
      {settings.status === 'error' && <ErrorNotice code={settings.code} onRetry={() => void askAgain()} />}
      {settings.status === 'value' && (
        <>
          <RadioGroup
            legend={SETTINGS.mode}
            note={SETTINGS.modeNote}
            options={SCAN_MODES.map((value) => ({ value, ...MODE_WORDS[value] }))}
            value={settings.value.mode}
            onChange={(mode) => change({ mode })}
          />
          <PermissionSetting host={host} />
          <RadioGroup
            legend={SETTINGS.painter}
            options={PAINTERS.map((value) => ({ value, ...PAINTER_WORDS[value] }))}
            value={settings.value.painter}
            onChange={(painter) => change({ painter })}
          />
          <RadioGroup
            legend={SETTINGS.eagerness}
            note={SETTINGS.eagernessNote}
            options={EAGERNESSES.map((value) => ({ value, ...EAGERNESS_WORDS[value] }))}
            value={settings.value.eagerness}
            onChange={(eagerness) => change({ eagerness })}
          />
          <SiteRules
            sites={settings.value.sites}
            siteOf={host.siteOf}
            onRule={(site, rule) => act(() => client.setSiteRule({ site, rule }))}
          />
        </>
      )}
      <ReadingIndexSetting client={client} siteOf={host.siteOf} />
      <SyncSection client={client} host={sync} />
      <PacksSection
        client={client}
        host={host.packs}
        now={host.now}
        newId={host.newId}
        onLibraryChanged={host.onLibraryChanged}
      />
      <YourLibrary
        client={client}
        now={host.now}
        newId={host.newId}
        onImported={() => void Promise.all([askAgain(), askStatusAgain()])}
      />
      <Bin client={client} now={host.now} />
      {status.status === 'value' && (
        <section class="set">
          <h2 class="name">{SETTINGS.data}</h2>
          <p class="mid">
            {SETTINGS.library(status.value.entityCount, status.value.noteCount)} {SETTINGS.noRequests}
          </p>
          <div class="btns">
            <button type="button" class="btn quiet" onClick={() => void host.openWelcome()}>
              {SETTINGS.welcome}
            </button>
          </div>
        </section>
      )}
    </main>
  );
}
