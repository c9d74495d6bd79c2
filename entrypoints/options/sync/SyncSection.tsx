import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { failureCode } from '../../../components/error-words';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { PLACE_WORDS, SYNC } from '../../../components/sync-words';
import { useAsync } from '../../../components/use-async';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import type { SyncReply } from '../../../utils/messaging/sync-calls';
import type { ErrorCode } from '../../../utils/model/call-error';
import { adviceFor } from './advice';
import { Conflicts } from './Conflicts';
import { ConnectForm } from './ConnectForm';
import { PairingBox } from './PairingBox';
import { ProfileList } from './ProfileList';
import { SyncFile } from './SyncFile';
import type { SyncHost } from './sync-host';
import { SyncMessage } from './SyncMessage';
import { SyncState } from './SyncState';
import { WaysBack } from './WaysBack';

/** How often the page looks how sync stands: every few seconds, and more often while a round runs. */
const LOOK_MS = { running: 700, resting: 4000 } as const;

interface SyncSectionProps {
  readonly client: Client<PanelCalls>;
  readonly host: SyncHost;
}

type Failure =
  | { readonly type: 'call'; readonly code: ErrorCode }
  | { readonly type: 'sync'; readonly words: string }
  | { readonly type: 'done' };

/** Sync on the settings page: connect once, pair the rest. */
export function SyncSection({ client, host }: SyncSectionProps): JSX.Element {
  const ask = useCallback(() => client.getSync({}), [client]);
  const [view, askAgain] = useAsync(ask);
  const [told, setTold] = useState<Failure | null>(null);
  const isRunning = view.status === 'value' && view.value.state === 'running';

  useEffect(() => {
    const timer = setInterval(() => void askAgain(), isRunning ? LOOK_MS.running : LOOK_MS.resting);
    return () => clearInterval(timer);
  }, [askAgain, isRunning]);

  const fail = (error: unknown): void => setTold({ type: 'call', code: failureCode(error) });
  const act = (what: () => Promise<SyncReply | void>): void => {
    setTold(null);
    what().then((reply) => {
      if (reply !== undefined && !reply.ok) setTold({ type: 'sync', words: adviceFor(reply.code) });
      return askAgain();
    }, fail);
  };

  return (
    <section class="sync" id="sync" aria-labelledby="sync-title">
      <h2 id="sync-title">{SYNC.title}</h2>
      <p class="lead">{SYNC.lead}</p>
      {told?.type === 'call' && <ErrorNotice code={told.code} />}
      {told?.type === 'sync' && <SyncMessage tone="warn" title={told.words} text="" />}
      {told?.type === 'done' && <output>{SYNC.imported}</output>}
      {view.status === 'loading' && <p class="mid">{SYNC.loading}</p>}
      {view.status === 'error' && <ErrorNotice code={view.code} onRetry={() => void askAgain()} />}
      {view.status === 'value' && view.value.state === 'off' && (
        <ConnectForm client={client} host={host} onConnected={() => void askAgain()} />
      )}
      {view.status === 'value' && view.value.state !== 'off' && (
        <>
          {view.value.place !== null && (
            <p>
              {PLACE_WORDS[view.value.place.type].name}: <bdi>{view.value.place.label}</bdi>
            </p>
          )}
          <SyncState
            view={view.value}
            now={host.now()}
            onSyncNow={() => act(() => client.syncNow({}))}
            onPause={(paused) => act(() => client.pauseSync({ paused }))}
            onPassword={(password) => act(() => client.changeSyncPassword({ password }))}
            onAllowDeletions={() => act(() => client.allowDeletions({}))}
          />
          {view.value.conflictCount > 0 && (
            <Conflicts client={client} now={host.now()} onSettled={() => void askAgain()} onFailure={fail} />
          )}
          <Part name={SYNC.profiles}>
            <ProfileList
              profiles={view.value.profiles}
              now={host.now()}
              onRemove={(profile) => act(() => client.removeProfile({ profile }))}
            />
          </Part>
          <Part name={SYNC.pair}>
            <PairingBox
              ask={async (withPassword) => (await client.pairingCode({ withPassword })).code}
              onFailure={fail}
              copy={host.copy}
            />
          </Part>
          <Part name={SYNC.withoutProfile} hint={SYNC.withoutHint}>
            <WaysBack
              hasPassphrase={view.value.hasPassphrase}
              onPassphrase={(passphrase) => act(() => client.setPassphrase({ passphrase }))}
              askRecovery={async () => (await client.recoveryCode({})).code}
              onFailure={fail}
            />
          </Part>
          <Part name={SYNC.byHand} hint={SYNC.byHandHint}>
            <SyncFile
              onExport={() =>
                act(async () => {
                  const { name, base64 } = await client.exportSyncFile({});
                  host.save(name, base64);
                })
              }
              onImport={(base64) =>
                act(async () => {
                  const reply = await client.importSyncFile({ base64 });
                  if (reply.ok) setTold({ type: 'done' });
                  // What is wrong with a file says its detail; the code is the same for all of it.
                  return reply.ok ? reply : { ...reply, code: reply.detail ?? reply.code };
                })
              }
            />
          </Part>
          <Part name={SYNC.leave}>
            <div class="stack">
              <p class="mid">{SYNC.disconnectHint}</p>
              <button
                type="button"
                class="btn"
                onClick={() => act(() => client.disconnectSync({ forget: false }))}
              >
                {SYNC.disconnect}
              </button>
              <p class="mid">{SYNC.forgetHint}</p>
              <button
                type="button"
                class="btn danger"
                onClick={() => act(() => client.disconnectSync({ forget: true }))}
              >
                {SYNC.forget}
              </button>
            </div>
          </Part>
        </>
      )}
    </section>
  );
}

interface PartProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

function Part({ name, hint, children }: PartProps): JSX.Element {
  return (
    <section class="set">
      <h3 class="name">
        {name}
        {hint !== undefined && <small>{hint}</small>}
      </h3>
      <div class="stack">{children}</div>
    </section>
  );
}
