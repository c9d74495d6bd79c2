import type { Bytes } from '../../crypto/bytes';
import { SyncError } from '../errors';
import type { Remote, RemoteFile } from '../remote';

/**
 * A folder on this computer, by the File System Access API (Chromium): made for folders that Syncthing, Dropbox or a
 * network share carries elsewhere, which is safe because no file is ever changed. The handle comes from a picker, may be
 * stored in IndexedDB, and works in a page of ours while the reader's permission lasts.
 */
export class FolderRemote implements Remote {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  async list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    return attempt(signal, async () => {
      const files: RemoteFile[] = [];
      for await (const [name, handle] of this.#folder.entries()) {
        if (!isFile(handle)) continue;
        // It may be gone again by now: other programs work in this folder.
        const file = await unlessGone(handle.getFile());
        if (file !== null) files.push({ name, sizeBytes: file.size });
      }
      return files;
    });
  }

  async get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    return attempt(signal, async () => {
      const handle = await unlessGone(this.#folder.getFileHandle(name));
      const file = handle === null ? null : await unlessGone(handle.getFile());
      return file === null ? null : new Uint8Array(await file.arrayBuffer());
    });
  }

  async put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    await attempt(signal, async () => {
      const handle = await this.#folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(bytes);
      await writable.close();
    });
  }

  async del(name: string, signal: AbortSignal): Promise<void> {
    await attempt(signal, () => unlessGone(this.#folder.removeEntry(name)));
  }
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

async function unlessGone<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (cause) {
    if (nameOf(cause) === 'NotFoundError') return null;
    throw cause;
  }
}

async function attempt<Value>(signal: AbortSignal, act: () => Promise<Value>): Promise<Value> {
  if (signal.aborted) throw new SyncError('stopped');
  try {
    return await act();
  } catch (cause) {
    throw errorOf(cause);
  }
}

function errorOf(cause: unknown): SyncError {
  switch (nameOf(cause)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new SyncError('no-permission', { cause });
    case 'QuotaExceededError':
      return new SyncError('full', { cause });
    case 'NoModificationAllowedError':
    case 'InvalidStateError':
      return new SyncError('locked', { cause });
    case 'NotFoundError':
      return new SyncError('not-found', { cause });
    default:
      return new SyncError('server', { cause });
  }
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : '';
}
