import { covers } from '../../../utils/crdt/vector';
import { ALL_FAULTS, type Faults, NO_FAULTS } from './hostile-remote';
import {
  contentOf,
  differsFromModel,
  lostAcknowledged,
  reusedNumbers,
  wordFates,
  wronglyShown,
} from './invariants';
import type { Mutant } from './mutants';
import { DAY_MS, type Weather, World } from './world';

/** Which kinds of trouble a run meets. `everything` may destroy the only copy twice over, so it promises less. */
export type Setting = 'calm' | 'copies' | 'wipes' | 'everything';
export const SETTINGS: readonly Setting[] = ['calm', 'copies', 'wipes', 'everything'];

export interface RunResult {
  readonly seed: number;
  readonly setting: Setting;
  /** Empty when every promise held. */
  readonly problems: readonly string[];
  readonly traceHash: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly removedCount: number;
  readonly backCount: number;
}

const STEPS = 160;
const PROFILES = 4;
/** Profiles must come to rest within this many passes over all of them once the trouble is over. */
const PASSES_MAX = 12;

/** Plays one run and checks every promise. The same arguments give the same run, byte for byte. */
export async function runOnce(
  seed: number,
  setting: Setting,
  mutant: Mutant | null = null,
): Promise<RunResult> {
  const world = new World(seed, weatherOf(setting), mutant);
  await world.prepare(PROFILES);
  for (let step = 0; step < STEPS; step += 1) await world.step();
  await settle(world);
  const { removedCount, backCount } = await judge(world);
  return {
    seed,
    setting,
    problems: world.problems,
    traceHash: world.traceHash,
    counts: { ...world.counts, ...world.remote.counts },
    removedCount,
    backCount,
  };
}

/** The weather clears: rounds without trouble until nobody has anything to say. */
export async function settle(world: World): Promise<void> {
  for (const name of world.scheduler.running()) world.scheduler.kill(name);
  world.remote.deliverLate();
  world.remote.faults = NO_FAULTS;
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const before = world.changeCount;
    for (const profile of world.profiles) await world.wholeRound(profile);
    if (world.changeCount === before && hasConverged(world)) return;
  }
  world.problems.push(`no rest after ${PASSES_MAX} passes`);
}

/** Checks the promises on a world at rest. */
export async function judge(world: World): Promise<{ removedCount: number; backCount: number }> {
  const { editor, problems } = world;
  problems.push(...reusedNumbers(editor.ops));
  for (const { store } of world.profiles) {
    problems.push(...differsFromModel(store, editor.ops));
    problems.push(...lostAcknowledged(store, world.acknowledged));
    problems.push(...wronglyShown(store, editor.ops));
  }
  if (!hasConverged(world)) problems.push('profiles differ');
  const [first] = world.profiles;
  if (first === undefined) throw new Error('a world without profiles');
  const fates = wordFates(first.store, editor.words);
  problems.push(...fates.lost);
  await joinAnew(world);
  return fates;
}

/**
 * A new profile that has nothing but the folder must come to know all that the others do (it may then write operations
 * of its own: its acknowledgement, folded history).
 */
async function joinAnew(world: World): Promise<void> {
  const [first] = world.profiles;
  const fresh = world.addProfile('fresh');
  for (let pass = 0; pass < 3; pass += 1) await world.wholeRound(fresh);
  const knows = first !== undefined && covers(fresh.store.state.meta.vector, first.store.state.meta.vector);
  if (!knows) world.problems.push('a new profile does not learn everything');
  world.problems.push(...differsFromModel(fresh.store, world.editor.ops));
}

function hasConverged(world: World): boolean {
  const [first, ...others] = world.profiles.map(({ store }) => store);
  if (first === undefined) return true;
  const content = contentOf(first);
  const { vector } = first.state.meta;
  return others.every(
    (other) =>
      contentOf(other) === content &&
      covers(other.state.meta.vector, vector) &&
      covers(vector, other.state.meta.vector),
  );
}

export function weatherOf(setting: Setting): Weather {
  const faults: Faults = setting === 'calm' ? NO_FAULTS : ALL_FAULTS;
  const copies = setting === 'copies' || setting === 'everything';
  const wipes = setting === 'wipes' || setting === 'everything';
  return {
    faults,
    kill: setting === 'calm' ? 0 : 0.02,
    databaseFailure: setting === 'calm' ? 0 : 0.005,
    wipe: wipes ? 0.007 : 0,
    clone: copies ? 0.006 : 0,
    restore: copies ? 0.01 : 0,
    newSession: 0.03,
    skewMs: setting === 'calm' ? 0 : DAY_MS,
  };
}
