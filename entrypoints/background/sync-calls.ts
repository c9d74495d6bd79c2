import type { Handlers } from '@/utils/messaging/server';
import type { SyncCalls, SyncReply, SyncView } from '@/utils/messaging/sync-calls';
import { CallError } from '@/utils/model/call-error';

const OFF: SyncView = {
  state: 'off',
  place: null,
  lastSuccess: null,
  nextTry: null,
  pending: 0,
  seenBy: 0,
  profiles: [],
  problem: null,
  notHere: null,
  hasPassphrase: false,
  conflictCount: 0,
  progress: null,
};

const notYet = (): SyncReply => ({ ok: false, code: 'broken', detail: 'not connected to the engine yet' });

const unavailable = (): never => {
  throw new CallError('unavailable', 'not connected to the engine yet');
};

/** Answers what the settings page and the popup ask of sync. */
export function syncCalls(): Handlers<SyncCalls> {
  return {
    getSync: () => OFF,
    testSync: unavailable,
    connectSync: notYet,
    syncNow: notYet,
    pauseSync: notYet,
    changeSyncPassword: notYet,
    disconnectSync: notYet,
    pairingCode: unavailable,
    readPairingCode: unavailable,
    recoveryCode: unavailable,
    setPassphrase: notYet,
    removeProfile: notYet,
    allowDeletions: notYet,
    listConflicts: () => [],
    settleConflict: unavailable,
    exportSyncFile: unavailable,
    importSyncFile: notYet,
  };
}
