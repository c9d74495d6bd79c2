import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parsePack, type ParseResult } from '../../utils/packs/parse';
import { parseText, textOf } from './lines-of-file';

// Thousands of packs are read: on a busy machine that takes longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

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

/** Whether a result has the promised form: a pack, or problems that each name a row that is there and say something. */
function isTyped(result: ParseResult, rowCount: number): boolean {
  if (result.ok) return true;
  return (
    result.problems.length > 0 &&
    result.problems.every(({ row, message }) => row >= 1 && row <= Math.max(rowCount, 1) && message !== '')
  );
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
      expect(isTyped(await parseText(text), text.split('\n').length)).toBe(true);
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
      expect(isTyped(await parsePack(lines), lines.length)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('any text is a pack or a list of problems', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (lines) => {
      expect(isTyped(await parsePack(lines), lines.length)).toBe(true);
    }),
  );
});
