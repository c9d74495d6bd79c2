import type { Bytes } from '../crypto/bytes';

/** One file as a listing shows it. */
export interface RemoteFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Storage that other people's programs run: a flat folder of small immutable files.
 *
 * What a caller may **not** assume, because some real server breaks each of these:
 * - that a listing is complete or up to date: a file may be missing that is there, or be shown that is gone;
 * - that a write is atomic: a cut upload may leave a part of the file, even where a whole one was;
 * - that a write which threw did not happen, or that it happened only once, or will not happen later;
 * - that what was written is what is read, or that it is still there tomorrow;
 * - that any precondition, lock or move does what it says. None is used.
 *
 * Every method throws a `SyncError` and nothing else, and gives up when its signal is aborted.
 */
export interface Remote {
  /** Files of the folder in any order, foreign ones included; empty when there is no folder yet. */
  list(signal: AbortSignal): Promise<readonly RemoteFile[]>;
  /** The bytes, or null when there is no such file. */
  get(name: string, signal: AbortSignal): Promise<Bytes | null>;
  /** Writes a file, over an old one of that name if need be; makes the folder when it is missing. */
  put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void>;
  /** Deletes a file. That there is none is no failure. */
  del(name: string, signal: AbortSignal): Promise<void>;
}
