import type { SyncView } from '../../messaging/sync-calls';
import { opFromJson } from '../../crdt/op-json';
import type { EpochId } from '../../crdt/stamp';
import { labelOf } from '../../sync/place';
import { readersOf } from '../../sync/readers';
import { adoptionOf } from './adopt';
import { conflictCount } from './conflicts';
import { DexieStore } from './dexie-store';
import type { SyncRunner } from './runner';
import { NEW_STATUS, readState, type SyncStatus } from './state';
import type { SyncWorld } from './world';

const OFF: SyncView = {
  state: 'off',
  place: null,
  lastSuccess: null,
  nextTry: null,
  pending: 0,
  seenBy: 0,
  profiles: [],
  problem: null,
  notHere: null,
  hasPassphrase: false,
  conflictCount: 0,
  progress: null,
};

/** What the settings page and the popup show. */
export async function viewSync(world: SyncWorld, runner: SyncRunner): Promise<SyncView> {
  const { database } = world.library;
  const place = await readState(database, 'place');
  if (place === null) return OFF;
  const status = (await readState(database, 'status')) ?? NEW_STATUS;
  const meta = await new DexieStore(database, await world.session()).meta();
  const { profile, readers, published } = meta;
  const others = [...readers].filter(([id]) => id !== profile).map(([id, { ms }]) => ({ id, ms }));
  return {
    state: stateOf(status, runner.isRunning),
    place: { type: place.type, label: labelOf(place) },
    lastSuccess: status.lastSuccess,
    nextTry: status.nextTry,
    pending: await database.ops.count(),
    seenBy: readersOf(meta, published).length,
    profiles: [
      { id: profile, isSelf: true, lastSeen: readers.get(profile)?.ms ?? null },
      ...others.toSorted((a, b) => b.ms - a.ms).map(({ id, ms }) => ({ id, isSelf: false, lastSeen: ms })),
    ],
    problem: status.problem,
    notHere: place.type === 'account' && status.problem?.code === 'full' ? await unsentCount(world) : null,
    hasPassphrase: status.hasPassphrase,
    conflictCount: await conflictCount(world),
    progress: runner.progress ?? (await adoptionLeft(world)),
  };
}

function stateOf({ paused, stopped }: SyncStatus, isRunning: boolean): SyncView['state'] {
  if (isRunning) return 'running';
  if (paused) return 'paused';
  return stopped ? 'stopped' : 'idle';
}

async function adoptionLeft({ library }: SyncWorld): Promise<SyncView['progress']> {
  const adoption = await adoptionOf(library.database);
  return adoption === null ? null : { done: adoption.done, total: adoption.total };
}

/** Documents with changes that the storage has no room for. */
async function unsentCount({ library }: SyncWorld): Promise<number> {
  const ops = await library.database.ops.toArray();
  const docs = ops.map(({ json, epoch, n }) => opFromJson(json, epoch as EpochId, n).doc);
  // Acknowledgements are about no document.
  return new Set(docs.filter((doc) => doc !== '')).size;
}
