import type { RelatedArticle } from '../model/article';
import type { Link } from '../model/entity';

/** A saved article that shares entities with what is being looked at. */
export interface SharedArticle {
  readonly title: string;
  readonly url: string;
  readonly site: string;
  readonly published: string | null;
  /** Names that it shares, with the number of saved articles in which each occurs. */
  readonly shared: readonly { readonly name: string; readonly articleCount: number }[];
}

/** Names in a reason: more would not be read. */
const REASON_NAMES_MAX = 2;

/**
 * Articles to read next, best first. A shared name counts the more the fewer saved articles have it (inverse document
 * frequency, Spärck Jones 1972); newer articles win ties, and one publisher does not fill the list alone.
 *
 * @param excludeUrl the article that is being read
 */
export function rankShared(
  articles: readonly SharedArticle[],
  savedCount: number,
  excludeUrl: string | null,
): RelatedArticle[] {
  const scored = articles
    .filter((article) => article.url !== excludeUrl && article.shared.length > 0)
    .map((article) => {
      const rarestFirst = article.shared.toSorted((a, b) => a.articleCount - b.articleCount);
      const score = rarestFirst.reduce((sum, { articleCount }) => sum + rarity(articleCount, savedCount), 0);
      return { article, score, names: rarestFirst.slice(0, REASON_NAMES_MAX).map(({ name }) => name) };
    })
    .toSorted(
      (a, b) => b.score - a.score || (b.article.published ?? '').localeCompare(a.article.published ?? ''),
    );
  return spreadPublishers(
    scored.map(({ article, names }) => ({
      title: article.title,
      url: article.url,
      site: article.site,
      published: article.published,
      reason: `shares ${names.join(' and ')}`,
    })),
  );
}

/** A pack's links as related articles, newest first. */
export function linksAsRelated(links: readonly Link[], packName: string | null): RelatedArticle[] {
  return links
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .map((link) => ({
      title: link.title,
      url: link.url,
      site: link.publisher,
      published: link.published,
      reason: packName === null ? 'saved with this name' : `from ${packName}`,
    }));
}

function rarity(articleCount: number, savedCount: number): number {
  return Math.log((savedCount + 1) / (articleCount + 0.5));
}

/** Keeps the order but for runs of one publisher: its second article in a row waits for another publisher's first. */
function spreadPublishers(articles: readonly RelatedArticle[]): RelatedArticle[] {
  const waiting = [...articles];
  const spread: RelatedArticle[] = [];
  while (waiting.length > 0) {
    const last = spread.at(-1)?.site;
    const next = Math.max(
      0,
      waiting.findIndex((article) => article.site !== last),
    );
    spread.push(...waiting.splice(next, 1));
  }
  return spread;
}
