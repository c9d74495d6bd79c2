import {
  packEntityIds,
  dropPackEntities,
  draftOf,
  PACK_TABLES,
  putPackEntities,
  type PackEntityDraft,
} from '../db/pack-rows';
import { CallError } from '../model/call-error';
import type { PackId } from '../model/ids';
import type { PackRelease } from '../model/pack';
import { toEntity, toFacts } from '../packs/entities';
import type { Pack } from '../packs/format';
import { heldByEntity, withHeld } from '../packs/hold-back';
import { commit, type Library } from './library';
import { dropParts } from './pack-parts';
import { readKept, type PackJob } from './prepare-pack';

/**
 * Makes the release that waits the pack's, in one transaction: all of its entities and facts are there afterwards, or what
 * was there before.
 *
 * @throws CallError `not-found` when none waits, and as `change` does; Cancelled
 */
export async function installWaiting(library: Library, packId: PackId, job: PackJob): Promise<void> {
  const state = await library.database.packStates.get(packId);
  if (state === undefined || state.waiting === null) throw new CallError('not-found', 'nothing waits');
  const {
    name,
    source,
    description: _d,
    licence: _l,
    authors: _a,
    warnings: _w,
    changes: _c,
    staged: _s,
    ...release
  } = state.waiting;
  const { database } = library;
  await activate(library, packId, release, job, async () => {
    await database.packs.put({ id: packId, name, source, isOn: true });
    await database.packStates.put({
      id: packId,
      release,
      isActive: true,
      installed: library.now(),
      waiting: null,
    });
  });
  await dropParts(library, packId, [release.generation]);
}

/** Drops the release that waits; what is installed stays. */
export async function dismissWaiting(library: Library, packId: PackId): Promise<void> {
  const { database } = library;
  const state = await database.packStates.get(packId);
  if (state === undefined || state.waiting === null) return;
  await commit(library, ['packStates'], async () => {
    if (state.release === null) await database.packStates.delete(packId);
    else await database.packStates.put({ ...state, waiting: null });
  });
  await dropParts(library, packId, [state.release?.generation ?? '']);
}

/**
 * Puts the names of an installed pack back that is off.
 *
 * @returns false when its lines were not kept: it must be installed anew
 */
export async function activatePack(library: Library, packId: PackId, job: PackJob): Promise<boolean> {
  const { database } = library;
  const state = await database.packStates.get(packId);
  if (state === undefined || state.release === null || state.release.generation === '') return false;
  if (!state.isActive)
    await activate(library, packId, state.release, job, () => switchTo(library, packId, true));
  else await commit(library, ['packs'], () => database.packs.update(packId, { isOn: true }));
  return true;
}

/** Takes a pack's names away, but for those that carry notes or facts of the reader's own. */
export async function deactivatePack(library: Library, packId: PackId, job: PackJob): Promise<void> {
  await commit(
    library,
    PACK_TABLES,
    async () => {
      await dropAll(library, packId, job);
      await switchTo(library, packId, false);
    },
    { names: true },
  );
}

/** Removes a pack for good. Notes, facts and overlays of the reader's own stay, with the entities that carry notes or facts. */
export async function removePack(library: Library, packId: PackId, job: PackJob): Promise<void> {
  const { database } = library;
  await commit(
    library,
    [...PACK_TABLES, 'packFeeds'],
    async () => {
      await dropAll(library, packId, job);
      await database.packs.delete(packId);
      await database.packStates.delete(packId);
      await database.packFeeds.delete(packId);
    },
    { names: true },
  );
  await dropParts(library, packId, []);
}

async function switchTo(library: Library, packId: PackId, isOn: boolean): Promise<void> {
  await library.database.packs.update(packId, { isOn });
  await library.database.packStates.update(packId, { isActive: isOn });
}

async function dropAll(library: Library, packId: PackId, job: PackJob): Promise<void> {
  const ids = await packEntityIds(library.database, packId);
  await dropPackEntities(library.database, packId, ids, (done) => progress(job, done, ids.length));
}

async function activate(
  library: Library,
  packId: PackId,
  release: PackRelease,
  job: PackJob,
  settle: () => Promise<unknown>,
): Promise<void> {
  const { database } = library;
  const pack = await readKept(library, packId, release.generation, job);
  if (pack === null) throw new CallError('storage', 'the kept lines of a pack are gone');
  const drafts = await draftsOf(pack, release, job);
  const ids = new Set(drafts.map(({ entity }) => entity.id));
  await commit(
    library,
    PACK_TABLES,
    async () => {
      const gone = (await packEntityIds(database, packId)).filter((id) => !ids.has(id));
      const total = drafts.length + gone.length;
      await putPackEntities(database, packId, drafts, (done) => progress(job, done, total));
      await dropPackEntities(database, packId, gone, (done) => progress(job, drafts.length + done, total));
      await settle();
    },
    { names: true },
  );
}

async function draftsOf(pack: Pack, { held }: PackRelease, { pace }: PackJob): Promise<PackEntityDraft[]> {
  const { id } = pack.manifest;
  const heldBack = heldByEntity(held);
  const drafts: PackEntityDraft[] = [];
  for (const given of pack.entities) {
    await pace.breathe();
    const facts = toFacts(id, given).map((fact) => ({ ...fact, pack: id }));
    drafts.push(draftOf(toEntity(id, withHeld(given, heldBack.get(given.id) ?? [])), facts));
  }
  return drafts;
}

/** Inside a transaction nothing may be waited for but the database: the turns between its requests are turns for others. */
function progress({ pace, report }: PackJob, done: number, total: number): void {
  pace.check();
  report('installing', done, total);
}
