import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rarity } from '@/utils/related/idf';
import { rankShared, type ReadNow, type SharedArticle } from '@/utils/related/rank';

const NOW: ReadNow = { url: 'https://read.example/now', title: 'Jets over the valley', day: '2020-12-10' };
const TOTAL = 200;

const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const shared = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Iraq', 'Shader', 'Akrotiri', 'Wallace', 'Kipion'),
    articleCount: fc.integer({ min: 1, max: TOTAL }),
    count: fc.integer({ min: 1, max: 30 }),
  }),
  { selector: ({ name }) => name, minLength: 0, maxLength: 5 },
);
const article: fc.Arbitrary<SharedArticle> = fc.record({
  title: fc.constantFrom('Jets over the valley', 'Jets fly', 'A minister resigns', ''),
  url: fc.integer({ min: 0, max: 40 }).map((number) => `https://news.example/${number}`),
  site: fc.constantFrom('Courier', 'Gazette', 'Diary'),
  published: fc.option(day),
  shared,
});
const list = fc.array(article, { maxLength: 25 });
const urls = (articles: readonly { readonly url: string }[]): string[] => articles.map(({ url }) => url);

const story = (url: string, site: string, title: string): SharedArticle => ({
  url,
  site,
  title,
  published: '2020-12-01',
  shared: [{ name: 'Shader', articleCount: 3, count: 2 }],
});

describe('ranking', () => {
  test('lists every address that shares a name, once, and no other', () => {
    fc.assert(
      fc.property(list, (articles) => {
        const ranked = urls(rankShared(articles, TOTAL, NOW));
        expect(ranked.toSorted()).toEqual(
          [...new Set(urls(articles.filter((one) => one.shared.length > 0)))].toSorted(),
        );
      }),
    );
  });

  test('does not depend on the order in which articles were found', () => {
    const distinct = fc.uniqueArray(article, { selector: ({ url }) => url, maxLength: 20 });
    fc.assert(
      fc.property(distinct, fc.integer(), (articles, seed) => {
        const other = articles.toSorted((a, b) => hash(a.url, seed) - hash(b.url, seed));
        expect(rankShared(other, TOTAL, NOW)).toEqual(rankShared(articles, TOTAL, NOW));
      }),
    );
  });

  test('never lists what is being read, and gives every article a reason', () => {
    fc.assert(
      fc.property(list, (articles) => {
        const ranked = rankShared([...articles, { ...NOW_ARTICLE }], TOTAL, NOW);
        expect(urls(ranked)).not.toContain(NOW.url);
        expect(ranked.every(({ reason }) => reason !== '')).toBe(true);
      }),
    );
  });

  test('one more shared name never moves an article down', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(article, { selector: ({ url }) => url, minLength: 1, maxLength: 15 }),
        fc.integer({ min: 1, max: TOTAL }),
        (articles, articleCount) => {
          const [first, ...others] = articles.filter((one) => one.shared.length > 0);
          if (first === undefined) return;
          const richer = {
            ...first,
            shared: [...first.shared, { name: 'Operation Tideway', articleCount, count: 1 }],
          };
          const before = urls(rankShared([first, ...others], TOTAL, NOW)).indexOf(first.url);
          const after = urls(rankShared([richer, ...others], TOTAL, NOW)).indexOf(first.url);
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  test('of two that differ in one thing, the better comes first', () => {
    const base = { title: '', published: null, site: 'Courier' } as const;
    const better = (one: Partial<SharedArticle>, other: Partial<SharedArticle>): void => {
      const shader = [{ name: 'Shader', articleCount: 3, count: 1 }];
      const pair = [
        { ...base, shared: shader, url: 'https://a.example/worse', ...other },
        { ...base, shared: shader, url: 'https://b.example/better', ...one },
      ];
      expect(urls(rankShared(pair, TOTAL, NOW))[0]).toBe('https://b.example/better');
    };
    better({ published: '2020-12-01' }, { published: '2019-12-01' });
    better({ published: '2020-12-20' }, {});
    better({ title: 'Jets in the valley' }, { title: 'A minister resigns' });
    better({ shared: [{ name: 'Shader', articleCount: 3, count: 9 }] }, {});
    better({}, { shared: [{ name: 'Iraq', articleCount: 150, count: 1 }] });
  });

  test('another publisher, and another story, come before more of the same', () => {
    const ranked = rankShared(
      [
        story('https://a.example/1', 'Courier', 'Jets strike a cave near Makhmur'),
        story('https://a.example/2', 'Courier', 'Pilots come home'),
        story('https://b.example/1', 'Gazette', 'Jets strike cave near Makhmur'),
        story('https://c.example/1', 'Diary', 'What it costs'),
      ],
      TOTAL,
      { ...NOW, title: '' },
    );
    expect(urls(ranked)).toEqual([
      'https://a.example/1',
      'https://c.example/1',
      'https://a.example/2',
      'https://b.example/1',
    ]);
  });
});

test('a name is worth the more the rarer it is, and never nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (one, other) => {
      const [rare, common] = one < other ? [one, other] : [other, one];
      expect(rarity(rare, 1e6)).toBeGreaterThanOrEqual(rarity(common, 1e6));
      expect(rarity(common, 1e6)).toBeGreaterThan(0);
    }),
  );
});

const NOW_ARTICLE: SharedArticle = {
  title: NOW.title,
  url: NOW.url ?? '',
  site: 'Courier',
  published: NOW.day,
  shared: [{ name: 'Shader', articleCount: 1, count: 4 }],
};

function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) | 0;
  return value;
}
