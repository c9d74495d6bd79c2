import type { OverlayRow, PackFeedRow, PackStateRow } from '../db/database';
import type { HeldView, PackConflict, PackFeedView, PacksView, PackView } from '../model/pack-view';
import type { PackId } from '../model/ids';
import { conflictsOf } from '../model/overlay';
import type { HeldAlias, PackSource, RunningPackJob } from '../model/pack';
import { packEntityId } from '../packs/entities';
import { bundledPacks, type BundledPack, type ReadBundled } from './bundled-packs';
import type { Library } from './library';

/** Aliases and conflicts of one pack that are shown at once. */
const SHOWN_MAX = 50;

/** Every pack that is here, every one that comes with the extension, and what waits. */
export async function listPacks(
  library: Library,
  read: ReadBundled,
  job: RunningPackJob | null,
): Promise<PacksView> {
  const { database } = library;
  const bundled = new Map((await bundledPacks(read)).map((listed) => [listed.id, listed]));
  const rows = new Map((await database.packs.toArray()).map((row) => [row.id, row]));
  const states = new Map((await database.packStates.toArray()).map((state) => [state.id, state]));
  const feeds = new Map((await database.packFeeds.toArray()).map((feed) => [feed.id, feed]));
  const overlays = Map.groupBy(await database.overlays.toArray(), ({ entityId }) => packOf(entityId));
  const ids = new Set([...bundled.keys(), ...rows.keys(), ...states.keys()]);
  const packs: PackView[] = [];
  for (const id of ids) {
    const state = states.get(id);
    const listed = bundled.get(id);
    const own = overlays.get(id) ?? [];
    packs.push({
      packId: id,
      ...named(id, rows.get(id) ?? state?.waiting ?? null, listed),
      isOn: rows.get(id)?.isOn === true,
      entityCount: state?.release?.entityCount ?? listed?.entities ?? 0,
      release: state?.release ? { ...state.release, ...heldView(id, state.release.held, own) } : null,
      feed: feedView(feeds.get(id)),
      waiting: state?.waiting ? { ...state.waiting, ...heldView(id, state.waiting.held, own) } : null,
      editedCount: own.length,
      conflicts: state === undefined ? [] : await conflictsIn(library, state, own),
    });
  }
  return { packs: packs.toSorted((one, other) => one.name.localeCompare(other.name)), job };
}

function named(
  id: PackId,
  known: { readonly name: string; readonly source: PackSource } | null,
  listed: BundledPack | undefined,
): Pick<PackView, 'name' | 'description' | 'source'> {
  return {
    name: known?.name ?? listed?.name ?? id,
    description: listed?.description ?? '',
    source: known?.source ?? { type: 'bundled' },
  };
}

function packOf(entityId: string): PackId {
  return entityId.slice(0, entityId.indexOf('/')) as PackId;
}

function feedView(feed: PackFeedRow | undefined): PackFeedView | null {
  if (feed === undefined) return null;
  const { checked, problem, publicKey } = feed;
  return { checked, problem, isSigned: publicKey !== null };
}

function heldView(pack: PackId, held: readonly HeldAlias[], overlays: readonly OverlayRow[]): HeldView {
  const lit = new Set(
    overlays.flatMap(({ entityId, aliases }) =>
      aliases.filter(({ strength }) => strength !== 'off').map(({ text }) => `${entityId} ${text}`),
    ),
  );
  return {
    held: held
      .slice(0, SHOWN_MAX)
      .map((one) => ({ ...one, isLit: lit.has(`${packEntityId(pack, one.entity)} ${one.alias}`) })),
    heldCount: held.length,
  };
}

async function conflictsIn(
  library: Library,
  state: PackStateRow,
  overlays: readonly OverlayRow[],
): Promise<PackConflict[]> {
  if (!state.isActive) return [];
  const bases = await library.database.packEntities.bulkGet(overlays.map(({ entityId }) => entityId));
  return overlays
    .flatMap((overlay, index) => {
      const base = bases[index];
      if (base === undefined) return [];
      const { entity } = base;
      return conflictsOf(entity, overlay).map((conflict) => ({
        ...conflict,
        entityId: entity.id,
        name: entity.name,
      }));
    })
    .slice(0, SHOWN_MAX);
}
