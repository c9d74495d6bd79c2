import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePack } from '../../utils/packs/parse';
import { parseText, textOf } from './lines-of-file';

const VALID = textOf('tests/fixtures/packs/format-v1.jsonl');
const NASTY = [
  '"',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\n',
  '\u0000',
  '\u202e',
  '\ud800',
  '__proto__',
  ':',
  ',',
  '1e999',
  '😀',
];

/** A result has the promised form: every problem names a row that is there and says something. */
function expectTyped(result: Awaited<ReturnType<typeof parsePack>>, rowCount: number): void {
  if (result.ok) return;
  expect(result.problems.length).toBeGreaterThan(0);
  for (const problem of result.problems) {
    expect(problem.row).toBeGreaterThanOrEqual(1);
    expect(problem.row).toBeLessThanOrEqual(Math.max(rowCount, 1));
    expect(problem.message).not.toBe('');
  }
}

test('a sound pack with a stretch replaced is a pack or a list of problems', async () => {
  const edit = fc.record({
    at: fc.nat(VALID.length),
    cut: fc.nat(40),
    put: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const text = edits.reduce(
        (all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut),
        VALID,
      );
      expectTyped(await parseText(text), text.split('\n').length);
    }),
    { numRuns: 1_000 },
  );
});

test('any JSON in any field is a pack or a list of problems', async () => {
  const [manifest = ''] = VALID.split('\n');
  const field = fc.constantFrom(
    'id',
    'kind',
    'name',
    'aliases',
    'facts',
    'links',
    'companions',
    'context',
    'wikidata',
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(field, fc.jsonValue()), fc.jsonValue(), async (entity, other) => {
      const lines = [
        manifest,
        JSON.stringify({ entity }),
        JSON.stringify({ test: other }),
        JSON.stringify(other),
      ];
      expectTyped(await parsePack(lines), lines.length);
    }),
    { numRuns: 500 },
  );
});

test('any text is a pack or a list of problems', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (lines) => {
      expectTyped(await parsePack(lines), lines.length);
    }),
  );
});
