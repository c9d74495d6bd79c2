import type { SyncSession } from '@/utils/db/documents/journal';
import type { ChangeOptions } from '@/utils/db/database';
import { randomId } from '@/utils/model/ids';
import { browser } from '@/utils/platform/browser';
import { isFolderOpen, readFolder } from '@/utils/platform/folder-handle';
import { hasOrigins } from '@/utils/platform/permissions';
import { sessionStore } from '@/utils/platform/session-store';
import { readSettings, writeSettings } from '@/utils/platform/settings';
import type { Library } from '@/utils/services/library';
import { epochOf } from '@/utils/services/sync/epoch';
import type { SyncWorld } from '@/utils/services/sync/world';
import { SyncError } from '@/utils/sync/errors';

const SESSION = 'syncSession';
/** Well below the half minute after which a browser ends a worker that calls nothing of its. */
const AWAKE_MS = 20_000;

const fill = (bytes: Uint8Array<ArrayBuffer>): unknown => crypto.getRandomValues(bytes);

/** The browser session, minted at the first question after the browser's start. */
export function sessionSource(): () => Promise<SyncSession> {
  let known: Promise<SyncSession> | null = null;
  return () => (known ??= readSession());
}

async function readSession(): Promise<SyncSession> {
  const stored = await sessionStore.get(SESSION);
  const id = typeof stored === 'string' ? stored : randomId(fill);
  if (stored !== id) await sessionStore.set(SESSION, id);
  return { id, newEpoch: () => epochOf(randomId(fill)), now: () => Date.now() };
}

/** What sync needs of the browser. */
export function syncWorld(
  library: Library,
  session: () => Promise<SyncSession>,
  onRows: (change: ChangeOptions) => void,
): SyncWorld {
  return {
    library,
    session,
    fill,
    fetch: (request) => fetch(request),
    folder: openFolder,
    account: {
      get: (keys) => browser.storage.sync.get(keys),
      set: (items) => browser.storage.sync.set(items),
      remove: (keys) => browser.storage.sync.remove(keys),
    },
    hasOrigins,
    readSettings,
    writeSettings,
    onRows,
    lock: (waits, body) =>
      navigator.locks.request('sync', { ifAvailable: !waits }, async (lock) =>
        lock === null ? null : body(),
      ),
    stayAwake: () => {
      const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
      return () => clearInterval(timer);
    },
  };
}

async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  const handle = await readFolder();
  if (handle !== null && !(await isFolderOpen(handle))) throw new SyncError('no-permission');
  return handle;
}
