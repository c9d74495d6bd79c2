import type { LibraryDatabase } from '../../db/database';
import type { SyncPlace } from '../../model/sync-place';
import type { LockedRoot, VaultKey } from '../../crypto/vault-key';

/** The vault that this profile takes part in, with its key in forms that cannot be exported. */
export interface VaultState {
  readonly key: VaultKey;
  /** Needed to pair another profile and to write key headers. */
  readonly root: LockedRoot;
}

/** How sync is going. */
export interface SyncStatus {
  readonly paused: boolean;
  /** Whether it waits for the reader. */
  readonly stopped: boolean;
  readonly problem: {
    readonly code: string;
    readonly detail: string | null;
    readonly deletions: number | null;
  } | null;
  /** Rounds that failed in a row. */
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly lastSuccess: number | null;
  /** Not before this time, unless the reader asks. */
  readonly nextTry: number | null;
  readonly hasPassphrase: boolean;
}

export const NEW_STATUS: SyncStatus = {
  paused: false,
  stopped: false,
  problem: null,
  failures: 0,
  lastSuccess: null,
  nextTry: null,
  hasPassphrase: false,
};

/** What is stored about the connection, by the name of its row in `sync`. It is in IndexedDB only, where no other page reads. */
interface Stored {
  readonly place: SyncPlace;
  readonly vault: VaultState;
  readonly status: SyncStatus;
  /** Files of a vault that was left, to be deleted once the new one stands. */
  readonly leftovers: readonly string[];
  /** The settings as they were last brought in line. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export async function readState<Name extends keyof Stored>(
  database: LibraryDatabase,
  name: Name,
): Promise<Stored[Name] | null> {
  return ((await database.sync.get(name))?.value as Stored[Name] | undefined) ?? null;
}

export async function writeState(database: LibraryDatabase, changes: Partial<Stored>): Promise<void> {
  await database.sync.bulkPut(Object.entries(changes).map(([name, value]) => ({ name, value })));
}

export async function dropState(database: LibraryDatabase, names: readonly (keyof Stored)[]): Promise<void> {
  await database.sync.bulkDelete([...names]);
}

/** Changes some of the status. */
export async function changeStatus(
  database: LibraryDatabase,
  changes: Partial<SyncStatus>,
): Promise<SyncStatus> {
  return database.transaction('rw', ['sync'], async () => {
    const status = { ...((await readState(database, 'status')) ?? NEW_STATUS), ...changes };
    await writeState(database, { status });
    return status;
  });
}
