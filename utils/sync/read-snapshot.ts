import { CLOCK_START, observe } from '../crdt/stamp';
import type { Doc } from '../crdt/doc';
import { covers } from '../crdt/vector';
import { guardDeletions } from './deletions';
import type { ListedFile } from './encrypted-remote';
import { fetchFile, isWorthTrying, readFile } from './fetch-file';
import { partOf, snapshotOf } from './payload';
import type { Round } from './round';
import type { Patch, SnapshotContents } from './store';

/** Reads the table of contents of every snapshot that is new; the parts are left where they are. */
export async function openSnapshots(round: Round): Promise<void> {
  for (const file of round.files()) {
    if (file.name.kind !== 'snap' || round.isRead(file) || !isWorthTrying(round, file)) continue;
    const snapshot = await fetchFile(round, file, snapshotOf);
    if (snapshot === null) continue;
    const { vector, parts, readers, owners } = snapshot;
    await round.apply({ readers, owners, files: readFile(file, { vector, parts }) });
  }
}

/**
 * Takes in a snapshot part by part, each in its own transaction: what is in a part is true by itself, only the vector
 * waits until all of them are in. Parts taken in before a kill are not fetched again.
 *
 * @returns whether the snapshot is now sound
 */
export async function readSnapshot(
  round: Round,
  file: ListedFile,
  contents: SnapshotContents,
): Promise<boolean> {
  for (const { name, sizeBytes } of contents.parts) {
    const part = round.listed.get(name);
    if (part === undefined || part.sizeBytes !== sizeBytes) return false;
    if (round.isRead(part)) continue;
    if (!isWorthTrying(round, part)) return false;
    const docs = await fetchFile(round, part, partOf);
    if (docs === null) return false;
    await guardDeletions(round, docs);
    await round.apply({ docs, clock: clockOf(docs.map(([, doc]) => doc)), files: readFile(part) });
  }
  const isNews = !covers(round.meta.vector, contents.vector);
  await round.apply({
    vector: contents.vector,
    files: readFile(file, contents),
    ...(isNews ? { hasNews: true } : {}),
  });
  round.pulledCount += 1;
  return true;
}

/** The newest stamp in the documents, so that the next edit here is later than all it builds upon. */
export function clockOf(docs: readonly Doc[]): NonNullable<Patch['clock']> {
  let clock = CLOCK_START;
  for (const doc of docs) {
    for (const { at } of doc.fields.values()) clock = observe(clock, at);
    for (const { at } of doc.versions.values()) clock = observe(clock, at);
    if (doc.deletion !== null) clock = observe(clock, doc.deletion.at);
  }
  return clock;
}
