import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../utils/search/excerpt';
import { SearchIndex } from '../../utils/search/search-index';
import { foldedWords, wordsIn } from '../../utils/search/words';

function indexOf(texts: Readonly<Record<string, string>>): SearchIndex {
  const index = new SearchIndex();
  for (const [id, body] of Object.entries(texts)) index.put({ id, fields: { body } });
  return index;
}
const found = (index: SearchIndex, query: string): string[] =>
  index.search(query, 50).hits.map(({ id }) => id);

describe('words', () => {
  test('have no case, accents or apostrophes', () => {
    expect(foldedWords("Al-Qa’ida, Qa'ida; ÉLYSÉE")).toEqual(['al', 'qaida', 'qaida', 'elysee']);
    expect(foldedWords("Daesh's men")).toEqual(['daeshs', 'men']);
    expect(foldedWords('العربيّة 中国')).toEqual(['العربية', '中', '国']);
  });

  test('are the same with and without their places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsIn(text).map(({ folded }) => folded)).toEqual(foldedWords(text));
      }),
    );
  });
});

describe('a search', () => {
  test('finds whole words, beginnings, and words with a letter amiss; in this order', () => {
    const index = indexOf({
      typo: 'shadar flew',
      prefix: 'shadered glass',
      whole: 'shader flew',
      other: 'sailors',
    });
    expect(found(index, 'shader')).toEqual(['whole', 'prefix', 'typo']);
    expect(found(index, 'SHADE')).toEqual(expect.arrayContaining(['whole', 'prefix']));
  });

  test('wants every word, wherever it stands', () => {
    const index = new SearchIndex();
    index.put({ id: 'a', fields: { name: 'Operation Shader', body: 'flown from Akrotiri' } });
    index.put({ id: 'b', fields: { name: 'Operation Kipion' } });
    expect(found(index, 'akrotiri shad')).toEqual(['a']);
    expect(found(index, 'operation')).toEqual(expect.arrayContaining(['a', 'b']));
    expect(found(index, 'kipion shader')).toEqual([]);
    expect(found(index, ' … ')).toEqual([]);
  });

  test('weighs a name more than running text', () => {
    const index = new SearchIndex();
    index.put({ id: 'note', fields: { body: 'wallace wallace wallace' } });
    index.put({ id: 'alias', fields: { name: 'Ben', alias: 'Mr Wallace' } });
    index.put({ id: 'name', fields: { name: 'Ben Wallace' } });
    expect(found(index, 'wallace')).toEqual(['name', 'alias', 'note']);
  });

  test('keeps out what is not wanted and gives no more than asked for', () => {
    const index = indexOf({ a: 'one', b: 'one', c: 'one' });
    expect(index.search('one', 2).hits).toHaveLength(2);
    expect(
      index
        .search('one', 9, (id) => id !== 'b')
        .hits.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['a', 'c']);
  });

  test('says which words of the library it stands on', () => {
    const { terms } = indexOf({ a: 'Shader shadow' }).search('shad', 9);
    expect([...terms].toSorted()).toEqual(['shader', 'shadow']);
  });

  test('sees what was put in place of something, and nothing that was removed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('red', 'blue', 'green', '')), {
          maxLength: 60,
        }),
        (steps) => {
          const index = new SearchIndex();
          const model = new Map<string, string>();
          for (const [number, word] of steps) {
            const id = String(number);
            if (word === '') {
              index.remove(id);
              model.delete(id);
            } else {
              index.put({ id, fields: { body: word } });
              model.set(id, word);
            }
          }
          for (const word of ['red', 'blue', 'green']) {
            const wanted = [...model].filter(([, has]) => has === word).map(([id]) => id);
            expect(found(index, word).toSorted()).toEqual(wanted.toSorted());
          }
          expect(index.size).toBe(model.size);
        },
      ),
    );
  });

  test('stays right when the dead are swept', () => {
    const index = new SearchIndex();
    const ROUNDS = ['alpha', 'bravo', 'carol', 'delta'];
    for (let round = 0; round < 4; round += 1) {
      for (let id = 0; id < 800; id += 1)
        index.put({ id: `${id}`, fields: { body: `${ROUNDS[round] ?? ''} all${id}` } });
    }
    expect(found(index, 'bravo')).not.toContain('3');
    expect(index.search('delta', 2000).hits).toHaveLength(800);
    expect(found(index, 'all17')[0]).toBe('17');
  });
});

describe('an excerpt', () => {
  test('shows the word with what stands before it, and where it is', () => {
    const text = `${'word '.repeat(60)}the Shader mission ${'tail '.repeat(60)}`;
    const excerpt = excerptOf(text, new Set(['shader']));
    const [start = 0, end = 0] = excerpt.marks[0] ?? [];
    expect(excerpt.text.slice(start, end)).toBe('Shader');
    expect(excerpt.text.length).toBeLessThan(150);
    expect(excerpt.text.startsWith('… ')).toBe(true);
  });

  test('is the beginning of a text that matched elsewhere', () => {
    expect(excerptOf('A  short\nnote', new Set(['x']))).toEqual({ text: 'A short note', marks: [] });
  });
});
