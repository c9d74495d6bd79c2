import { type Bytes, equalBytes, type FillRandom, sha256, toHex } from '../crypto/bytes';
import { open, type Opened, seal } from '../crypto/envelope';
import type { VaultId, VaultKey } from '../crypto/vault-key';
import { type FileName, parseName, withHash } from './names';
import type { Remote } from './remote';

/** A file of ours in a listing. */
export interface ListedFile {
  readonly name: FileName;
  readonly sizeBytes: number;
}

/** Ciphertext with the name that belongs to it; only {@link EncryptedRemote.seal} makes it. */
export interface SealedFile {
  /** The vault that it is sealed for: of no use to any other. */
  readonly vault: VaultId;
  readonly name: string;
  readonly bytes: Bytes;
}

/**
 * The only door between the engine and storage: what goes out is sealed, what comes in is opened. The engine asks for
 * this class, whose private parts no other object has, so it cannot be given a bare {@link Remote}.
 */
export class EncryptedRemote {
  readonly #remote: Remote;
  readonly #key: VaultKey;
  readonly #fill: FillRandom;

  constructor(remote: Remote, key: VaultKey, fill: FillRandom) {
    this.#remote = remote;
    this.#key = key;
    this.#fill = fill;
  }

  get vault(): VaultId {
    return this.#key.vault;
  }

  /** Files whose name is one of ours, sorted by name. */
  async list(signal: AbortSignal): Promise<readonly ListedFile[]> {
    const files = await this.#remote.list(signal);
    return files
      .flatMap(({ name, sizeBytes }) => {
        const parsed = parseName(name);
        return parsed === null ? [] : [{ name: parsed, sizeBytes }];
      })
      .toSorted((a, b) => (a.name.text < b.name.text ? -1 : 1));
  }

  /** Null when there is no such file. */
  async read(name: FileName, signal: AbortSignal): Promise<Opened | null> {
    const bytes = await this.#remote.get(name.text, signal);
    return bytes === null ? null : open(this.#key, name.bound, bytes);
  }

  /** @param bound the file's name without a hash; see `names.ts` */
  async seal(bound: string, content: Bytes): Promise<SealedFile> {
    const bytes = await seal(this.#key, bound, content, this.#fill);
    const hash = toHex(await sha256(bytes)).slice(0, 10);
    return { vault: this.vault, name: withHash(bound, hash), bytes };
  }

  async put(file: SealedFile, signal: AbortSignal): Promise<void> {
    await this.#remote.put(file.name, file.bytes, signal);
  }

  /** Whether storage gives back exactly these bytes. */
  async holds(file: SealedFile, signal: AbortSignal): Promise<boolean> {
    const bytes = await this.#remote.get(file.name, signal);
    return bytes !== null && equalBytes(bytes, file.bytes);
  }

  async del(name: string, signal: AbortSignal): Promise<void> {
    await this.#remote.del(name, signal);
  }
}
