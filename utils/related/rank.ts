import type { RelatedArticle } from '../model/article';
import type { Link } from '../model/entity';
import { rarity } from './idf';
import { overlap, tellingWords } from './words';

/** A name that an article shares with what is being read. */
export interface SharedName {
  readonly name: string;
  /** Articles, saved or read, in which it occurs. */
  readonly articleCount: number;
  /** Mentions in this article. */
  readonly count: number;
}

/** An article, saved or read, that shares names with what is being looked at. */
export interface SharedArticle {
  readonly title: string;
  readonly url: string;
  readonly site: string;
  readonly published: string | null;
  readonly shared: readonly SharedName[];
  /** For articles about one name: how often they name it. Absent when they are asked for by a page. */
  readonly mentions?: number;
}

/** What is being read. */
export interface ReadNow {
  /** Its address; null where there is no page. */
  readonly url: string | null;
  readonly title: string;
  /** The day that nearness in time counts from, `YYYY-MM-DD`: the article's own, else today. */
  readonly day: string;
}

/** Names in a reason: more would not be read. */
const REASON_NAMES_MAX = 2;
/** A headline that says nearly the same outweighs one name that half of all articles have, and no rare one. */
const TITLE_WEIGHT = 1.2;
/** Newness decides between articles that share the same. */
const RECENCY_WEIGHT = 0.6;
const HALF_LIFE_DAYS = 180;
/** What another article of a publisher that is listed already still counts. */
const SAME_PUBLISHER = 0.8;
/** What the same story under nearly the same headline still counts. */
const SAME_STORY = 0.5;
const SAME_STORY_OVERLAP = 0.8;
/** Headlines this alike are a reason that can be said. */
const ALIKE = 0.5;

interface Scored {
  readonly article: SharedArticle;
  readonly score: number;
  readonly words: ReadonlySet<string>;
  readonly reason: string;
}

/**
 * Articles to read next, best first, each address once and each with its reason: shared names (the rarer the better, the
 * oftener the article names them the better), a like headline, nearness in time. One publisher, or one story in many
 * papers, does not fill the list alone.
 *
 * @param total articles, saved or read, in all
 */
export function rankShared(
  articles: readonly SharedArticle[],
  total: number,
  now: ReadNow,
): RelatedArticle[] {
  const words = tellingWords(now.title);
  const seen = new Set<string | null>([now.url]);
  const scored = articles
    .toSorted((a, b) => a.url.localeCompare(b.url))
    .flatMap((article): Scored[] => {
      if (seen.has(article.url) || (article.shared.length === 0 && article.mentions === undefined)) return [];
      seen.add(article.url);
      return [score(article, words, total, now.day)];
    })
    .toSorted((a, b) => b.score - a.score);
  return spread(scored).map(({ article: { title, url, site, published }, reason }) => ({
    title,
    url,
    site,
    published,
    reason,
  }));
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

function score(article: SharedArticle, title: ReadonlySet<string>, total: number, day: string): Scored {
  const words = tellingWords(article.title);
  const weighed = article.shared
    .map((shared) => ({
      name: shared.name,
      weight: rarity(shared.articleCount, total) * prominence(shared.count),
    }))
    .toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
  const alike = overlap(words, title);
  const names = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return {
    article,
    words,
    score:
      names +
      prominence(article.mentions ?? 0) +
      TITLE_WEIGHT * alike +
      RECENCY_WEIGHT * recency(article.published, day),
    reason: reasonOf(
      weighed.map(({ name }) => name),
      article.mentions ?? null,
      alike,
    ),
  };
}

/** 0.7 for one mention, 1 for seven or more: an article about a name says more of it than one that drops it. */
function prominence(count: number): number {
  return count === 0 ? 0 : 0.6 + 0.4 * Math.min(1, Math.log2(1 + count) / 3);
}

/** 1 for the same day, half after half a year, 0 for an article without a date. */
function recency(published: string | null, day: string): number {
  if (published === null) return 0;
  const days = Math.abs(dayNumber(published) - dayNumber(day));
  return Number.isFinite(days) ? 2 ** (-days / HALF_LIFE_DAYS) : 0;
}

/** Days since some day long ago, a day or two off at most: months are taken for equally long. */
function dayNumber(day: string): number {
  const [year = Number.NaN, month = 1, date = 1] = day.split('-').map(Number);
  return year * 365.25 + month * 30.44 + date;
}

function reasonOf(names: readonly string[], mentions: number | null, alike: number): string {
  const parts = [];
  if (names.length > 0) parts.push(`shares ${names.slice(0, REASON_NAMES_MAX).join(' and ')}`);
  else if (mentions !== null) parts.push(mentions === 1 ? 'names it once' : `names it ${mentions} times`);
  if (alike >= ALIKE) parts.push('similar headline');
  return parts.join('; ');
}

/** Takes the best, then the best of the rest with what is listed already in mind, and so on. */
function spread(scored: readonly Scored[]): Scored[] {
  const waiting = [...scored];
  const listed: Scored[] = [];
  while (waiting.length > 0) {
    let best = 0;
    let bestScore = -1;
    for (const [index, candidate] of waiting.entries()) {
      // Sorted by what it would be worth alone: nobody further down can win any more.
      if (candidate.score <= bestScore) break;
      const worth = candidate.score * discount(candidate, listed);
      if (worth > bestScore) {
        best = index;
        bestScore = worth;
      }
    }
    listed.push(...waiting.splice(best, 1));
  }
  return listed;
}

function discount({ article, words }: Scored, listed: readonly Scored[]): number {
  let factor = 1;
  for (const other of listed) {
    if (other.article.site === article.site) factor *= SAME_PUBLISHER;
    if (overlap(words, other.words) >= SAME_STORY_OVERLAP) factor *= SAME_STORY;
  }
  return factor;
}
