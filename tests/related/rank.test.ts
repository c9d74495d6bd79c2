import { describe, expect, test } from 'vitest';
import { linksAsRelated, rankShared, type ReadNow, type SharedArticle } from '@/utils/related/rank';

const NOW: ReadNow = { url: null, title: '', day: '2020-12-10' };

const article = (
  title: string,
  site: string,
  published: string | null,
  shared: SharedArticle['shared'],
): SharedArticle => ({ title, url: `https://${site}/${title}`, site, published, shared });

const iraq = { name: 'Iraq', articleCount: 40, count: 1 };
const shader = { name: 'Operation Shader', articleCount: 2, count: 1 };
const akrotiri = { name: 'RAF Akrotiri', articleCount: 3, count: 1 };

describe('rankShared', () => {
  test('a rare shared name counts more than a common one', () => {
    const ranked = rankShared(
      [article('common', 'a.example', null, [iraq]), article('rare', 'b.example', null, [shader])],
      50,
      NOW,
    );
    expect(ranked.map(({ title }) => title)).toEqual(['rare', 'common']);
  });

  test('gives the rarest names as the reason', () => {
    const [only] = rankShared([article('one', 'a.example', null, [iraq, akrotiri, shader])], 50, NOW);
    expect(only?.reason).toBe('shares Operation Shader and RAF Akrotiri');
  });

  test('the newer of two equals comes first', () => {
    const ranked = rankShared(
      [
        article('old', 'a.example', '2019-01-01', [shader]),
        article('new', 'b.example', '2020-01-01', [shader]),
      ],
      50,
      NOW,
    );
    expect(ranked.map(({ title }) => title)).toEqual(['new', 'old']);
  });

  test('one publisher does not fill the top alone', () => {
    const ranked = rankShared(
      [
        article('a1', 'a.example', '2020-03-01', [shader]),
        article('a2', 'a.example', '2020-02-01', [shader]),
        article('b1', 'b.example', '2020-01-01', [shader]),
      ],
      50,
      NOW,
    );
    expect(ranked.map(({ title }) => title)).toEqual(['a1', 'b1', 'a2']);
  });

  test('leaves out the article that is being read', () => {
    const one = article('one', 'a.example', null, [shader]);
    expect(rankShared([one], 50, { ...NOW, url: one.url })).toEqual([]);
  });
});

const link = (title: string, published: string | null) => ({
  title,
  url: `https://x.example/${title}`,
  publisher: 'X',
  published,
});

test('links of a pack come newest first and name the pack', () => {
  const related = linksAsRelated(
    [link('old', '2015-01-01'), link('undated', null), link('new', '2024-01-01')],
    'News starter',
  );
  expect(related.map(({ title }) => title)).toEqual(['new', 'old', 'undated']);
  expect(related[0]?.reason).toBe('from News starter');
});
