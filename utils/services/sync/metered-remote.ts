import type { Bytes } from '../../crypto/bytes';
import type { Remote, RemoteFile } from '../../sync/remote';

/** Bytes that are to be fetched and that have been. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Tells how far a download is: what is listed and not known yet must come, file by file. */
export class MeteredRemote implements Remote {
  readonly #remote: Remote;
  readonly #isKnown: (name: string) => boolean;
  readonly #onProgress: (progress: Progress) => void;
  readonly #waiting = new Map<string, number>();
  #done = 0;
  #total = 0;

  constructor(remote: Remote, isKnown: (name: string) => boolean, onProgress: (progress: Progress) => void) {
    this.#remote = remote;
    this.#isKnown = isKnown;
    this.#onProgress = onProgress;
  }

  async list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    const files = await this.#remote.list(signal);
    for (const { name, sizeBytes } of files) {
      if (this.#waiting.has(name) || this.#isKnown(name)) continue;
      this.#waiting.set(name, sizeBytes);
      this.#total += sizeBytes;
    }
    return files;
  }

  async get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    const bytes = await this.#remote.get(name, signal);
    const size = this.#waiting.get(name);
    if (size === undefined) return bytes;
    this.#waiting.set(name, 0);
    this.#done += size;
    this.#onProgress({ done: this.#done, total: this.#total });
    return bytes;
  }

  put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    return this.#remote.put(name, bytes, signal);
  }

  del(name: string, signal: AbortSignal): Promise<void> {
    return this.#remote.del(name, signal);
  }
}
