/**
 * The folder of this computer that notes are synced through, kept where both our pages and the background can read it.
 * Only Chromium can keep one. A database of its own, since pages never open the library's.
 */
const DATABASE = 'sync-folder';
const STORE = 'handles';
const KEY = 'folder';

/** What the type library does not know yet: the right to a handle. */
interface PermissionHandle extends FileSystemDirectoryHandle {
  readonly queryPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

/** Keeps the folder that the reader chose. Called by the page that had the click. */
export async function keepFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  await inStore('readwrite', (store) => store.put(handle, KEY));
}

/** The folder, or null when none was chosen. */
export async function readFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (
    ((await inStore('readonly', (store) => store.get(KEY))) as FileSystemDirectoryHandle | undefined) ?? null
  );
}

/** Whether the folder may be read and written at the moment; else a page must ask, from a click. */
export async function isFolderOpen(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const { queryPermission } = handle as PermissionHandle;
  return (await queryPermission?.call(handle, { mode: 'readwrite' })) === 'granted';
}

function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => {
        database.close();
        resolve(request.result as unknown);
      });
      transaction.addEventListener('abort', () => {
        database.close();
        reject(transaction.error ?? new Error('the database refused'));
      });
    });
  });
}
