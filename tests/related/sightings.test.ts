import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namingLens } from '@/utils/related/naming';
import { newSentences } from '@/utils/related/new-sentences';
import { monthly } from '@/utils/related/timeline';

describe('new sentences', () => {
  const KNOWN = 'Two RAF Typhoons struck a cave complex south-west of Erbil on Sunday, the ministry said.';

  test('a sentence that was read is not new, nor is one that was only trimmed or turned round', () => {
    expect(newSentences([KNOWN], [KNOWN])).toEqual([]);
    const turned = 'On Sunday two RAF Typhoons struck a cave complex south-west of Erbil.';
    expect(newSentences([turned], [KNOWN])).toEqual([]);
  });

  test('another figure and another fact are new', () => {
    const figure = 'The RAF flew 17 sorties over Iraq in October, the ministry said on Monday.';
    expect(newSentences([figure], [figure.replace('17', '14')])).toEqual([figure]);
    const fact = 'The RAF has spent 1.7 billion pounds on Operation Shader, a committee was told.';
    expect(newSentences([KNOWN, fact], [KNOWN])).toEqual([fact]);
  });

  test('laws: nothing before makes all of it new; all of it before makes nothing new', () => {
    const sentences = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(sentences, sentences, (here, before) => {
        expect(newSentences(here, [...before, ...here])).toEqual([]);
        const fresh = newSentences(here, before);
        expect(here).toEqual(expect.arrayContaining(fresh));
        expect(newSentences(fresh, [])).toEqual(fresh);
      }),
    );
  });
});

describe('months', () => {
  test('go over the turn of a year, empty ones included', () => {
    const months = monthly(
      [
        { day: '2020-01-31', count: 3 },
        { day: '2019-12-01', count: 1 },
        { day: '2019-12-31', count: 2 },
        { day: '2018-12-31', count: 9 },
      ],
      '2020-01',
      3,
    );
    expect(months).toEqual([
      { month: '2019-11', articles: 0, mentions: 0 },
      { month: '2019-12', articles: 2, mentions: 3 },
      { month: '2020-01', articles: 1, mentions: 3 },
    ]);
  });

  test('lose no sighting of their span', () => {
    const day = fc
      .date({ min: new Date('2020-02-01'), max: new Date('2021-01-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.array(fc.record({ day, count: fc.nat(50) })), (sightings) => {
        const months = monthly(sightings, '2021-01', 12);
        expect(months).toHaveLength(12);
        expect(months.reduce((sum, { articles }) => sum + articles, 0)).toBe(sightings.length);
      }),
    );
  });
});

const used = (site: string, ...surfaces: [string, number][]) => ({ site, surfaces });

describe('the naming lens', () => {
  test('counts spellings by publisher; case, spaces and apostrophes make no other spelling', () => {
    const lens = namingLens(
      [
        used('Courier', ['so-called Islamic State', 7], ['So-called Islamic State', 5]),
        used('Gazette', ['Daesh', 3], ['ISIS', 4]),
        used('Diary', ['ISIS', 2], ['Da’esh', 1], ["Da'esh", 0]),
      ],
      'Courier',
    );
    expect(lens).toEqual({
      outlet: { site: 'Courier', spellings: [{ text: 'so-called Islamic State', count: 12 }], total: 12 },
      others: {
        spellings: [
          { text: 'ISIS', count: 6 },
          { text: 'Daesh', count: 3 },
          { text: 'Da’esh', count: 1 },
        ],
        total: 10,
        sites: 2,
      },
    });
  });

  test('says nothing of one spelling, nor of one article’s worth', () => {
    expect(namingLens([used('Courier', ['Daesh', 40])], 'Courier')).toBeNull();
    expect(namingLens([used('Courier', ['Daesh', 1], ['ISIS', 1])], 'Courier')).toBeNull();
    expect(namingLens([], null)).toBeNull();
  });

  test('a publisher that was not read before has no side of its own', () => {
    const lens = namingLens([used('Gazette', ['Daesh', 3], ['ISIS', 4])], 'Courier');
    expect(lens?.outlet).toBeNull();
    expect(lens?.others.total).toBe(7);
  });
});
