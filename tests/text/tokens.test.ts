import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeFolding } from '../../utils/text/folding';
import { foldText } from '../../utils/text/fold';
import { makeTokens, tokenise } from '../../utils/text/tokens';
import { anyText } from '../matcher/arbitraries';
import { naiveTokens } from '../matcher/naive';

// A stop for endless loops only: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const folding = makeFolding();

interface Token {
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

/** Tokens through arrays of a size, refilled until the text ends. */
function tokensOf(text: string, capacity: number): Token[] {
  const tokens = makeTokens(capacity);
  const all: Token[] = [];
  let position = 0;
  do {
    tokens.count = 0;
    position = tokenise(text, position, folding, tokens);
    for (let index = 0; index < tokens.count; index++) {
      all.push({
        hash: tokens.hashes[index] ?? 0,
        start: tokens.starts[index] ?? 0,
        end: tokens.ends[index] ?? 0,
      });
    }
  } while (position < text.length);
  return all;
}

test('tokens stand where the naive reading has them, and hashes tell their letters', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
      const text = texts.join(' ');
      const expected = naiveTokens(text);
      const found = tokensOf(text, 500);
      expect(found.map(({ start, end }) => ({ start, end }))).toEqual(
        expected.map(({ start, end }) => ({ start, end })),
      );
      const hashByLetters = new Map(expected.map(({ letters }, index) => [letters, found[index]?.hash]));
      expect(found.map(({ hash }) => hash)).toEqual(
        expected.map(({ letters }) => hashByLetters.get(letters)),
      );
      expect(new Set(hashByLetters.values()).size).toBe(hashByLetters.size);
    }),
    { numRuns: 1000 },
  );
});

test('a stop for want of room loses nothing', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 6 }), (text, capacity) => {
      // Only ends may differ: a mark right behind a full array has no token left to belong to.
      const starts = tokensOf(text, capacity).map(({ start, hash }) => [start, hash]);
      expect(starts).toEqual(tokensOf(text, 500).map(({ start, hash }) => [start, hash]));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['IRAN', 'iran'],
  ['Erdo\u011fan', 'erdogan'],
  ['  al–Qa’ida \n', "al qa'ida"],
  ['Stra\u00dfe \u00c6gir', 'strasse aegir'],
  ['\u00ad\u200bＮＡＴＯ', 'nato'],
  ['\ud83d', '\ud83d'],
  ['', ''],
])('folds %j to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 2000 },
  );
});

test('there is room for every code', () => {
  let word = 0;
  let unit = 0;
  for (const code of folding.codes) {
    if (code >= 0x3000 && code < 0xf000) unit = Math.max(unit, code);
    else if (code < 0x3000) word = Math.max(word, code);
  }
  expect(word).toBeGreaterThan(5000);
  expect(word).toBeLessThan(0x3000 - 100);
  expect(unit).toBeLessThan(0xf000 - 100);
});
