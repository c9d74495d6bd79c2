import type { SyncCalls, SyncView } from '../../../utils/messaging/sync-calls';

/** Sync that nobody has set up. */
export const SYNC_OFF: SyncView = {
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

/** Answers of a background whose sync always succeeds and does nothing. */
export const FAKE_SYNC: {
  readonly [Name in keyof SyncCalls]: (
    request: Parameters<SyncCalls[Name]>[0],
  ) => ReturnType<SyncCalls[Name]>;
} = {
  getSync: () => SYNC_OFF,
  testSync: () => ({ steps: [] }),
  connectSync: () => ({ ok: true }),
  syncNow: () => ({ ok: true }),
  pauseSync: () => ({ ok: true }),
  changeSyncPassword: () => ({ ok: true }),
  disconnectSync: () => ({ ok: true }),
  pairingCode: () => ({ code: '' }),
  readPairingCode: () => ({ place: null, problem: 'not-a-code' }),
  recoveryCode: () => ({ code: '' }),
  setPassphrase: () => ({ ok: true }),
  removeProfile: () => ({ ok: true }),
  allowDeletions: () => ({ ok: true }),
  listConflicts: () => [],
  settleConflict: () => {},
  exportSyncFile: () => ({ name: '', base64: '' }),
  importSyncFile: () => ({ ok: true }),
};
