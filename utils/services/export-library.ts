import type { BackupBin, BackupSection, BackupSections } from '../backup/format';
import { revisionOf, type BinRow, type EntityRow, type FactRow, type LibraryDatabase } from '../db/database';
import type { LibraryPart } from '../messaging/protocol';
import type { Library } from './library';

/** Characters of JSON in one part: at three bytes each, a message stays under 1 MiB with its largest row. */
const PART_LENGTH = 250_000;
/** Rows asked of the database at once. */
const BATCH_ROWS = 200;

/**
 * A stretch of the reader's library, in the order of ids. Parts of different revisions do not fit together: who asks
 * begins anew when the revision changes.
 *
 * @param offset rows of the section before this part
 */
export async function exportPart(
  library: Library,
  section: BackupSection,
  offset: number,
): Promise<LibraryPart> {
  const { database } = library;
  return database.transaction('r', [section, 'meta'], async () => {
    const rows: unknown[] = [];
    let length = 0;
    let batch: readonly unknown[];
    do {
      batch = await READERS[section](database, offset + rows.length);
      for (const row of batch) {
        const more = JSON.stringify(row).length;
        if (rows.length > 0 && length + more > PART_LENGTH) return part(true);
        rows.push(row);
        length += more;
      }
    } while (batch.length === BATCH_ROWS);
    return part(false);

    async function part(more: boolean): Promise<LibraryPart> {
      return { revision: await revisionOf(database), rows, next: more ? offset + rows.length : null };
    }
  });
}

const READERS: {
  readonly [Section in BackupSection]: (
    database: LibraryDatabase,
    offset: number,
  ) => Promise<BackupSections[Section]>;
} = {
  entities: async ({ entities }, offset) =>
    (
      await entities
        .filter(({ pack }) => pack === null)
        .offset(offset)
        .limit(BATCH_ROWS)
        .toArray()
    ).map(({ key: _key, words: _words, pack: _pack, ...entity }) => entity),
  overlays: ({ overlays }, offset) => overlays.offset(offset).limit(BATCH_ROWS).toArray(),
  notes: ({ notes }, offset) => notes.offset(offset).limit(BATCH_ROWS).toArray(),
  drafts: ({ drafts }, offset) => drafts.offset(offset).limit(BATCH_ROWS).toArray(),
  facts: async ({ facts }, offset) =>
    (
      await facts
        .filter(({ pack }) => pack === null)
        .offset(offset)
        .limit(BATCH_ROWS)
        .toArray()
    ).map(({ pack: _pack, ...fact }) => fact),
  articles: ({ articles }, offset) => articles.offset(offset).limit(BATCH_ROWS).toArray(),
  sightings: ({ sightings }, offset) => sightings.offset(offset).limit(BATCH_ROWS).toArray(),
  decisions: ({ decisions }, offset) => decisions.offset(offset).limit(BATCH_ROWS).toArray(),
  unknowns: ({ unknowns }, offset) => unknowns.offset(offset).limit(BATCH_ROWS).toArray(),
  versions: ({ versions }, offset) => versions.offset(offset).limit(BATCH_ROWS).toArray(),
  bin: async ({ bin }, offset) => (await bin.offset(offset).limit(BATCH_ROWS).toArray()).map(backupBin),
  formDrafts: ({ formDrafts }, offset) => formDrafts.offset(offset).limit(BATCH_ROWS).toArray(),
};

/** What lies in the bin without what can be made again. */
function backupBin({ id, deleted, title, rows }: BinRow): BackupBin {
  const { entities, facts, ...others } = rows;
  return {
    id,
    deleted,
    title,
    rows: {
      // Rows were read from the tables that they are named after.
      ...(others as BackupBin['rows']),
      ...(entities === undefined
        ? {}
        : {
            entities: (entities as readonly EntityRow[]).map(
              ({ key: _key, words: _words, pack: _pack, ...entity }) => entity,
            ),
          }),
      ...(facts === undefined
        ? {}
        : { facts: (facts as readonly FactRow[]).map(({ pack: _pack, ...fact }) => fact) }),
    },
  };
}
