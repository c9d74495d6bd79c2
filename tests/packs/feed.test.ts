import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyDelta, deltaLines, readDelta } from '../../utils/packs/delta';
import { readFeed, signedText, writeFeed, type Feed } from '../../utils/packs/feed';
import {
  INTERVAL_MAX_MS,
  INTERVAL_MIN_MS,
  nextInterval,
  planUpdate,
  withJitter,
} from '../../utils/packs/feed-plan';
import type { Pack } from '../../utils/packs/format';
import { linesOf } from '../../utils/packs/lines';
import { packLines } from '../../utils/packs/write';
import { packOf, parseText } from './lines-of-file';

// Packs are read many times: on a busy machine that takes longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const HASH = 'a'.repeat(64);
const FEED: Feed = {
  id: 'harbour',
  version: 5,
  content: HASH,
  snapshot: { url: 'harbour-5.jsonl.gz', sha256: HASH, bytes: 1000 },
  deltas: [
    { from: 2, to: 3, url: 'a.gz', sha256: HASH, bytes: 10 },
    { from: 3, to: 4, url: 'b.gz', sha256: HASH, bytes: 10 },
    { from: 4, to: 5, url: 'c.gz', sha256: HASH, bytes: 10 },
    { from: 3, to: 5, url: 'd.gz', sha256: HASH, bytes: 15 },
  ],
  expires: null,
  key: null,
  signature: null,
};

const sound = async (text: string): Promise<Pack> => {
  const read = await parseText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  return read.pack;
};
const written = (pack: Pack): string => [...packLines(pack)].join('\n');

describe('the one form of a pack', () => {
  test.each(['public/packs/starter.jsonl', 'tests/fixtures/packs/format-v1.jsonl'])(
    '%s is read to the same pack, and written to the same lines again',
    async (path) => {
      const pack = await packOf(path);
      const again = await sound(written(pack));
      expect(written(again)).toBe(written(pack));
      expect(again.entities).toHaveLength(pack.entities.length);
    },
  );
});

describe('a delta', () => {
  test('leads from any release to any other, line for line', async () => {
    const base = await packOf('tests/fixtures/packs/format-v1.jsonl');
    const crowd = Array.from({ length: 12 }, (_, index) => ({
      ...base.entities[0],
      id: `e${index}`,
      companions: [],
    }));
    const release = fc.record({
      entities: fc.uniqueArray(
        fc.record({ which: fc.nat(11), summary: fc.constantFrom('', 'One.', 'Two.') }),
        { selector: ({ which }) => which },
      ),
      tests: fc.uniqueArray(fc.constantFrom('A.', 'B.', 'C.')),
    });
    const packFrom = (
      version: number,
      { entities, tests }: { entities: { which: number; summary: string }[]; tests: string[] },
    ): Pack => ({
      manifest: { ...base.manifest, version },
      entities: entities.flatMap(({ which, summary }) => {
        const entity = crowd[which];
        return entity === undefined ? [] : [{ ...entity, summary } as Pack['entities'][number]];
      }),
      tests: tests.map((text, index) => ({ row: index + 2, text, lights: [] })),
    });
    await fc.assert(
      fc.asyncProperty(release, release, async (one, other) => {
        const [before, after] = [packFrom(1, one), packFrom(2, other)];
        const read = await readDelta(linesOf([...deltaLines(before, after)].map((line) => `${line}\n`)));
        if (!read.ok) throw new Error(read.message);
        const led = applyDelta(before, read.delta);
        if (led === null) throw new Error('led nowhere');
        expect(written(led)).toBe(written(after));
        expect(applyDelta(after, read.delta), 'belongs to another release').toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('any text is a delta or a message', async () => {
    const base = await packOf('tests/fixtures/packs/format-v1.jsonl');
    const next = { ...base, manifest: { ...base.manifest, version: base.manifest.version + 1 } };
    const valid = [...deltaLines({ ...base, entities: [], tests: [] }, next)].join('\n');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(valid.length),
        fc.nat(60),
        fc.string({ unit: 'binary', maxLength: 12 }),
        async (at, cut, put) => {
          const read = await readDelta(linesOf([valid.slice(0, at) + put + valid.slice(at + cut)]));
          expect(read.ok || read.message !== '').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('pack.json', () => {
  test('is read as it was written', () => {
    expect(readFeed(writeFeed(FEED))).toEqual({ ok: true, feed: FEED });
    expect(signedText({ ...FEED, signature: 'x' })).toBe(signedText(FEED));
    expect(signedText({ ...FEED, version: 6 })).not.toBe(signedText(FEED));
  });

  test.each([
    ['<!doctype html>', 'web page'],
    ['{"backgrounder-feed":1,"__proto__":{}}', '__proto__'],
    ['{"backgrounder-feed":2}', 'backgrounder-feed'],
    [
      writeFeed({ ...FEED, snapshot: { ...FEED.snapshot, url: 'https://elsewhere.example/x' } }),
      'plain file name',
    ],
    [writeFeed({ ...FEED, snapshot: { ...FEED.snapshot, url: '../up' } }), 'plain file name'],
    [writeFeed({ ...FEED, snapshot: { ...FEED.snapshot, bytes: 1e12 } }), 'snapshot.bytes'],
    [writeFeed({ ...FEED, content: 'short' }), 'SHA-256'],
    [`{"backgrounder-feed":1,"pad":"${'x'.repeat(70_000)}"}`, 'longer than'],
  ])('%.60s is refused', (text, words) => {
    const read = readFeed(text);
    expect(read.ok ? '' : read.message).toContain(words);
  });

  test('mutated, it is a feed or a message', () => {
    const valid = writeFeed(FEED);
    fc.assert(
      fc.property(
        fc.nat(valid.length),
        fc.nat(40),
        fc.string({ unit: 'binary', maxLength: 8 }),
        (at, cut, put) => {
          const read = readFeed(valid.slice(0, at) + put + valid.slice(at + cut));
          expect(read.ok || read.message !== '').toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

function urls(installed: number | null, hasLines = true): string {
  const plan = planUpdate(FEED, installed, hasLines);
  return plan.type === 'deltas' ? plan.deltas.map(({ url }) => url).join(' ') : plan.type;
}

describe('the way to a release', () => {
  test('is the shortest chain, the snapshot, or none', () => {
    expect(urls(4)).toBe('c.gz');
    expect(urls(3)).toBe('d.gz');
    expect(urls(2)).toBe('a.gz d.gz');
    expect(urls(1)).toBe('snapshot');
    expect(urls(null)).toBe('snapshot');
    expect(urls(4, false)).toBe('snapshot');
    expect(urls(5)).toBe('current');
    expect(urls(6)).toBe('rollback');
  });
  test('is the snapshot where the chain is larger', () => {
    const heavy = { ...FEED, snapshot: { ...FEED.snapshot, bytes: 20 } };
    expect(planUpdate(heavy, 2, true)).toEqual({ type: 'snapshot' });
  });
});

test('looks come rarer while nothing changes, up to six hours, and spread by a fifth', () => {
  let interval = INTERVAL_MIN_MS;
  for (let look = 0; look < 10; look += 1) interval = nextInterval(interval, false);
  expect(interval).toBe(INTERVAL_MAX_MS);
  expect(INTERVAL_MAX_MS).toBe(6 * 3_600_000);
  expect(nextInterval(interval, true)).toBe(INTERVAL_MIN_MS);
  expect(withJitter(1000, 0)).toBe(800);
  expect(withJitter(1000, 0.5)).toBe(1000);
  expect(withJitter(1000, 0.999_999)).toBe(1200);
});
