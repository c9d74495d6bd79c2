import { NOTHING_SEEN, type Vector } from '../crdt/vector';
import type { EncryptedRemote, ListedFile } from './encrypted-remote';
import { SyncError } from './errors';
import type { LogName } from './names';
import type { Rules, SoundSnapshot } from './rules';
import type { KnownFile, Patch, SyncMeta, SyncStore } from './store';

/** Sizes at which work is cut into pieces or put off. All are about cost; none is about safety. */
export interface Limits {
  /** Operations in one segment and in one transaction: keeps the worker from blocking for 200 ms. */
  readonly opsMax: number;
  /** Documents in one part of a snapshot, and its JSON in characters. */
  readonly partDocsMax: number;
  readonly partCharsMax: number;
  /** Compact when this many segments, or more than half the snapshot and these bytes, are in no snapshot. */
  readonly logsMax: number;
  readonly logBytesMin: number;
  /** History: see `crdt/fold`. */
  readonly foldAgeMs: number;
  readonly versionsMax: number;
  /** Silence after which a profile no longer holds up folding, and others may tidy its files. */
  readonly retireMs: number;
  /** Silence after which a profile that has only read says so. */
  readonly ackAfterMs: number;
  /** Deletions in one round beyond which the reader is asked first: this many, or this share when over a tenth of it. */
  readonly deletionsMax: number;
  readonly deletionsShareMax: number;
}

const DAY_MS = 86_400_000;

export const LIMITS: Limits = {
  opsMax: 2000,
  partDocsMax: 1000,
  partCharsMax: 4_000_000,
  logsMax: 200,
  logBytesMin: 256 * 1024,
  foldAgeMs: 90 * DAY_MS,
  versionsMax: 64,
  retireMs: 90 * DAY_MS,
  ackAfterMs: DAY_MS,
  deletionsMax: 100,
  deletionsShareMax: 0.2,
};

/** What a round did, for the status line. */
export interface RoundReport {
  /** False when time was up first; the next round goes on where this one stopped. */
  readonly isFinished: boolean;
  readonly pulledCount: number;
  readonly pushedCount: number;
  /** Whether data was missing from the folder and has been put back, or is being put back. */
  readonly isRepairing: boolean;
  /** Names of files that could not be read: torn, tampered with, or of another vault. */
  readonly unreadable: readonly string[];
  /** Whether a newer version of the extension writes to this folder: nothing was sent. */
  readonly isOutdated: boolean;
  /** Operations that other profiles are known to have read and that are nowhere to be found. */
  readonly missing: Vector;
}

/** Everything that the steps of one round share. */
export class Round {
  readonly remote: EncryptedRemote;
  readonly store: SyncStore;
  readonly rules: Rules;
  readonly limits: Limits;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  readonly allowsDeletions: boolean;
  readonly #endMs: number;

  meta: SyncMeta;
  /** The folder as far as known: the listing, what has landed since, without what was deleted since. */
  readonly listed = new Map<string, ListedFile>();
  /** Files that could not be read in this round. */
  readonly tried = new Set<string>();
  /** What the folder owes: everything known when the last own operation had landed. */
  owed: Vector = NOTHING_SEEN;
  pulledCount = 0;
  pushedCount = 0;
  deletionCount = 0;
  isRepairing = false;
  isOutdated = false;
  missing: Vector = NOTHING_SEEN;

  constructor(
    options: Pick<Round, 'remote' | 'store' | 'rules' | 'limits' | 'signal' | 'nowMs' | 'allowsDeletions'> & {
      readonly budgetMs: number;
      readonly meta: SyncMeta;
    },
  ) {
    this.remote = options.remote;
    this.store = options.store;
    this.rules = options.rules;
    this.limits = options.limits;
    this.signal = options.signal;
    this.nowMs = options.nowMs;
    this.allowsDeletions = options.allowsDeletions;
    this.meta = options.meta;
    this.#endMs = options.nowMs() + options.budgetMs;
  }

  async apply(patch: Patch): Promise<void> {
    await this.store.apply(patch);
    this.meta = await this.store.meta();
  }

  /** Between two durable steps: throws `stopped` when the round was cancelled or has used up its time. */
  checkpoint(): void {
    if (this.signal.aborted || this.nowMs() > this.#endMs) throw new SyncError('stopped');
  }

  known(file: ListedFile): KnownFile | null {
    const known = this.meta.files.get(file.name.text) ?? null;
    return known !== null && this.rules.isSame(known.sizeBytes, file.sizeBytes) ? known : null;
  }

  isRead(file: ListedFile): boolean {
    return this.known(file)?.state === 'read';
  }

  /** A copy of the folder as known now, to go through while it changes. */
  files(): readonly ListedFile[] {
    return [...this.listed.values()];
  }

  /** Segments that are listed and were opened in this size. */
  soundLogs(): LogName[] {
    return this.files().flatMap((file) => (file.name.kind === 'log' && this.isRead(file) ? [file.name] : []));
  }

  /** Snapshots that are listed whole and were opened whole, in these sizes. */
  soundSnapshots(): SoundSnapshot[] {
    return this.files().flatMap((file) => {
      const contents = this.known(file)?.contents ?? null;
      if (file.name.kind !== 'snap' || contents === null) return [];
      const isWhole = contents.parts.every(({ name, sizeBytes }) => {
        const part = this.listed.get(name);
        return part !== undefined && part.sizeBytes === sizeBytes && this.isRead(part);
      });
      return isWhole ? [{ name: file.name.text, contents }] : [];
    });
  }

  report(isFinished: boolean): RoundReport {
    const { pulledCount, pushedCount, isRepairing, isOutdated, missing } = this;
    const unreadable = this.files()
      .filter((file) => this.known(file)?.state === 'unreadable')
      .map((file) => file.name.text);
    return { isFinished, pulledCount, pushedCount, isRepairing, isOutdated, unreadable, missing };
  }
}
