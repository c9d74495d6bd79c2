import type { FillRandom } from '../../crypto/bytes';
import type { SyncSession } from '../../db/documents/journal';
import type { ChangeOptions } from '../../db/database';
import type { Settings } from '../../model/settings';
import type { AccountArea } from '../../sync/remotes/account';
import type { Fetch } from '../../sync/remotes/http';
import type { Library } from '../library';

/** Everything outside of the library that sync needs, handed in so that tests can choose it. */
export interface SyncWorld {
  readonly library: Library;
  readonly session: () => Promise<SyncSession>;
  readonly fill: FillRandom;
  readonly fetch: Fetch;
  /** The folder that the reader chose on this computer; null without one. Rejects with `no-permission` when it is shut. */
  readonly folder: () => Promise<FileSystemDirectoryHandle | null>;
  /** The browser's own account (`storage.sync`). */
  readonly account: AccountArea;
  /** Whether the browser lets us reach these hosts. */
  readonly hasOrigins: (origins: readonly string[]) => Promise<boolean>;
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (changes: Partial<Settings>) => Promise<unknown>;
  /** Told when a round has changed rows or settings: what a change of the reader's own is told of, without a new round. */
  readonly onRows: (change: ChangeOptions) => void;
  /** Runs one at a time in the whole browser profile; `waits` says whether to queue or to answer null. */
  readonly lock: <Result>(waits: boolean, body: () => Promise<Result>) => Promise<Result | null>;
  /** Calls a cheap function of the browser's from time to time, so that it does not end us in the middle of work. */
  readonly stayAwake: () => () => void;
}
