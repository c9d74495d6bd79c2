import {
  BACKUP_SECTIONS,
  type Backup,
  type BackupBin,
  type BackupSection,
  type ImportCounts,
  type SectionCounts,
} from '../backup/format';
import { mergeDraft, mergeEntity, mergeNote, mergeOverlay } from '../backup/merge';
import type { BinRow, FactRow, LibraryDatabase } from '../db/database';
import { putEntity } from '../db/entities';
import { putOverlay } from '../db/overlays';
import { mergeRows } from '../db/merge-rows';
import type { FormName } from '../model/form-draft';
import type { ArticleId, EntityId, NoteId } from '../model/ids';
import { commit, type Library } from './library';

/**
 * Merges a file into the library, in one transaction: all of it happens or none. Same ids are merged as `merge.ts` says;
 * nothing is deleted.
 *
 * @returns how much was new
 * @throws CallError as `change` does; then nothing was written
 */
export async function importLibrary(library: Library, backup: Backup): Promise<ImportCounts> {
  return commit(library, [...BACKUP_SECTIONS, 'packEntities'], () => mergeAll(library, backup, true), {
    names: true,
    marks: true,
  });
}

/** What {@link importLibrary} would do, without writing anything. */
export async function previewImport(library: Library, backup: Backup): Promise<ImportCounts> {
  return library.database.transaction('r', [...BACKUP_SECTIONS], () => mergeAll(library, backup, false));
}

async function mergeAll(library: Library, backup: Backup, write: boolean): Promise<ImportCounts> {
  const counts = {} as Record<BackupSection, SectionCounts>;
  for (const section of BACKUP_SECTIONS) {
    const { added, changed } = await MERGERS[section](library.database, backup, write);
    counts[section] = { added, changed, same: backup[section].length - added - changed };
  }
  return counts;
}

type Merger = (
  database: LibraryDatabase,
  backup: Backup,
  write: boolean,
) => Promise<Pick<SectionCounts, 'added' | 'changed'>>;

const MERGERS: Readonly<Record<BackupSection, Merger>> = {
  entities: mergeEntities,
  overlays: mergeOverlays,
  notes: ({ notes }, backup, write) => mergeRows(notes, backup.notes, ({ id }) => id, mergeNote, write),
  drafts: ({ drafts }, backup, write) =>
    mergeRows(drafts, backup.drafts, ({ entityId }) => entityId, mergeDraft, write),
  facts: ({ facts }, backup, write) =>
    mergeRows(
      facts,
      backup.facts.map((fact): FactRow => ({ ...fact, pack: null })),
      ({ id }) => id,
      keep,
      write,
    ),
  articles: ({ articles }, backup, write) =>
    mergeRows(articles, backup.articles, ({ id }) => id, later('saved'), write),
  sightings: ({ sightings }, backup, write) =>
    mergeRows(
      sightings,
      backup.sightings,
      ({ articleId, entityId }): [ArticleId, EntityId] => [articleId, entityId],
      keep,
      write,
    ),
  decisions: ({ decisions }, backup, write) =>
    mergeRows(
      decisions,
      backup.decisions,
      ({ entityId, surface, scope, where }): [EntityId, string, string, string] => [
        entityId,
        surface,
        scope,
        where,
      ],
      later('made'),
      write,
    ),
  unknowns: ({ unknowns }, backup, write) =>
    mergeRows(unknowns, backup.unknowns, ({ id }) => id, later('lastMet'), write),
  versions: ({ versions }, backup, write) =>
    mergeRows(
      versions,
      backup.versions,
      ({ noteId, saved }): [NoteId, number] => [noteId, saved],
      keep,
      write,
    ),
  bin: ({ bin }, backup, write) => mergeRows(bin, backup.bin.map(binRowOf), ({ id }) => id, keep, write),
  formDrafts: ({ formDrafts }, backup, write) =>
    mergeRows(
      formDrafts,
      backup.formDrafts,
      ({ form, about }): [FormName, string] => [form, about],
      later('updated'),
      write,
    ),
};

/** What lies in the bin as rows of its tables; an entity gets its key when it is put back. */
function binRowOf({ rows, ...item }: BackupBin): BinRow {
  const { entities, facts, ...others } = rows;
  return {
    ...item,
    rows: {
      ...others,
      ...(entities === undefined ? {} : { entities: entities.map((entity) => ({ ...entity, pack: null })) }),
      ...(facts === undefined ? {} : { facts: facts.map((fact) => ({ ...fact, pack: null })) }),
    },
  };
}

function keep<Row>(here: Row): Row {
  return here;
}

/** The row that is later by one of its times. */
function later<Time extends string>(time: Time) {
  return <Row extends Readonly<Record<Time, number>>>(here: Row, brought: Row): Row =>
    brought[time] > here[time] ? brought : here;
}

async function mergeEntities(database: LibraryDatabase, backup: Backup, write: boolean): ReturnType<Merger> {
  let added = 0;
  let changed = 0;
  const here = await database.entities.bulkGet(backup.entities.map(({ id }) => id));
  for (const [index, brought] of backup.entities.entries()) {
    const known = here[index];
    const merged = known === undefined ? brought : mergeEntity(known, brought);
    if (merged === known) continue;
    if (known === undefined) added += 1;
    else changed += 1;
    if (write) await putEntity(database, { ...merged, pack: null });
  }
  return { added, changed };
}

/** A pack's entity that is here is changed at once; for one that is not, it waits for its pack. */
async function mergeOverlays(database: LibraryDatabase, backup: Backup, write: boolean): ReturnType<Merger> {
  let added = 0;
  let changed = 0;
  const here = await database.overlays.bulkGet(backup.overlays.map(({ entityId }) => entityId));
  for (const [index, brought] of backup.overlays.entries()) {
    const known = here[index];
    const merged = known === undefined ? brought : mergeOverlay(known, brought);
    if (merged === known) continue;
    if (known === undefined) added += 1;
    else changed += 1;
    if (write) await putOverlay(database, brought.entityId, merged);
  }
  return { added, changed };
}
