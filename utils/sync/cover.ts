import { covers, includes } from '../crdt/vector';
import type { ListedFile } from './encrypted-remote';
import { parseName } from './names';
import { verifyLog } from './pull';
import { openSnapshots, readSnapshot } from './read-snapshot';
import type { Round } from './round';
import { beginSnapshot } from './write-snapshot';

/** At most this many files are asked for one by one before the folder is believed to have lost them. */
const PROBES_MAX = 8;

/**
 * Checks that a new profile could rebuild from the folder everything that this one holds, and puts back what is gone.
 * This is the whole answer to emptied folders, wrong addresses, torn files and servers put back to an old state:
 * absence never means deletion, it means "write it again".
 */
export async function cover(round: Round): Promise<void> {
  if (!round.rules.repairs || round.meta.job !== null || isCovered(round)) return;
  // Mostly somebody has compacted and tidied up: a snapshot is there that only wants to be opened.
  await openWhatCovers(round);
  if (isCovered(round)) return;
  await probe(round);
  if (isCovered(round)) return;
  // Others may have compacted since the listing was made.
  await relist(round);
  await openWhatCovers(round);
  if (isCovered(round)) return;
  round.isRepairing = true;
  await beginSnapshot(round);
}

/** Forgets files that are gone, once everything is known to be elsewhere. */
export async function forgetGone(round: Round): Promise<void> {
  if (!isCovered(round)) return;
  const gone = [...round.meta.files.keys()].filter((name) => !round.listed.has(name));
  if (gone.length > 0) await round.apply({ files: gone.map((name) => [name, null]) });
}

function isCovered(round: Round): boolean {
  return covers(round.rules.covered(round.soundLogs(), round.soundSnapshots()), round.owed);
}

/** A listing may be stale, and a file known by its operations may never have been opened: asks for the likeliest. */
async function probe(round: Round): Promise<void> {
  const reach = round.rules.covered(round.soundLogs(), round.soundSnapshots());
  const unlisted = [...round.meta.files].flatMap(([text, known]): ListedFile[] => {
    const name = parseName(text);
    const isCandidate = name !== null && known.state === 'read' && !round.listed.has(text);
    return isCandidate ? [{ name, sizeBytes: known.sizeBytes }] : [];
  });
  const unverified = round.files().filter((file) => !round.isRead(file));
  const useful = [...unverified, ...unlisted.toReversed()].filter(
    ({ name }) => name.kind === 'log' && !includes(reach, name.epoch, name.to),
  );
  for (const file of useful.slice(0, PROBES_MAX)) {
    const wasListed = round.listed.has(file.name.text);
    if ((await verifyLog(round, file)) && !wasListed) round.listed.set(file.name.text, file);
  }
  await probeUnlistedSnapshots(round, unlisted);
}

async function probeUnlistedSnapshots(round: Round, unlisted: readonly ListedFile[]): Promise<void> {
  const files = unlisted.filter(({ name }) => name.kind !== 'log').slice(0, PROBES_MAX);
  for (const file of files) {
    const opened = await round.remote.read(file.name, round.signal);
    if (opened?.ok === true) round.listed.set(file.name.text, file);
  }
}

async function relist(round: Round): Promise<void> {
  for (const file of await round.remote.list(round.signal)) round.listed.set(file.name.text, file);
  await openSnapshots(round);
}

/** Opens snapshots of others that claim to hold what is missing: costs a download, but less than writing one. */
async function openWhatCovers(round: Round): Promise<void> {
  const claims = round.files().flatMap((file) => {
    const contents = round.known(file)?.contents ?? null;
    return contents === null ? [] : [{ file, name: file.name.text, contents }];
  });
  if (!covers(round.rules.covered(round.soundLogs(), claims), round.owed)) return;
  for (const { file, contents } of claims.toReversed()) {
    await readSnapshot(round, file, contents);
    if (isCovered(round)) return;
  }
}
