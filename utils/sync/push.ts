import type { Op } from '../crdt/op';
import { beyond, joinVectors, NOTHING_SEEN } from '../crdt/vector';
import type { Bytes } from '../crypto/bytes';
import type { SealedFile } from './encrypted-remote';
import { SyncError } from './errors';
import { boundLog, parseName } from './names';
import { logBytes } from './payload';
import type { Round } from './round';
import type { Intent, KnownFile, Patch, SnapshotContents } from './store';

/** Publishes this profile's operations, segment by segment. Afterwards `round.owed` says what the folder should hold. */
export async function push(round: Round): Promise<void> {
  for (;;) {
    round.checkpoint();
    round.meta = await round.store.meta();
    const { vector } = round.meta;
    // An edit that comes in from here on is not owed by this round.
    const pending = await round.store.pending(round.limits.opsMax);
    const ops = firstRun(pending);
    if (ops.length === 0) {
      round.owed = vector;
      return;
    }
    await pushSegment(round, ops);
  }
}

/**
 * Makes a file land: the intent is durable before the first byte leaves, so a kill at any point costs a repetition.
 *
 * @param landed what is true once the file is there
 * @param contents what a snapshot's table of contents says
 */
export async function send(
  round: Round,
  bound: string,
  content: Bytes,
  landed: (file: SealedFile) => Patch,
  contents: SnapshotContents | null = null,
): Promise<void> {
  const file = await round.remote.seal(bound, content);
  const known: KnownFile = { sizeBytes: file.bytes.length, state: 'read', failures: 0, contents };
  const intent: Intent = { file, landed: { ...landed(file), files: [[file.name, known]], intent: null } };
  await round.apply({ intent });
  await deliver(round, intent, false);
}

/** Ends what an earlier round had begun to send. */
export async function finishIntent(round: Round): Promise<void> {
  const { intent } = round.meta;
  if (intent === null) return;
  // Sealed for a vault that this profile has left since: nobody here could open it. Its operations are still pending.
  if (intent.file.vault === round.remote.vault) await deliver(round, intent, true);
  else await round.apply({ intent: null, job: null });
}

/**
 * @param mayHaveLanded after a kill or an error: it is looked for first, since writing once more over a good file
 *   could tear it
 */
async function deliver(round: Round, intent: Intent, mayHaveLanded: boolean): Promise<void> {
  const { file, landed } = intent;
  round.checkpoint();
  const isThere = mayHaveLanded && (await round.remote.holds(file, round.signal));
  if (!isThere) {
    await round.remote.put(file, round.signal);
    const isEqual = await round.remote.holds(file, round.signal);
    if (!round.rules.hasLanded(isEqual)) throw new SyncError('not-landed', { detail: file.name });
  }
  await round.apply(landed);
  const name = parseName(file.name);
  if (name !== null) round.listed.set(file.name, { name, sizeBytes: file.bytes.length });
}

async function pushSegment(round: Round, ops: readonly Op[]): Promise<void> {
  const { profile, readers, vector } = round.meta;
  const [first] = ops;
  const last = ops.at(-1);
  if (first === undefined || last === undefined) return;
  const { epoch } = first.at;
  const said = readers.get(profile)?.seen ?? NOTHING_SEEN;
  const reader = { seen: beyond(vector, said), ms: round.nowMs() };
  const content = logBytes({ profile, reader, ops });
  await send(round, boundLog(epoch, first.n, last.n), content, () => ({
    published: { [epoch]: last.n },
    readers: [[profile, { ms: reader.ms, seen: joinVectors(reader.seen, { [epoch]: last.n }) }]],
    owners: [[epoch, profile]],
    hasNews: false,
  }));
  round.pushedCount += ops.length;
}

/** The longest beginning of one epoch with consecutive numbers. */
function firstRun(ops: readonly Op[]): readonly Op[] {
  const [first] = ops;
  if (first === undefined) return [];
  const end = ops.findIndex((op, index) => op.at.epoch !== first.at.epoch || op.n !== first.n + index);
  return end === -1 ? ops : ops.slice(0, end);
}
