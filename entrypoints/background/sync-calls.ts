import type { Handlers } from '@/utils/messaging/server';
import type { SyncCalls } from '@/utils/messaging/sync-calls';
import { listConflicts, settleConflict } from '@/utils/services/sync/conflicts';
import { connect, disconnect, testPlace } from '@/utils/services/sync/connect';
import {
  connection,
  makeRecoveryCode,
  pairingCode,
  placeInCode,
  rotateKey,
  setPassphrase,
} from '@/utils/services/sync/keys';
import { refused } from '@/utils/services/sync/runner';
import { changeStatus, writeState } from '@/utils/services/sync/state';
import { exportSyncFile, importSyncFile } from '@/utils/services/sync/sync-file';
import { viewSync } from '@/utils/services/sync/view';
import type { Services } from './services';

/** Answers what the settings page and the popup ask of sync. */
export function syncCalls({ sync }: Services): Handlers<SyncCalls> {
  const { world, runner, schedule } = sync;
  const { database } = world.library;
  return {
    getSync: () => viewSync(world, runner),
    testSync: ({ place }) => testPlace(world, place),
    async connectSync({ place, key }) {
      const reply = await connect(world, runner, place, key);
      await schedule.keepAlarm();
      return reply;
    },
    syncNow: () => runner.run({ byReader: true }),
    async pauseSync({ paused }) {
      await connection(world);
      await changeStatus(database, { paused });
      if (paused) runner.stop();
      else schedule.run();
      return { ok: true };
    },
    async changeSyncPassword({ password }) {
      const { place } = await connection(world);
      if (place.type !== 'webdav' && place.type !== 's3') return refused('not-found', 'no password here');
      await writeState(database, {
        place: place.type === 's3' ? { ...place, secret: password } : { ...place, password },
      });
      return runner.run({ byReader: true });
    },
    async disconnectSync({ forget }) {
      const reply = await disconnect(world, runner, forget);
      await schedule.keepAlarm();
      return reply;
    },
    pairingCode: async ({ withPassword }) => ({ code: await pairingCode(world, withPassword) }),
    readPairingCode: ({ code }) => placeInCode(code),
    recoveryCode: async () => ({ code: await makeRecoveryCode(world) }),
    setPassphrase: ({ passphrase }) => setPassphrase(world, passphrase),
    removeProfile: () => rotateKey(world, runner),
    allowDeletions: () => runner.run({ byReader: true, allowsDeletions: true }),
    listConflicts: () => listConflicts(world),
    settleConflict: ({ noteId, body }) => settleConflict(world, noteId, body),
    exportSyncFile: () => exportSyncFile(world),
    importSyncFile: ({ base64 }) => importSyncFile(world, base64),
  };
}
