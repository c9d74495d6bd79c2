import { describe, expect, test } from 'vitest';
import { gatesOf, richScript, strikeAt } from './simulator/exhaustive';
import { MUTANTS } from './simulator/mutants';
import { runOnce, type Setting } from './simulator/run';

// `npm run simulate -- --runs 300` is the real thing; these keep every change honest within a minute or two.
const PATIENCE_MS = 300_000;

describe('simulated worlds', () => {
  test.each<[Setting, number]>([
    ['calm', 1],
    ['copies', 100],
    ['wipes', 200],
  ])(
    '%s: every promise holds in 8 runs',
    async (setting, first) => {
      for (let seed = first; seed < first + 8; seed += 1) {
        const { problems } = await runOnce(seed, setting);
        expect({ seed, problems }).toEqual({ seed, problems: [] });
      }
    },
    PATIENCE_MS,
  );

  test(
    'the same seed gives the same run',
    async () => {
      const [first, second, other] = [
        await runOnce(7, 'copies'),
        await runOnce(7, 'copies'),
        await runOnce(8, 'copies'),
      ];
      expect(second).toEqual(first);
      expect(other.traceHash).not.toBe(first.traceHash);
    },
    PATIENCE_MS,
  );
});

describe('a round struck at every await', () => {
  test.each(['kill', 'error'] as const)(
    '%s: nothing is lost, nothing happens twice',
    async (blow) => {
      const script = await richScript();
      const gates = await gatesOf(script);
      for (const [gate, label] of gates.entries()) {
        const problems = await strikeAt(script, gate, blow);
        expect({ gate, label, problems }).toEqual({ gate, label, problems: [] });
      }
    },
    PATIENCE_MS,
  );
});

describe('mutants', () => {
  const RUNS_MAX = 60;

  // The mutant of equal snapshots is healed by the coverage check before anybody notices; `rules.test.ts` catches it.
  test.each(
    MUTANTS.filter(({ isHealed }) => isHealed !== true).map((mutant) => [mutant.name, mutant] as const),
  )(
    '%s is noticed',
    async (_, mutant) => {
      for (let seed = 1; seed <= RUNS_MAX; seed += 1) {
        const { problems } = await runOnce(seed, seed % 2 === 0 ? 'wipes' : 'copies', mutant);
        if (problems.length > 0) return;
      }
      expect.fail(`survived ${RUNS_MAX} runs`);
    },
    PATIENCE_MS,
  );
});
