import { MUTANTS } from '../tests/sync/simulator/mutants';
import { runOnce, type RunResult, type Setting, SETTINGS } from '../tests/sync/simulator/run';

const USAGE = `usage: npm run simulate -- [--runs N] [--seed S] [--setting calm|copies|wipes|everything] [--mutant NAME]

Plays sync against a hostile world and checks its promises. Runs S, S+1, … S+N-1; without --setting, one run in ten is
calm and the rest alternate between copied profiles and wiped folders. Mutants: ${MUTANTS.map(({ name }) => name).join(', ')}`;

/** @returns 0 when every run kept every promise */
export async function main(args: readonly string[]): Promise<number> {
  const options = new Map(pairs(args));
  const runs = Number(options.get('--runs') ?? 50);
  const first = Number(options.get('--seed') ?? 1);
  const mutant = MUTANTS.find(({ name }) => name === options.get('--mutant')) ?? null;
  const isWrong = args.includes('--help') || !Number.isSafeInteger(runs) || !Number.isSafeInteger(first);
  if (isWrong || (options.has('--mutant') && mutant === null)) {
    console.log(USAGE);
    return 2;
  }
  const started = performance.now();
  const results: RunResult[] = [];
  for (let seed = first; seed < first + runs; seed += 1) {
    const result = await runOnce(seed, settingOf(options.get('--setting'), seed), mutant);
    results.push(result);
    if (result.problems.length > 0) complain(result);
  }
  summarise(results, first, performance.now() - started);
  return results.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function settingOf(wanted: string | undefined, seed: number): Setting {
  const setting = SETTINGS.find((known) => known === wanted);
  if (setting !== undefined) return setting;
  if (seed % 10 === 0) return 'calm';
  return seed % 2 === 0 ? 'wipes' : 'copies';
}

function complain({ seed, setting, problems }: RunResult): void {
  console.log(`seed ${seed} (${setting}): ${problems.length} broken promises`);
  for (const problem of problems.slice(0, 3)) console.log(`  ${problem.slice(0, 400)}`);
}

function summarise(results: readonly RunResult[], first: number, tookMs: number): void {
  const totals: Record<string, number> = {};
  for (const { counts } of results)
    for (const [what, count] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + count;
  const broken = results.filter(({ problems }) => problems.length > 0);
  const sum = (of: (result: RunResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const back =
    (100 * sum((result) => result.backCount)) /
    Math.max(
      1,
      sum((result) => result.removedCount),
    );
  const hash = results.map((result) => result.traceHash).join('');
  console.log(
    `${results.length} runs from seed ${first}: ${broken.length} broken, ${(tookMs / 1000).toFixed(1)} s`,
  );
  console.log(`trace ${results.length === 1 ? hash : fold(hash)}; removed words back: ${back.toFixed(2)} %`);
  console.log(
    Object.entries(totals)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
  );
}

function fold(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function pairs(args: readonly string[]): (readonly [string, string])[] {
  return args.flatMap((arg, index) => (arg.startsWith('--') ? [[arg, args[index + 1] ?? ''] as const] : []));
}
