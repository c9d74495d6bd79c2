import { keepFolder } from '../../../utils/platform/folder-handle';
import { hasOrigins, requestOrigins } from '../../../utils/platform/permissions';
import { saveBytes } from '../library-file';
import type { SyncHost } from './sync-host';

/** The picker that only Chromium has; the type library does not know it. */
interface FolderWindow {
  readonly showDirectoryPicker?: (options: {
    readonly mode: 'readwrite';
    readonly id: string;
  }) => Promise<FileSystemDirectoryHandle>;
}

/** What the sync section asks of this browser. */
export function browserSyncHost(): SyncHost {
  const { showDirectoryPicker } = window as FolderWindow;
  return {
    // A browser that refuses to ask may still have granted it, with the manifest or before.
    allowOrigins: async (patterns) => (await requestOrigins(patterns)) || hasOrigins(patterns),
    chooseFolder: showDirectoryPicker === undefined ? null : () => chooseFolder(showDirectoryPicker),
    copy: (text) => navigator.clipboard.writeText(text),
    save: (name, base64) =>
      saveBytes(
        name,
        Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
      ),
    now: () => Date.now(),
  };
}

/** The name of the folder that was chosen and is kept from now on; null when the reader chose none. */
async function chooseFolder(pick: NonNullable<FolderWindow['showDirectoryPicker']>): Promise<string | null> {
  try {
    const handle = await pick.call(window, { mode: 'readwrite', id: 'sync' });
    await keepFolder(handle);
    return handle.name;
  } catch (error) {
    // Closing the picker is an answer, not a failure.
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
