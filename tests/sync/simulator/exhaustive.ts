import { SyncError } from '../../../utils/sync/errors';
import { judge, type Setting, settle, weatherOf } from './run';
import { type Profile, World } from './world';

/** What happens to the round at the chosen gate. */
export type Blow = 'kill' | 'error';

export interface Script {
  readonly seed: number;
  readonly setting: Setting;
  /** Random steps before the round in question, so that it has everything to do. */
  readonly steps: number;
}

/** What a round can do to the outside; a script worth striking does all of it. */
const ACTS = [/^get .*log/, /^put .*log/, /^put .*part/, /^put .*snap/, /^del /, /^db append fold/];

/** The first script whose round pulls, publishes, writes a snapshot in parts, folds and deletes. */
export async function richScript(): Promise<Script> {
  for (let seed = 1; seed <= 200; seed += 1) {
    const script: Script = { seed, setting: 'calm', steps: 60 };
    const gates = await gatesOf(script);
    if (ACTS.every((act) => gates.some((gate) => act.test(gate)))) return script;
  }
  throw new Error('no round does everything any more');
}

/** How many gates the scripted round passes, with what it does at each. */
export async function gatesOf(script: Script): Promise<string[]> {
  const { world, profile } = await stage(script);
  const labels: string[] = [];
  world.trap = (label) => {
    labels.push(label);
  };
  await world.wholeRound(profile);
  return labels;
}

/** Plays the scripted round, strikes at one gate, lets the world come to rest and returns the broken promises. */
export async function strikeAt(script: Script, gate: number, blow: Blow): Promise<readonly string[]> {
  const { world, profile } = await stage(script);
  if (blow === 'kill') {
    await world.roundUpTo(profile, gate);
    world.scheduler.kill(profile.name);
  } else {
    let passed = 0;
    world.trap = () => {
      passed += 1;
      if (passed === gate + 1) throw new SyncError('offline');
    };
    await world.wholeRound(profile);
    world.trap = () => {};
  }
  await settle(world);
  await judge(world);
  return world.problems;
}

/** The same world up to the scripted round, every time. */
async function stage({ seed, setting, steps }: Script): Promise<{ world: World; profile: Profile }> {
  const world = new World(seed, { ...weatherOf(setting), kill: 0 }, null);
  await world.prepare(3);
  for (let step = 0; step < steps; step += 1) await world.step();
  for (const name of world.scheduler.running()) world.scheduler.kill(name);
  const [profile] = world.profiles;
  if (profile === undefined) throw new Error('a world without profiles');
  world.edit(profile);
  world.edit(profile);
  return { world, profile };
}
