/** Pages in the shape of news, made of common words and given names: the same for the same seed, on every machine. */

const NOUNS =
  'minister government soldier report village border market court judge witness committee convoy airport bridge school harbour factory election budget statement officer driver doctor farmer engineer teacher council ambassador prisoner hospital pipeline ceasefire meeting inquiry document mission patrol weapon missile aircraft vessel regiment brigade company agency parliament newspaper campaign protest strike harvest river valley mountain street building winter summer morning evening week month year group leader family neighbour child worker number question answer letter agreement sanction law police army navy crew ship road train city coast island'.split(
    ' ',
  );
const VERBS =
  'said told asked reported described denied confirmed announced expected refused promised visited crossed opened closed signed ordered delayed repaired protected searched followed warned questioned rejected supported financed inspected guarded abandoned rebuilt remembered discussed considered published withdrew returned continued began ended'.split(
    ' ',
  );
const ADJECTIVES =
  'new old small large local foreign former senior military civil public private quiet heavy early late recent difficult serious possible long short open secret joint annual daily narrow empty damaged unknown'.split(
    ' ',
  );
const LINKS =
  'after before while because although since until when where which and but so that near during against without according through across about over under between despite among beyond towards'.split(
    ' ',
  );
const SMALL =
  'the a an of to in on at by for from with as it they he she we was were is are has had have been would could will not no more than its their his her this these those only also still again already there then now'.split(
    ' ',
  );

/** Every word that a page is made of, besides names. */
export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...NOUNS,
  ...VERBS,
  ...ADJECTIVES,
  ...LINKS,
  ...SMALL,
]);

/** Mentions for each word of text: what measured news pages have with a large dictionary (79 in 1,867 words). */
const NAMES_PER_WORD = 0.042;

export interface SaladPage {
  readonly html: string;
  /** Words of the article, names counted as one. */
  readonly words: number;
  /** Names put into the article. */
  readonly mentions: number;
}

/**
 * One page: menu, headline, paragraphs with links, headings, figures, a quotation now and then, an aside and a footer.
 *
 * @param names the more common first: which one is said follows the logarithm of its place, as in real texts
 */
export function saladPage(words: number, names: readonly string[], seed: number): SaladPage {
  const writer = new Writer(names, seed);
  const parts: string[] = [];
  for (let paragraph = 0; writer.words < words; paragraph++) {
    if (paragraph > 0 && paragraph % 8 === 0) parts.push(`<h2>${writer.headline()}</h2>`);
    if (paragraph % 12 === 5)
      parts.push(`<figure><div class="picture"></div><figcaption>${writer.sentence()}</figcaption></figure>`);
    const body = Array.from({ length: 2 + writer.below(3) }, () => writer.sentence()).join('\n    ');
    parts.push(paragraph % 15 === 9 ? `<blockquote><p>${body}</p></blockquote>` : `<p>\n    ${body}\n  </p>`);
  }
  const title = writer.headline();
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2024-03-12T07:30:00Z',
    author: { '@type': 'Person', name: 'Desk' },
  };
  const menu = NOUNS.slice(0, 14).map((word) => `<li><a href="/${word}">${word}</a></li>`);
  const teasers = Array.from({ length: 8 }, () => `<li><a href="/more">${writer.headline()}</a></li>`);
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><script type="application/ld+json">${JSON.stringify(metadata)}</script>
<style>body{font:17px/1.5 serif;max-width:680px;margin:0 auto}nav li{display:inline-block;margin-right:8px}
.picture{height:240px;background:#ccd}#ticker{contain:strict;height:24px}</style></head><body>
<header><nav><ul>${menu.join('')}</ul></nav></header><div id="ticker"></div>
<main><article><h1>${title}</h1><p class="byline">By our desk</p>
<div class="article-body">
  ${parts.join('\n  ')}
</div></article></main>
<aside><h2>More</h2><ul>${teasers.join('')}</ul></aside><footer><p>All rights reserved.</p></footer></body></html>`;
  return { html, words: writer.words, mentions: writer.mentions };
}

class Writer {
  words = 0;
  mentions = 0;
  readonly #names: readonly string[];
  #state: number;

  constructor(names: readonly string[], seed: number) {
    this.#names = names;
    this.#state = seed >>> 0;
  }

  /** Mulberry32 (Tommy Ettinger, public domain): enough for word salad. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  headline(): string {
    return capital(
      `${this.#pick(ADJECTIVES)} ${this.#pick(NOUNS)} ${this.#pick(VERBS)} the ${this.#pick(NOUNS)} in ${this.#name()}`,
    );
  }

  sentence(): string {
    const length = 12 + this.below(17);
    const said: string[] = [];
    while (said.length < length) {
      if (this.#random() < NAMES_PER_WORD * 1.1) said.push(this.#linked());
      else said.push(this.#word(said.length));
    }
    this.words += said.length;
    const text = said.join(' ');
    return this.#random() < 0.12 ? `“${capital(text)},” the ${this.#pick(NOUNS)} said.` : `${capital(text)}.`;
  }

  #word(place: number): string {
    const lot = this.#random();
    if (lot < 0.42) return this.#pick(SMALL);
    if (lot < 0.64) return this.#pick(NOUNS);
    if (lot < 0.76) return this.#pick(VERBS);
    if (lot < 0.88) return this.#pick(ADJECTIVES);
    return place === 0 ? this.#pick(NOUNS) : this.#pick(LINKS);
  }

  #linked(): string {
    const name = this.#name();
    return this.#random() < 0.15 ? `<a href="/tag">${name}</a>` : name;
  }

  #name(): string {
    this.mentions += 1;
    return this.#names[Math.floor(this.#names.length ** this.#random()) - 1] ?? '';
  }

  #pick(list: readonly string[]): string {
    return list[this.below(list.length)] ?? '';
  }
}

function capital(text: string): string {
  return text.startsWith('<') ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
