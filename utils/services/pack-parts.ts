import { change } from '../db/database';
import type { PackId } from '../model/ids';
import type { Library } from './library';
import type { Pace } from './pace';

/** Characters of a part, about. */
const PART_LENGTH = 256 * 1024;

/**
 * Keeps a release's lines under a generation of its own, in small changes: nothing looks at them until one change makes that
 * generation the pack's.
 */
export async function keepParts(
  library: Library,
  pack: PackId,
  generation: string,
  text: string,
  pace: Pace,
): Promise<void> {
  const { database } = library;
  for (let part = 0; part * PART_LENGTH < text.length; part += 1) {
    await pace.breathe();
    const piece = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
    await change(database, ['packParts'], () =>
      database.packParts.put({ pack, generation, part, text: piece }),
    );
  }
}

/**
 * The text of a release; nothing when it was not kept.
 *
 * @yields piece by piece
 */
export async function* partsOf(
  library: Library,
  pack: PackId,
  generation: string,
): AsyncGenerator<string, void, undefined> {
  for (let part = 0; ; part += 1) {
    const row = await library.database.packParts.get([pack, generation, part]);
    if (row === undefined) return;
    yield row.text;
  }
}

/** Forgets the lines of every release of a pack but those named. */
export async function dropParts(library: Library, pack: PackId, keep: readonly string[]): Promise<void> {
  const { database } = library;
  const keys = await database.packParts
    .where('[pack+generation+part]')
    .between([pack], [pack, []])
    .primaryKeys();
  const gone = keys.filter(([, generation]) => !keep.includes(generation));
  if (gone.length > 0) await change(database, ['packParts'], () => database.packParts.bulkDelete(gone));
}
