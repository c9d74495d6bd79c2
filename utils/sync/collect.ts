import { includes } from '../crdt/vector';
import type { ListedFile } from './encrypted-remote';
import { parseName } from './names';
import { snapshotOf } from './payload';
import { mayTidy } from './readers';
import type { Round } from './round';
import type { SoundSnapshot } from './rules';

/**
 * Deletes files that are no longer needed: only this profile's own (or those of a profile that has been silent for a
 * season), and only when a snapshot covers them that was opened whole and still answers right now. Supersession is a
 * strict partial order, so whatever everybody deletes at once, a greatest snapshot stays.
 */
export async function collect(round: Round): Promise<void> {
  const snapshots = round.soundSnapshots();
  if (snapshots.length === 0) return;
  const answering = new Map<string, boolean>();
  const sinceMs = round.nowMs() - round.limits.retireMs;
  for (const file of round.files()) {
    if (!mayTidy(round.meta, file.name.epoch, sinceMs)) continue;
    const substitutes = snapshots.filter((snapshot) => replaces(round, snapshot, file));
    for (const substitute of substitutes) {
      round.checkpoint();
      const known = answering.get(substitute.name) ?? (await answers(round, substitute));
      answering.set(substitute.name, known);
      if (!known) continue;
      await remove(round, file);
      break;
    }
  }
}

function replaces(round: Round, snapshot: SoundSnapshot, file: ListedFile): boolean {
  const { name } = file;
  switch (name.kind) {
    case 'log':
      return includes(snapshot.contents.vector, name.epoch, name.to);
    case 'snap': {
      const contents = round.known(file)?.contents ?? null;
      return contents !== null && round.rules.supersedes(snapshot, { name: name.text, contents });
    }
    case 'part':
      return isLeftOver(round, file) && name.epoch === round.meta.author.epoch;
  }
}

/**
 * A part that no table of contents speaks for, and that no snapshot in the making does either. Only parts of the
 * current epoch are judged: of those this profile knows everything, even if its database is a restored copy.
 */
function isLeftOver(round: Round, { name }: ListedFile): boolean {
  const { files, job, intent } = round.meta;
  const spokenFor = [...files].some(([text, { contents }]) => {
    const snapshot = contents === null ? null : parseName(text);
    return snapshot !== null && (contents?.parts ?? []).some((part) => part.name === name.text);
  });
  const isInMaking = job?.parts.some((part) => part.name === name.text) ?? false;
  return !spokenFor && !isInMaking && intent === null;
}

/** Whether the snapshot's table of contents can be read at this very moment. */
async function answers(round: Round, { name }: SoundSnapshot): Promise<boolean> {
  const parsed = parseName(name);
  if (parsed === null) return false;
  const opened = await round.remote.read(parsed, round.signal);
  if (opened?.ok !== true) return false;
  return snapshotOf(opened.content).parts.every((part) => round.listed.has(part.name));
}

/** The table of contents goes first, so that nobody begins to read a snapshot that is being taken apart. */
async function remove(round: Round, file: ListedFile): Promise<void> {
  const contents = round.known(file)?.contents ?? null;
  const names = [file.name.text, ...(contents?.parts ?? []).map((part) => part.name)];
  for (const name of names) {
    await round.remote.del(name, round.signal);
    round.listed.delete(name);
  }
  await round.apply({ files: names.map((name) => [name, null]) });
}
