import { type Doc, docOfOp, EMPTY_DOC, joinDocs } from '../crdt/doc';
import type { DocId, Op } from '../crdt/op';
import { CLOCK_START, observe } from '../crdt/stamp';
import { beyond, covers, includes, joinVectors, upTo } from '../crdt/vector';
import { guardDeletions } from './deletions';
import type { ListedFile } from './encrypted-remote';
import { fetchFile, isWorthTrying, readFile } from './fetch-file';
import type { LogName } from './names';
import { type Log, logOf } from './payload';
import type { Round } from './round';
import { extend } from './rules';
import { openSnapshots, readSnapshot } from './read-snapshot';

/**
 * Reads what others have written. Segments where they suffice, snapshots where there are holes: a new profile, one that
 * was away, a folder in which segments were torn or tidied away.
 */
export async function pull(round: Round): Promise<void> {
  await openSnapshots(round);
  const reach = extend(
    round.meta.vector,
    logsOf(round).map(({ name }) => name),
  );
  await readSnapshotsBeyond(round, () => reach);
  await readLogs(round);
  await readSnapshotsBeyond(round, () => round.meta.vector);
  // A snapshot may have filled the hole before some segment.
  await readLogs(round);
  const readByOthers = [...round.meta.readers.values()].map(({ seen }) => seen);
  round.missing = beyond(readByOthers.reduce(joinVectors, {}), round.meta.vector);
}

interface ListedLog extends ListedFile {
  readonly name: LogName;
}

function logsOf(round: Round): ListedLog[] {
  return round.files().filter((file): file is ListedLog => file.name.kind === 'log');
}

async function readSnapshotsBeyond(round: Round, reach: () => Round['owed']): Promise<void> {
  for (const file of round.files()) {
    const contents = round.known(file)?.contents ?? null;
    const isUseful =
      contents !== null && !covers(reach(), contents.vector) && !covers(round.meta.vector, contents.vector);
    if (isUseful) await readSnapshot(round, file, contents);
  }
}

/** In order of their names, which within an epoch is the order of their numbers. */
async function readLogs(round: Round): Promise<void> {
  for (const file of logsOf(round)) {
    const { epoch, from, to } = file.name;
    const last = upTo(round.meta.vector, epoch);
    if (to <= last || from > last + 1 || !isWorthTrying(round, file)) continue;
    const log = await fetchFile(round, file, (content) => logOf(file.name, content));
    if (log !== null) await takeIn(round, file, log);
  }
}

/**
 * Fetches a segment whose operations are known already, to be sure that it is still good.
 */
export async function verifyLog(round: Round, file: ListedFile): Promise<boolean> {
  const { name } = file;
  if (name.kind !== 'log') return false;
  const log = await fetchFile(round, file, (content) => logOf(name, content));
  if (log === null) return false;
  await round.apply({ files: readFile(file) });
  return true;
}

async function takeIn(round: Round, file: ListedLog, log: Log): Promise<void> {
  const { epoch, to } = file.name;
  const fresh = log.ops.filter((op) => !includes(round.meta.vector, epoch, op.n));
  const docs = [...docsOf(fresh)];
  await guardDeletions(round, docs);
  const isNews = fresh.some(({ change }) => !QUIET.has(change.kind));
  await round.apply({
    docs,
    vector: { [epoch]: to },
    clock: fresh.reduce((clock, { at }) => observe(clock, at), CLOCK_START),
    readers: [[log.profile, { ms: log.reader.ms, seen: joinVectors(log.reader.seen, { [epoch]: to }) }]],
    owners: [[epoch, log.profile]],
    files: readFile(file),
    ...(isNews ? { hasNews: true } : {}),
  });
  round.pulledCount += fresh.length;
}

/** Housekeeping that nobody answers, or profiles would acknowledge each other's acknowledgements for ever. */
const QUIET: ReadonlySet<string> = new Set(['ack', 'fold', 'purge']);

function docsOf(ops: readonly Op[]): ReadonlyMap<DocId, Doc> {
  const docs = new Map<DocId, Doc>();
  for (const op of ops) {
    const delta = docOfOp(op);
    // An acknowledgement is about no document.
    if (delta === EMPTY_DOC) continue;
    docs.set(op.doc, joinDocs(docs.get(op.doc) ?? EMPTY_DOC, delta));
  }
  return docs;
}
