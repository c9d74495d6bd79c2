import type { Bytes } from '../../crypto/bytes';
import { SyncError } from '../errors';
import type { Remote, RemoteFile } from '../remote';

/** A folder in memory: behaves as well as storage can. For tests and for trying things out. */
export class MemoryRemote implements Remote {
  readonly #files = new Map<string, Bytes>();

  list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    return this.#answer(signal, () =>
      [...this.#files].map(([name, bytes]) => ({ name, sizeBytes: bytes.length })),
    );
  }

  get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    return this.#answer(signal, () => this.#files.get(name)?.slice() ?? null);
  }

  put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    return this.#answer(signal, () => {
      this.#files.set(name, bytes.slice());
    });
  }

  del(name: string, signal: AbortSignal): Promise<void> {
    return this.#answer(signal, () => {
      this.#files.delete(name);
    });
  }

  #answer<Answer>(signal: AbortSignal, serve: () => Answer): Promise<Answer> {
    return signal.aborted ? Promise.reject(new SyncError('stopped')) : Promise.resolve(serve());
  }
}
