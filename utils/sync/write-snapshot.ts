import type { Doc } from '../crdt/doc';
import { foldOf, type FoldPolicy } from '../crdt/fold';
import type { DocId, Json, OpDraft } from '../crdt/op';
import { covers, includes } from '../crdt/vector';
import { boundPart, boundSnapshot } from './names';
import { partBytes, partEntry, snapshotBytes } from './payload';
import { push, send } from './push';
import { readByAll } from './readers';
import type { Round } from './round';
import type { SnapshotJob } from './store';

const DAY_MS = 86_400_000;

/** Begins a snapshot when too much lies in the folder that is in none. */
export async function compact(round: Round): Promise<void> {
  if (round.meta.job !== null) return;
  const snapshots = round.soundSnapshots();
  const loose = round
    .files()
    .filter(
      ({ name }) =>
        name.kind === 'log' &&
        !snapshots.some(({ contents }) => includes(contents.vector, name.epoch, name.to)),
    );
  const looseBytes = loose.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const sizes = snapshots.map(({ contents }) =>
    contents.parts.reduce((sum, part) => sum + part.sizeBytes, 0),
  );
  const { logsMax, logBytesMin } = round.limits;
  const isDue = loose.length > logsMax || looseBytes > logBytesMin + Math.max(0, ...sizes) / 2;
  if (isDue && covers(round.meta.vector, round.owed)) await beginSnapshot(round);
}

export async function beginSnapshot(round: Round): Promise<void> {
  const { author, snapshotCount } = round.meta;
  const job: SnapshotJob = {
    epoch: author.epoch,
    seq: snapshotCount,
    vector: round.owed,
    after: null,
    parts: [],
  };
  await round.apply({ job, snapshotCount: snapshotCount + 1 });
}

/** Writes what is left of a snapshot in the making: parts first, the table of contents last. */
export async function continueSnapshot(round: Round): Promise<void> {
  for (let { job } = round.meta; job !== null; { job } = round.meta) {
    round.checkpoint();
    const { epoch, seq, parts, after } = job;
    const page = await pageAfter(round, after);
    const last = page.at(-1);
    if (last === undefined) {
      await finish(round, job);
      return;
    }
    // An edit may have come in since the snapshot began, and is on the page now. Nothing may be known by a snapshot alone
    // while its operation is nowhere: were this profile restored now, some would know of the edit and others never.
    await push(round);
    const content = partBytes(page);
    const bound = boundPart(epoch, seq, parts.length);
    await sendPart(round, bound, content, { ...job, after: last[0] });
  }
}

async function sendPart(
  round: Round,
  bound: string,
  content: ReturnType<typeof partBytes>,
  job: SnapshotJob,
): Promise<void> {
  await send(round, bound, content, (file) => ({
    job: { ...job, parts: [...job.parts, { name: file.name, sizeBytes: file.bytes.length }] },
  }));
}

async function finish(round: Round, { epoch, seq, vector, parts }: SnapshotJob): Promise<void> {
  const { readers, owners } = round.meta;
  // Whose files they are only matters while there are files.
  const epochs = new Set(round.files().map(({ name }) => name.epoch));
  const present = [...owners].filter(([owned]) => epochs.has(owned));
  const content = snapshotBytes({ vector, parts, readers: [...readers], owners: present });
  await send(round, boundSnapshot(epoch, seq), content, () => ({ job: null }), { vector, parts });
}

/** The next documents as a part holds them, their history folded first; at least one while there is one. */
async function pageAfter(round: Round, after: DocId | null): Promise<(readonly [DocId, Json])[]> {
  const { partDocsMax, partCharsMax } = round.limits;
  const found = await round.store.docsAfter(after, partDocsMax);
  const page: (readonly [DocId, Json])[] = [];
  let chars = 0;
  for (const [id, doc] of await folded(round, found)) {
    const entry = partEntry([id, doc]);
    chars += JSON.stringify(entry).length;
    if (page.length > 0 && chars > partCharsMax) break;
    page.push(entry);
  }
  return page;
}

async function folded(
  round: Round,
  docs: readonly (readonly [DocId, Doc])[],
): Promise<readonly (readonly [DocId, Doc])[]> {
  const policy = foldPolicy(round);
  if (policy === null) return docs;
  const drafts = docs.flatMap(([id, doc]): OpDraft[] => {
    const change = foldOf(doc, policy);
    return change === null ? [] : [{ doc: id, change }];
  });
  if (drafts.length === 0) return docs;
  await round.store.append(drafts, round.nowMs());
  const fresh = await round.store.docs(drafts.map(({ doc }) => doc));
  return docs.map(([id, doc]) => [id, fresh.get(id) ?? doc]);
}

/** Null when the local clock is so far from the newest stamp that ages mean nothing. */
function foldPolicy(round: Round): FoldPolicy | null {
  const nowMs = round.nowMs();
  const { meta, limits } = round;
  if (Math.abs(nowMs - meta.author.clock.ms) > 2 * DAY_MS) return null;
  return {
    nowMs,
    readByAll: readByAll(meta, nowMs - limits.retireMs),
    ageMs: limits.foldAgeMs,
    versionsMax: limits.versionsMax,
  };
}
