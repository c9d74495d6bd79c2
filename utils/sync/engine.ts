import type { DocId } from '../crdt/op';
import { isEmptyVector } from '../crdt/vector';
import { collect } from './collect';
import { cover, forgetGone } from './cover';
import type { EncryptedRemote } from './encrypted-remote';
import { SyncError, syncErrorOf } from './errors';
import { pull } from './pull';
import { finishIntent, push } from './push';
import { LIMITS, type Limits, Round, type RoundReport } from './round';
import { RULES, type Rules } from './rules';
import type { SyncStore } from './store';
import { compact, continueSnapshot } from './write-snapshot';

/** What a round needs. */
export interface RoundOptions {
  readonly remote: EncryptedRemote;
  readonly store: SyncStore;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  /** The round ends at the first safe point after this time. */
  readonly budgetMs?: number;
  /** The reader has seen the list of deletions and agreed. */
  readonly allowsDeletions?: boolean;
  readonly limits?: Limits;
  readonly rules?: Rules;
}

/** Below what a browser grants an idle extension worker (30 s), far above what a quiet round takes. */
const BUDGET_MS = 20_000;

/** About no document: see the change `ack`. */
const NO_DOC = '' as DocId;

/**
 * One round of sync: finish what was begun, read what others wrote, publish what is new here, check that the folder
 * holds everything, tidy up. Every step is durable before the next one begins, so it may be killed at any await and
 * simply be started again. At most one round may run at a time for one store (`navigator.locks`).
 *
 * Costs one request when nothing is new, three for one edit, two for reading one.
 *
 * @throws SyncError and nothing else; whatever was done before it stays done
 */
export async function syncRound(options: RoundOptions): Promise<RoundReport> {
  const { remote, store, nowMs, signal } = options;
  const round = new Round({
    remote,
    store,
    nowMs,
    signal,
    rules: options.rules ?? RULES,
    limits: options.limits ?? LIMITS,
    allowsDeletions: options.allowsDeletions ?? false,
    budgetMs: options.budgetMs ?? BUDGET_MS,
    meta: await store.meta(),
  });
  try {
    await run(round);
    return round.report(true);
  } catch (cause) {
    const error = syncErrorOf(cause);
    if (error.code === 'stopped' && !signal.aborted) return round.report(false);
    throw error;
  }
}

async function run(round: Round): Promise<void> {
  const { remote, signal } = round;
  for (const file of await remote.list(signal)) round.listed.set(file.name.text, file);
  await pull(round);
  refuseStrangers(round);
  // Old programs must not write over what they do not understand; reading on is safe.
  if (round.isOutdated || round.files().some((file) => round.known(file)?.state === 'newer')) {
    round.isOutdated = true;
    return;
  }
  await finishIntent(round);
  await acknowledge(round);
  await push(round);
  await continueSnapshot(round);
  await cover(round);
  await compact(round);
  await continueSnapshot(round);
  // Folding while the snapshot was written has made operations of its own.
  await push(round);
  await collect(round);
  await forgetGone(round);
}

/**
 * A profile that only reads says so once a day, so that the others may fold history; a new one says so at once, so that
 * they know of it at all.
 */
async function acknowledge(round: Round): Promise<void> {
  const { profile, readers, hasNews, vector } = round.meta;
  if (!hasNews || isEmptyVector(vector)) return;
  const lastMs = readers.get(profile)?.ms ?? null;
  const nowMs = round.nowMs();
  // A clock that was put back would otherwise silence the profile until it has caught up.
  const isDue = lastMs === null || Math.abs(nowMs - lastMs) > round.limits.ackAfterMs;
  if (isDue) await round.store.append([{ doc: NO_DOC, change: { kind: 'ack' } }], nowMs);
}

/** One or two unreadable files may just be torn. */
const STRANGE_MIN = 3;

/** A folder full of files of which a profile that knows nothing yet can read none is another vault's. */
function refuseStrangers(round: Round): void {
  const known = round.files().flatMap((file) => round.known(file) ?? []);
  const isStrange = known.length >= STRANGE_MIN && known.every(({ state }) => state === 'unreadable');
  if (isStrange && isEmptyVector(round.meta.vector)) throw new SyncError('wrong-vault');
}
