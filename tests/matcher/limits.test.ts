import { describe, expect, test, vi } from 'vitest';
import { compileNames, type NameSource } from '../../utils/matcher/compile';
import {
  ALIAS_LENGTH_MAX,
  ALIAS_TOKENS_MAX,
  PATH_SENSES_MAX,
  TEXT_LENGTH_MAX,
} from '../../utils/matcher/limits';
import type { AliasFault, RejectedAlias } from '../../utils/matcher/limits';
import { openNames } from '../../utils/matcher/names';
import { searchNames, TextTooLongError } from '../../utils/matcher/search';
import { makeFolding } from '../../utils/text/folding';

// A stop for endless loops only: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const folding = makeFolding();
const source = (key: number, ...texts: string[]): NameSource => ({
  key,
  aliases: texts.map((text) => ({ text, case: 'auto', strength: 'strong' })),
});

function faultsOf(names: readonly NameSource[]): RejectedAlias[] {
  const rejected: RejectedAlias[] = [];
  compileNames(names, (one) => rejected.push(one), folding);
  return rejected;
}

describe('names that cannot be looked for', () => {
  test.each<[AliasFault, string[]]>([
    ['empty', ['', ' ', ' - ', "'", '\u200b', '\u0301', '\u00ad\ufeff', '\u202e']],
    ['no-letters', ['🚀', '🚀🚀', '...', '?!', '👨‍👩‍👧', '\ud83d', '€']],
    ['one-letter', ['a', 'É', 'e\u0301', '米', '7', 'ß', '\u200bI\u200b', 'م']],
    [
      'too-long',
      [
        'x'.repeat(ALIAS_LENGTH_MAX + 1),
        'a '.repeat(ALIAS_TOKENS_MAX + 1),
        '東'.repeat(ALIAS_TOKENS_MAX + 1),
      ],
    ],
  ])('%s', (fault, texts) => {
    expect(faultsOf([source(3, ...texts)])).toEqual(texts.map((text) => ({ key: 3, text, fault })));
  });

  test('the longest that can', () => {
    const texts = ['x'.repeat(ALIAS_LENGTH_MAX), 'ab '.repeat(ALIAS_TOKENS_MAX).trim(), 'ß'.repeat(200)];
    expect(faultsOf([source(1, ...texts)])).toEqual([]);
    const names = openNames(compileNames([source(1, ...texts)], undefined, folding));
    for (const text of texts) {
      expect(searchNames(names, `- ${text.toUpperCase()} -`)).toMatchObject([
        { start: 2, end: 2 + text.toUpperCase().length },
      ]);
    }
  });

  test('the others are found all the same', () => {
    const names = openNames(compileNames([source(1, '', 'Iran', '🚀')], undefined, folding));
    expect(names.senseCount).toBe(1);
    expect(searchNames(names, 'in Iran')).toHaveLength(1);
  });

  test('an alias given twice counts once', () => {
    const names = openNames(compileNames([source(1, 'Iran', 'Iran'), source(1, 'Iran')], undefined, folding));
    expect(names.senseCount).toBe(1);
  });

  test('more entities of one name than can be told apart', () => {
    const names = Array.from({ length: PATH_SENSES_MAX + 3 }, (_, key) => source(key, 'San José'));
    expect(faultsOf(names).map(({ fault }) => fault)).toEqual(['crowded', 'crowded', 'crowded']);
  });
});

describe('texts at the limit', () => {
  const names = openNames(compileNames([source(1, 'a b c', 'x y'), source(2, "l'A z")], undefined, folding));

  test('one unit over it is a typed error with the numbers', () => {
    const tooLong = 'x'.repeat(TEXT_LENGTH_MAX + 1);
    expect(() => searchNames(names, tooLong)).toThrow(TextTooLongError);
    expect(() => searchNames(names, tooLong)).toThrow(/2000001/);
  });

  test.each([
    ['one word', 'x'],
    ['spaces', ' '],
    ['starts of a name', 'a b '],
    ['apostrophes', "l'"],
    ['possessives', "s's"],
    ['soft hyphens', '\u00ad'],
    ['marks', 'a\u0301'],
    ['emoji', '🚀'],
    ['lone surrogates', '\ud83d'],
    ['Chinese', '東京'],
    ['punctuation', '...'],
  ])('two million units of %s', (_title, piece) => {
    const filler = piece.repeat(TEXT_LENGTH_MAX / piece.length - 5);
    const text = `${filler}  X Y`;
    expect(searchNames(names, text).at(-1)).toMatchObject({ start: text.length - 3, end: text.length });
  });
});

test('a dictionary of 200,000 names, every word of the text among them', () => {
  const many = Array.from({ length: 200_000 }, (_, key) => source(key, `w${key.toString(36)}x`));
  const names = openNames(compileNames(many, undefined, folding));
  expect(names.formCount).toBe(200_000);
  const text = Array.from({ length: 5000 }, (_, index) => `w${(index * 37).toString(36)}x`).join(' ');
  expect(searchNames(names, text)).toHaveLength(5000);
});
