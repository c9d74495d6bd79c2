import { describe, expect, test } from 'vitest';
import { readArticle, type ArticleReading } from '../../../utils/page/article/article';
import { readBlocksNow } from '../../../utils/page/read-blocks';

const SENTENCE =
  'The inquiry heard on Tuesday that officials had weighed the advice for several weeks, as letters show. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const TEXT = PARAGRAPH.repeat(5);

function read(
  html: string,
  address = 'https://www.example.com/2024/02/03/ships-sail-for-the-gulf',
): ArticleReading {
  return readArticle(new DOMParser().parseFromString(html, 'text/html'), address);
}

/** The article's blocks that are no filler. */
function lines({ body }: ArticleReading): string[] {
  if (body === null) return [];
  const excluded = new Set(body.roots.flatMap((root) => [...body.excludedIn(root)]));
  return readBlocksNow(body.roots, { excluded })
    .map(({ text }) => text)
    .filter((text) => !SENTENCE.repeat(3).startsWith(text));
}

const page = (body: string, head = ''): string =>
  `<html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
const post = (name: string): string => `<article class="post"><h2>${name}</h2>${PARAGRAPH}</article>`;
const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;

describe('a news article', () => {
  test.each([
    ['JSON-LD', ld('{"@type":"NewsArticle","datePublished":"2024-02-03"}')],
    [
      'JSON-LD in the third block, after a broken one',
      `${ld('{"@type":')}${ld('{"@type":"WebSite"}')}${ld('[{"@type":["NewsArticle"]}]')}`,
    ],
    ['JSON-LD in a graph', ld('{"@graph":[{"@type":"WebPage"},{"@type":"ReportageNewsArticle"}]}')],
    [
      'Open Graph',
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-02-03T10:00:00Z"><meta property="article:section" content="World">',
    ],
  ])('is known by %s', (_, head) => {
    expect(read(page(`<h1>Ships sail</h1>${TEXT}`, head)).verdict.isArticle).toBe(true);
  });

  test('is known by microdata', () => {
    const { verdict, info } = read(
      page(`<article itemscope itemtype="https://schema.org/NewsArticle"><h1>Ships sail</h1>
        <time itemprop="datePublished" datetime="2024-02-03T08:00">3 February</time>${TEXT}</article>`),
    );
    expect(verdict.isArticle).toBe(true);
    expect(info.published).toBe('2024-02-03');
  });

  test.each([
    [
      'a front page',
      `<h1>News</h1>${'<article><h2><a href="#">Ships sail for the Gulf as talks stall again</a></h2><p>A short teaser.</p></article>'.repeat(30)}`,
      'https://www.example.com/',
    ],
    [
      'a recipe',
      `${ld('{"@type":"Recipe","name":"Bread"}')}<h1>Bread</h1>${TEXT}`,
      'https://www.example.com/recipes/bread',
    ],
    [
      'a paper',
      `<meta name="citation_title" content="x"><h1>On bread</h1>${TEXT}`,
      'https://www.example.com/doi/10.1000/1',
    ],
    [
      'an encyclopaedia',
      `<meta property="og:type" content="website"><h1>Bread</h1>${TEXT}`,
      'https://www.example.org/wiki/Bread',
    ],
    ['an empty page', '', 'https://www.example.com/'],
  ])('is not %s', (_, html, address) => {
    expect(read(page(html), address).verdict.isArticle).toBe(false);
  });
});

describe('the article’s part', () => {
  test('has headline, standfirst and captions, and nothing that stands beside', () => {
    const reading = read(
      page(`
        <header><nav><a href="#">What IS happening</a></nav></header>
        <main>
          <div class="head"><h1>Ships sail</h1><p class="standfirst">Two frigates left port on Tuesday for the Gulf, the ministry said.</p></div>
          <div class="article-body">
            ${PARAGRAPH}<figure><img><figcaption>A frigate leaves port (Picture: MOD).</figcaption></figure>${PARAGRAPH}
            <div class="share-bar"><a href="#">Share this on every network there is</a></div>
            <aside><p>In the aside there is a longer paragraph about another thing, which nobody asked for at all.</p></aside>
            <p><a href="#">Another story that readers of this one have liked to read</a></p>
            <p>Read more: an older story</p>${PARAGRAPH}
            <ul class="related-articles"><li><a href="#">Related one</a></li><li><a href="#">Related two</a></li></ul>${PARAGRAPH}
          </div>
          <section id="comments"><p>I have read this with great interest and disagree with all of it, as I always do here.</p></section>
        </main>
        <footer><p>All rights of all texts on all pages are reserved by whoever has them, everywhere.</p></footer>`),
    );
    expect(lines(reading)).toEqual([
      'Ships sail',
      'Two frigates left port on Tuesday for the Gulf, the ministry said.',
      'A frigate leaves port (Picture: MOD).',
    ]);
  });

  test('has the posts of a live blog', () => {
    const reading = read(
      page(`<h1>Live</h1><div class="posts">${['One', 'Two', 'Three'].map(post).join('')}</div>`),
    );
    expect(lines(reading)).toEqual(['Live', 'One', 'Two', 'Three']);
  });

  test('is found inside a form around the whole page, with children that are called like its properties', () => {
    const clobber = [
      'parentNode',
      'firstChild',
      'attributes',
      'localName',
      'getAttribute',
      'children',
      'textContent',
      'contains',
    ];
    const reading = read(
      page(
        `<form>${clobber.map((name) => `<input name="${name}">`).join('')}<nav><a href="#">Menu</a></nav><h1>Ships sail</h1><div>${TEXT}</div></form>`,
      ),
    );
    expect(lines(reading)).toEqual(['Ships sail']);
  });

  test('is believed over a label that speaks against all of it', () => {
    expect(read(page(`<div class="sidebar-left comments"><h1>Ships</h1>${TEXT}</div>`)).body).not.toBeNull();
  });

  test('is nothing on a page without text', () => {
    expect(read(page('<h1>Video</h1><video></video>')).body).toBeNull();
  });
});

describe('what a page says of itself', () => {
  test.each([
    [
      'its canonical address',
      '<link rel="canonical" href="https://www.example.com/story">',
      'https://www.example.com/story',
    ],
    ['a relative one', '<link rel="canonical" href="/story#top">', 'https://www.example.com/story'],
    [
      'not one on another host',
      '<link rel="canonical" href="https://bank.example/story">',
      'https://www.example.com/2024/02/03/ships',
    ],
    [
      'not a script',
      '<link rel="canonical" href="javascript:alert(1)">',
      'https://www.example.com/2024/02/03/ships',
    ],
    [
      'not the front page',
      '<link rel="canonical" href="https://www.example.com/">',
      'https://www.example.com/2024/02/03/ships',
    ],
  ])('%s', (_, head, url) => {
    expect(read(page(TEXT, head), 'https://www.example.com/2024/02/03/ships#part').info.url).toBe(url);
  });

  test.each([
    ['2020-12-10T09:00:00Z', '2020-12-10'],
    ['20201210', '2020-12-10'],
    ['2020-12-10T23:30:00-08:00', '2020-12-10'],
    ['10 December 2020', null],
    ['2020-13-40', null],
    ['', null],
  ])('published %j', (written, day) => {
    expect(
      read(page(TEXT, `<meta property="article:published_time" content="${written}">`)).info.published,
    ).toBe(day);
  });

  test('title, site, section and language, cut to size', () => {
    const { info } = read(
      page(
        TEXT,
        `<title>T</title><meta property="og:title" content="${'x'.repeat(999)}"><meta property="og:site_name" content=" Daily  News "><meta property="article:section" content="World">`,
      ),
    );
    expect(info).toMatchObject({ site: 'Daily News', section: 'World', language: 'en-GB' });
    expect(info.title).toHaveLength(300);
  });

  test('falls back to the title element, the host and English', () => {
    const { info } = readArticle(
      new DOMParser().parseFromString(`<title>Ships</title>${TEXT}`, 'text/html'),
      'https://www.example.com/x',
    );
    expect(info).toMatchObject({
      title: 'Ships',
      site: 'example.com',
      language: 'en',
      published: null,
      section: '',
    });
  });
});
