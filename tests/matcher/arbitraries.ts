import fc from 'fast-check';
import type { NameSource } from '../../utils/matcher/compile';

/** What random text is made of: units that the token rules speak of, and some that they do not. */
const PIECES: readonly string[] = [
  [
    'a',
    'A',
    's',
    'S',
    'é',
    'É',
    'ß',
    'ẞ',
    'æ',
    'ı',
    'İ',
    'ﬁ',
    'l',
    'd',
    'D',
    'qu',
    'x',
    '1',
    '٣',
    '²',
    'Ⅳ',
    'ª',
  ],
  [' ', '\u00a0', '-', '–', '—', '\n', '・', "'", '’', '‘', 'ʻ', '.', '&', '"', '“', ',', '_', '™'],
  ['\u00ad', '\u200b', '\u200d', '\u0301', '\u0345', '\u064b', '\ufe0f', '\u{e0100}', '\ufeff'],
  [
    '東',
    '京',
    'ア',
    'ー',
    'ｱ',
    'が',
    '서',
    '울',
    'ก',
    '\u0e31',
    'ำ',
    'क',
    '\u093f',
    'क़',
    'م',
    'ـ',
    'ש',
    '\u05b8',
  ],
  ['🚀', '👨‍👩‍👧', '𠮷', '𝐀', '𐐀', '𐐨', '\ud83d', '\ude80', '\ue000', '\uffff', 'Ω', 'σ', 'ς', 'й'],
].flat();

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  },
);

const pieces = (constraints: { minLength?: number; maxLength: number }): fc.Arbitrary<string> =>
  fc.array(piece, constraints).map((list) => list.join(''));

/** Any text, lone surrogates and all. */
export const anyText = pieces({ maxLength: 60 });

const alias = fc.record({
  text: fc.oneof(
    pieces({ minLength: 1, maxLength: 6 }),
    fc.constantFrom('as', 'As', 'AS', 'a s', "a's", 'éa x', 'xAS-1'),
  ),
  case: fc.constantFrom('auto' as const, 'exact' as const, 'fold' as const),
  strength: fc.constantFrom('strong' as const, 'weak' as const),
});

const sources: fc.Arbitrary<NameSource[]> = fc.array(
  fc.record({ key: fc.integer({ min: 0, max: 5 }), aliases: fc.array(alias, { maxLength: 4 }) }),
  { maxLength: 6 },
);

/** A spelling that may or may not be the same name: case, invisible characters, gaps and apostrophes are played with. */
function respelt(text: string): fc.Arbitrary<string> {
  const characters = Array.from(text);
  return fc
    .array(fc.constantFrom('same', 'upper', 'lower', 'soft', 'mark', 'decomposed', 'gap', 'apostrophe'), {
      minLength: characters.length,
      maxLength: characters.length,
    })
    .map((changes) =>
      characters
        .map((character, index) => {
          switch (changes[index]) {
            case 'upper':
              return character.toUpperCase();
            case 'lower':
              return character.toLowerCase();
            case 'soft':
              return `${character}\u00ad`;
            case 'mark':
              return `${character}\u0308`;
            case 'decomposed':
              return character.normalize('NFD');
            case 'gap':
              return /[\s-]/.test(character) ? '\u00a0\n' : character;
            case 'apostrophe':
              return `${character}’`;
            case 'same':
            case undefined:
            default:
              return character;
          }
        })
        .join(''),
    );
}

/** Names, and a text in which some of them stand. */
export const namesAndText: fc.Arbitrary<{ names: NameSource[]; text: string }> = sources.chain((names) => {
  const texts = names.flatMap(({ aliases }) => aliases.map(({ text }) => text));
  const part =
    texts.length === 0
      ? anyText
      : fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...texts).chain(respelt) },
          { weight: 1, arbitrary: fc.constantFrom(...texts) },
          { weight: 3, arbitrary: fc.constantFrom(' ', ' ', ', ', '', "'", "'s ", '-', 'x') },
          { weight: 1, arbitrary: pieces({ maxLength: 8 }) },
        );
  return fc.record({
    names: fc.constant(names),
    text: fc.array(part, { maxLength: 16 }).map((list) => list.join('')),
  });
});
