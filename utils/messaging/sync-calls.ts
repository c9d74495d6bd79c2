import type { EntityId, NoteId } from '../model/ids';
import type { SyncPlace } from '../model/sync-place';

export type { SyncPlace } from '../model/sync-place';

/** How a profile comes by the vault's key. `new` makes a vault; the others join one. */
export type SyncKeySource =
  | { readonly type: 'new' }
  | { readonly type: 'pairing'; readonly code: string }
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'recovery'; readonly code: string };

/**
 * Calls of the panel door about sync; see `utils/sync/README.md`. Before the first of them that reaches an address, the
 * page asks the browser for that origin, from the click; without it the answer is `no-permission`.
 */
export type SyncCalls = {
  getSync(request: Record<string, never>): SyncView;
  /** Tries a place step by step. Nothing is kept. */
  testSync(request: { place: SyncPlace }): SyncTestReply;
  /** Makes or joins a vault, takes the library in, and runs the first round as far as it gets; progress is in the view. */
  connectSync(request: { place: SyncPlace; key: SyncKeySource }): SyncReply;
  syncNow(request: Record<string, never>): SyncReply;
  pauseSync(request: { paused: boolean }): SyncReply;
  /** A new (app) password for the same place; for S3 the secret of the same key. */
  changeSyncPassword(request: { password: string }): SyncReply;
  /** Leaves the folder as it is and the library as it is. `forget` drops key and place too: joining again needs a code. */
  disconnectSync(request: { forget: boolean }): SyncReply;
  /** All that a second profile needs. Shown two minutes, never stored. */
  pairingCode(request: { withPassword: boolean }): { code: string };
  /** What a code says, to fill the form; `problem` is `not-a-code`, `mistyped` or `newer`. */
  readPairingCode(request: { code: string }): { place: SyncPlace | null; problem: string | null };
  /** A new recovery code; the former one stops working. Throws `unavailable` with the sync code when it could not be written. */
  recoveryCode(request: Record<string, never>): { code: string };
  /** Sets, changes or (null) removes the passphrase that opens the vault without another profile. */
  setPassphrase(request: { passphrase: string | null }): SyncReply;
  /** Shuts a profile out: a new vault under a new key; the others are paired again. */
  removeProfile(request: { profile: string }): SyncReply;
  /** The reader agrees to the deletions that `many-deletions` stopped. */
  allowDeletions(request: Record<string, never>): SyncReply;
  /** Notes whose text was put together from edits that did not know of each other. */
  listConflicts(request: Record<string, never>): SyncConflict[];
  /** Makes a text the note's one text. */
  settleConflict(request: { noteId: NoteId; body: string }): void;
  /** Everything in one sealed file: sync by hand, and the backup that survives the folder. */
  exportSyncFile(request: Record<string, never>): { name: string; base64: string };
  /** `code` of a failure also: `not-a-backup`, `newer`, `damaged-or-other-key`, `incomplete`; nothing was changed then. */
  importSyncFile(request: { base64: string }): SyncReply;
};

/** What the settings page and the popup show of sync. */
export interface SyncView {
  /** `stopped` needs the reader: `problem` says why. A problem in another state is one that passes by itself. */
  readonly state: 'off' | 'idle' | 'running' | 'paused' | 'stopped';
  /** Never the password. */
  readonly place: { readonly type: SyncPlace['type']; readonly label: string } | null;
  /** Milliseconds since 1970. */
  readonly lastSuccess: number | null;
  readonly nextTry: number | null;
  /** Changes that the folder has not been seen to hold yet. */
  readonly pending: number;
  /** Profiles known to have read everything that this one has sent, itself included. Who only reads says so once a day. */
  readonly seenBy: number;
  readonly profiles: readonly {
    readonly id: string;
    readonly isSelf: boolean;
    /** Milliseconds since 1970, by its own clock. */
    readonly lastSeen: number | null;
  }[];
  /** `code` is a `SyncCode` of `utils/sync/errors.ts`. */
  readonly problem: {
    readonly code: string;
    readonly detail: string | null;
    /** How many would go, for `many-deletions`. */
    readonly deletions: number | null;
  } | null;
  /** For the browser account: documents that do not fit. */
  readonly notHere: number | null;
  readonly hasPassphrase: boolean;
  readonly conflictCount: number;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** `code` is a `SyncCode`, or of a key source: `not-a-code`, `mistyped`, `newer`, `wrong-secret`, `refused`, `no-header`. */
export type SyncReply =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly detail: string | null };

export interface SyncTestReply {
  /** In the order tried; steps after the first that failed are not there. */
  readonly steps: readonly {
    /** `list`, `write`, `see`, `read`, `delete`. */
    readonly name: string;
    readonly ok: boolean;
    readonly code: string | null;
    readonly detail: string | null;
  }[];
}

export interface SyncConflict {
  readonly noteId: NoteId;
  readonly entityId: EntityId;
  /** Of the entity. */
  readonly name: string;
  readonly versions: readonly {
    readonly text: string;
    /** Milliseconds since 1970. */
    readonly saved: number;
  }[];
  readonly merged: string;
}
