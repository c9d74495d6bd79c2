import * as v from 'valibot';
import type { NoteId } from '../model/ids';
import type { RequestSchemas } from './schemas';
import type { SyncCalls } from './sync-calls';

/** Longest sealed file that one message may bring, in characters of base64: 48 MB of file. */
const FILE_MAX = 64 * 1024 * 1024;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const nothing = v.strictObject({}) as v.GenericSchema<unknown, Record<string, never>>;
const noteId = v.custom<NoteId>((value) => typeof value === 'string' && /^[\w/.:-]{1,200}$/u.test(value));

const place = v.variant('type', [
  v.strictObject({ type: v.literal('webdav'), url: text(2000), user: text(500), password: text(500) }),
  v.strictObject({
    type: v.literal('s3'),
    endpoint: text(2000),
    region: text(100),
    bucket: text(200),
    prefix: text(500),
    keyId: text(500),
    secret: text(500),
    style: v.picklist(['path', 'host']),
  }),
  v.strictObject({ type: v.literal('account') }),
  v.strictObject({ type: v.literal('folder') }),
]);

const key = v.variant('type', [
  v.strictObject({ type: v.literal('new') }),
  v.strictObject({ type: v.literal('pairing'), code: text(4000) }),
  v.strictObject({ type: v.literal('passphrase'), passphrase: text(1000) }),
  v.strictObject({ type: v.literal('recovery'), code: text(200) }),
]);

export const SYNC_REQUESTS: RequestSchemas<SyncCalls> = {
  getSync: nothing,
  testSync: v.strictObject({ place }),
  connectSync: v.strictObject({ place, key }),
  syncNow: nothing,
  pauseSync: v.strictObject({ paused: v.boolean() }),
  changeSyncPassword: v.strictObject({ password: text(500) }),
  disconnectSync: v.strictObject({ forget: v.boolean() }),
  pairingCode: v.strictObject({ withPassword: v.boolean() }),
  readPairingCode: v.strictObject({ code: text(4000) }),
  recoveryCode: nothing,
  setPassphrase: v.strictObject({ passphrase: v.nullable(text(1000)) }),
  removeProfile: v.strictObject({ profile: text(100) }),
  allowDeletions: nothing,
  listConflicts: nothing,
  settleConflict: v.strictObject({ noteId, body: text(200_000) }),
  exportSyncFile: nothing,
  importSyncFile: v.strictObject({ base64: text(FILE_MAX) }),
};
