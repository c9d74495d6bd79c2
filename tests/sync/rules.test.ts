import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpochId } from '../../utils/crdt/stamp';
import { boundLog, boundPart, boundSnapshot, parseName, withHash } from '../../utils/sync/names';
import { extend, RULES, type Rules, type SoundSnapshot } from '../../utils/sync/rules';
import { MUTANTS } from './simulator/mutants';

const A = 'aaaaaaaaaaaa' as EpochId;
const B = 'bbbbbbbbbbbb' as EpochId;

const log = (epoch: EpochId, from: number, to: number) => {
  const name = parseName(withHash(boundLog(epoch, from, to), '0123456789'));
  if (name?.kind !== 'log') throw new Error('no log');
  return name;
};

const snapshots: fc.Arbitrary<SoundSnapshot[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('s1', 's2', 's3', 's4'),
    contents: fc.record({
      vector: fc.record({ [A]: fc.integer({ min: 1, max: 2 }), [B]: fc.integer({ min: 1, max: 2 }) }),
      parts: fc.constant([]),
    }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
);

/** Whether some snapshot is always left, and everything with it, when each is deleted on account of any other. */
function alwaysLeavesOne({ supersedes }: Rules): boolean {
  const details = fc.check(
    fc.property(snapshots, (all) => {
      const left = all.filter((one) => !all.some((other) => supersedes(other, one)));
      const [kept] = left;
      if (kept === undefined) return false;
      const before = RULES.covered([], all);
      return Object.entries(before).every(([epoch, n]) => (RULES.covered([], left)[epoch] ?? 0) >= n);
    }),
  );
  return !details.failed;
}

describe('rules', () => {
  test('whatever is deleted at once, a greatest snapshot stays', () => {
    expect(alwaysLeavesOne(RULES)).toBe(true);
  });

  test('the property above can fail', () => {
    const mutant = MUTANTS.find(({ isHealed }) => isHealed === true);
    expect(mutant?.rules).toBeDefined();
    expect(alwaysLeavesOne(mutant?.rules ?? RULES)).toBe(false);
  });

  test('what lies beyond a hole cannot be reached', () => {
    expect(extend({}, [log(A, 5, 6), log(A, 1, 3), log(B, 2, 2)])).toEqual({ [A]: 3 });
    expect(extend({ [A]: 4 }, [log(A, 5, 6), log(A, 6, 9)])).toEqual({ [A]: 9 });
    expect(
      RULES.covered([log(A, 3, 3)], [{ name: 's', contents: { vector: { [A]: 2 }, parts: [] } }]),
    ).toEqual({
      [A]: 3,
    });
  });
});

describe('names', () => {
  test.each([boundLog(A, 1, 20), boundPart(A, 0, 3), boundSnapshot(A, 12)])(
    '%s is read as written',
    (bound) => {
      const text = withHash(bound, '00112233ff');
      expect(parseName(text)).toMatchObject({ text, bound, epoch: A });
      expect(text).toMatch(/^[a-z0-9_.]+$/);
    },
  );

  test.each([
    '',
    'k.hdr',
    '.DS_Store',
    'aaaaaaaaaaaa_000000002_000000001_0123456789.log',
    'aaaaaaaaaaaa_000000000_000000001_0123456789.log',
    'AAAAAAAAAAAA_000000001_000000001_0123456789.log',
    'aaaaaaaaaaaa_000000001_000000001_0123456789.log.part',
    '../aaaaaaaaaaaa_000000001_000000001_0123456789.log',
    'aaaaaaaaaaaa_000000001_0123456789.part',
    'aaaaaaaaaaaa_000000001_000000001_0123456789.snap',
  ])('%j is none of ours', (text) => {
    expect(parseName(text)).toBeNull();
  });
});
