import { readArticle } from '../../utils/page/article/article';
import { readBlocksNow } from '../../utils/page/read-blocks';

/** What the content script makes of the page that this runs in. */
export interface Probe {
  readonly isArticle: boolean;
  readonly score: number;
  readonly published: string | null;
  readonly title: string;
  /**
   * Blocks of the article's body, one a line, without headline, standfirst and captions, which gold bodies leave out
   * and the content script does mark; empty when no article stands out.
   */
  readonly text: string;
  /** First reading in a fresh document: nothing is compiled yet. */
  readonly coldMs: number;
  /** Fastest of three more. */
  readonly warmMs: number;
}

function probe(): Probe {
  const started = performance.now();
  const reading = readArticle(document, location.href);
  const coldMs = performance.now() - started;
  const warmMs = Math.min(
    ...[1, 2, 3].map(() => {
      const again = performance.now();
      readArticle(document, location.href);
      return performance.now() - again;
    }),
  );
  const { body } = reading;
  const main = body?.roots.at(-1) ?? null;
  const isInMain = (element: Element): boolean => main?.contains(element) === true;
  const excluded = new Set(body?.roots.flatMap((root) => [...body.excludedIn(root)]));
  const blocks = body === null ? [] : readBlocksNow(body.roots, { excluded });
  const prose = blocks.filter(
    ({ element }) => element.closest('h1,figcaption,figure') === null && isInMain(element),
  );
  return {
    isArticle: reading.verdict.isArticle,
    score: reading.verdict.score,
    published: reading.info.published,
    title: reading.info.title,
    text: prose.map(({ text }) => text).join('\n'),
    coldMs,
    warmMs,
  };
}

Object.assign(globalThis, { probe });
