import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const require = createRequire(import.meta.url);

/** Libraries that people highlight pages with today. Both wrap each hit in an element. */
export const PEERS = ['mark.js', 'findAndReplaceDOMText'] as const;
export type Peer = (typeof PEERS)[number];

const SOURCES: Readonly<Record<Peer, string>> = {
  'mark.js': 'mark.js/dist/mark.min.js',
  findAndReplaceDOMText: 'findandreplacedomtext/src/findAndReplaceDOMText.js',
};

/** mark.js recurses once a keyword: with 1,000 in one call the stack overflows. */
const KEYWORDS_PER_CALL = 100;

interface PeerGlobals {
  readonly Mark: new (context: Element) => { mark(words: readonly string[], options: object): void };
  readonly findAndReplaceDOMText: (context: Element, options: object) => void;
  readonly benchNames: readonly string[];
}

/** Gives a page the library and the names; neither is counted among its costs. */
export async function equip(page: Page, peer: Peer, names: readonly string[]): Promise<void> {
  await page.addScriptTag({ content: readFileSync(require.resolve(SOURCES[peer]), 'utf8') });
  await page.evaluate((list) => {
    Object.assign(globalThis, { benchNames: list });
  }, names);
}

/**
 * Marks all names in the article, as the library's own documentation would have it. They are helped where we are not:
 * case counts, boundaries are ASCII, and the article is shown to them.
 */
export async function runPeer(page: Page, peer: Peer): Promise<void> {
  // From a timer of the page: what the debugging protocol calls is no function call to the trace.
  await page.evaluate(
    (which, perCall) =>
      new Promise<void>((done) => {
        setTimeout(() => {
          const { Mark, findAndReplaceDOMText, benchNames } = globalThis as unknown as PeerGlobals;
          const article = document.querySelector('article') ?? document.body;
          if (which === 'mark.js') {
            for (let from = 0; from < benchNames.length; from += perCall) {
              new Mark(article).mark(benchNames.slice(from, from + perCall), {
                separateWordSearch: false,
                accuracy: 'exactly',
                caseSensitive: true,
                diacritics: false,
              });
            }
          } else {
            const words = benchNames.toSorted((a, b) => b.length - a.length);
            const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
            findAndReplaceDOMText(article, {
              find: new RegExp(`\\b(?:${pattern})\\b`, 'g'),
              wrap: 'mark',
              preset: 'prose',
            });
          }
          done();
        });
      }),
    peer,
    KEYWORDS_PER_CALL,
  );
}
