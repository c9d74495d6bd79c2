import type { ChangeOptions } from '../../db/database';
import type { SyncReply } from '../../messaging/sync-calls';
import { EncryptedRemote } from '../../sync/encrypted-remote';
import { syncRound } from '../../sync/engine';
import { SyncError, syncErrorOf } from '../../sync/errors';
import type { Remote } from '../../sync/remote';
import type { Limits } from '../../sync/round';
import { adoptionOf, adoptSome } from './adopt';
import { DexieStore } from './dexie-store';
import { MeteredRemote, type Progress } from './metered-remote';
import { limitsOf, remoteOf } from './place-remote';
import { alignSettings } from './settings-docs';
import { changeStatus, dropState, NEW_STATUS, readState, type SyncStatus, type VaultState } from './state';
import type { SyncWorld } from './world';

/** How long one call of the engine works before it comes up for air. */
const BUDGET_MS = 10_000;
/** More than any vault needs; a storage that always has something new does not keep us for ever. */
const ROUNDS_MAX = 200;

const RETRY_MIN_MS = 30_000;
const RETRY_MAX_MS = 3_600_000;

/** How a run is asked for. */
export interface RunOptions {
  /** The reader asks: pauses between tries and a stop do not count, and a run under way is waited for. */
  readonly byReader?: boolean;
  readonly allowsDeletions?: boolean;
}

/**
 * Runs sync in the background: whole rounds until nothing is left to do, one run at a time, each step of them durable. All
 * that is kept in memory is what the settings page shows of the run under way.
 */
export class SyncRunner {
  readonly #world: SyncWorld;
  #progress: Progress | null = null;
  #abort: AbortController | null = null;

  constructor(world: SyncWorld) {
    this.#world = world;
  }

  get isRunning(): boolean {
    return this.#abort !== null;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** Ends the run under way at its next safe point. */
  stop(): void {
    this.#abort?.abort();
  }

  async run(options: RunOptions = {}): Promise<SyncReply> {
    const done = await this.#world.lock(options.byReader === true, () => this.#run(options));
    // Somebody else is at it already.
    return done ?? { ok: true };
  }

  /** Runs `body` while no round runs, and none begins. */
  async exclusively<Result>(body: () => Promise<Result>): Promise<Result> {
    this.stop();
    return (await this.#world.lock(true, body)) as Result;
  }

  async #run(options: RunOptions): Promise<SyncReply> {
    const { library, stayAwake } = this.#world;
    const { database, now } = library;
    const [vault, status] = [await readState(database, 'vault'), await statusOf(this.#world)];
    const place = await readState(database, 'place');
    if (place === null || vault === null) return refused('broken', 'sync is off');
    const isDue = status.nextTry === null || status.nextTry <= now();
    if (options.byReader !== true && (status.paused || status.stopped || !isDue)) return { ok: true };
    const abort = new AbortController();
    const letGo = stayAwake();
    this.#abort = abort;
    try {
      if (!(await database.isWritable())) throw new SyncError('newer-format');
      const remote = await remoteOf(this.#world, place);
      const limits = limitsOf(place);
      await this.#rounds(remote, vault, limits, options.allowsDeletions === true, abort.signal);
      await this.#tidy(remote, abort.signal);
      await changeStatus(database, { ...CALM, lastSuccess: now() });
      return { ok: true };
    } catch (cause) {
      const error = syncErrorOf(cause);
      if (error.code !== 'stopped') await this.#remember(error, place.type === 'folder');
      return refused(error.code, detailOf(error));
    } finally {
      this.#abort = null;
      this.#progress = null;
      letGo();
    }
  }

  async #rounds(
    remote: Remote,
    vault: VaultState,
    limits: Limits,
    allowsDeletions: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const { library, fill, session, onRows } = this.#world;
    const { database, now } = library;
    const news = new News();
    const store = new DexieStore(database, await session(), (change) => news.add(change));
    try {
      await this.#adopt(signal);
      if ((await readState(database, 'settings')) !== null) await alignSettings(this.#world);
      const { files } = await store.meta();
      const metered = new MeteredRemote(
        remote,
        (name) => files.has(name),
        (progress) => {
          this.#progress = progress;
        },
      );
      const sealed = new EncryptedRemote(metered, vault.key, fill);
      const round = {
        remote: sealed,
        store,
        nowMs: now,
        signal,
        limits,
        budgetMs: BUDGET_MS,
        allowsDeletions,
      };
      const all = await database.ops.count();
      for (let count = 0; count < ROUNDS_MAX; count += 1) {
        const report = await syncRound(round);
        if (report.isOutdated) throw new SyncError('newer-format');
        if (report.isFinished) break;
        const left = await database.ops.count();
        if (left > 0) this.#progress = { done: Math.max(0, all - left), total: Math.max(all, left) };
      }
      // What the settings became must go out too; usually nothing, and then it costs no request.
      if (await alignSettings(this.#world)) news.add({ marks: true });
      if ((await database.ops.count()) > 0) await syncRound(round);
    } finally {
      // Also after a failure: what was taken in until then is here.
      if (news.change !== null) onRows(news.change);
    }
  }

  async #adopt(signal: AbortSignal): Promise<void> {
    const { library, session } = this.#world;
    for (;;) {
      if (signal.aborted) throw new SyncError('stopped');
      this.#progress = await adoptionOf(library.database);
      if (this.#progress === null) return;
      await adoptSome(library.database, await session());
    }
  }

  /** Deletes the files of a vault that was left, now that the new one stands. */
  async #tidy(remote: Remote, signal: AbortSignal): Promise<void> {
    const { database } = this.#world.library;
    const leftovers = await readState(database, 'leftovers');
    if (leftovers === null) return;
    for (const name of leftovers) await remote.del(name, signal);
    await dropState(database, ['leftovers']);
  }

  async #remember(error: SyncError, isFolder: boolean): Promise<void> {
    const { database, now } = this.#world.library;
    const { failures } = await statusOf(this.#world);
    // A folder is open while the reader has a page of ours open; without one, the next try may well succeed.
    const passes = error.retryable || (isFolder && error.code === 'no-permission');
    const pauseMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(failures, 10));
    // Nobody need be told to wait for the network to come back.
    const waitMs = error.code === 'offline' ? RETRY_MIN_MS : Math.max(pauseMs, error.retryAfterMs ?? 0);
    await changeStatus(database, {
      stopped: !passes,
      problem: { code: error.code, detail: detailOf(error), deletions: deletionsOf(error) },
      failures: failures + 1,
      nextTry: passes ? now() + waitMs : null,
    });
  }
}

/** All rows that a run changed, told of once: each telling compiles names and reads pages anew. */
class News {
  change: ChangeOptions | null = null;

  add({ names, marks }: ChangeOptions): void {
    this.change = {
      names: this.change?.names === true || names === true,
      marks: this.change?.marks === true || marks === true,
    };
  }
}

const CALM: Pick<SyncStatus, 'stopped' | 'problem' | 'failures' | 'nextTry'> = {
  stopped: false,
  problem: null,
  failures: 0,
  nextTry: null,
};

async function statusOf({ library }: SyncWorld): Promise<SyncStatus> {
  return (await readState(library.database, 'status')) ?? NEW_STATUS;
}

/** A failure as calls answer it. */
export function refused(code: string, detail: string | null = null): SyncReply {
  return { ok: false, code, detail };
}

/** What an error says beyond its code; never an address. */
export function detailOf({ code, message }: SyncError): string | null {
  return message === code ? null : message.slice(code.length + 2);
}

function deletionsOf(error: SyncError): number | null {
  return error.code === 'many-deletions' ? Number.parseInt(detailOf(error) ?? '0', 10) : null;
}
