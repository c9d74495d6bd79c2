import type { ArticleId, EntityId } from './ids';
import type { Kind } from './kind';

/** What the reader lets be kept of the articles that were read. Nothing is kept unless `on`. */
export interface ReadingIndexSettings {
  readonly on: boolean;
  /** Days that an article stays after it was last read, or null for ever. */
  readonly keepDays: KeepDays;
  /** Hosts without `www.` of which, with everything under them, nothing is kept. */
  readonly offSites: readonly string[];
}

export type KeepDays = 30 | 90 | 365 | null;
export const KEEP_DAYS: readonly KeepDays[] = [30, 90, 365, null];

export const NO_READING_INDEX: ReadingIndexSettings = { on: false, keepDays: 365, offSites: [] };

/** Whether articles of a site may be kept. A site's rule holds for everything under it. */
export function keepsSite({ on, offSites }: ReadingIndexSettings, site: string | null): boolean {
  return on && site !== null && offSites.every((off) => site !== off && !site.endsWith(`.${off}`));
}

/** An article as lists of what was read or saved show it. */
export interface MetArticle {
  readonly articleId: ArticleId;
  readonly title: string;
  /** Opens at the sentence where the browser can. */
  readonly url: string;
  readonly site: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** Last read, or else saved, in milliseconds since 1970. */
  readonly met: number;
  /** Mentions of the name in question. */
  readonly count: number;
}

/** When a name was met before, and what the page in front adds. */
export interface LastMet {
  readonly title: string;
  readonly site: string;
  /** Whole days since. */
  readonly daysAgo: number;
  /** Sentences on this page that no article before had; null where there is no page. */
  readonly newHere: number | null;
}

/** One month of a name's sightings. */
export interface MonthOfSightings {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly articles: number;
  readonly mentions: number;
}

/** A name that often occurs together with another. */
export interface SeenWith {
  readonly entityId: EntityId;
  readonly name: string;
  readonly kind: Kind;
  /** Articles that have both. */
  readonly articles: number;
}

/** How often a spelling was used. */
export interface SpellingCount {
  readonly text: string;
  readonly count: number;
}

/** Which of a name's spellings publishers use. */
export interface NamingLens {
  /** The publisher of the page in front; null where there is none or nothing of it was read. */
  readonly outlet: {
    readonly site: string;
    readonly spellings: readonly SpellingCount[];
    readonly total: number;
  } | null;
  /** All other publishers together. */
  readonly others: {
    readonly spellings: readonly SpellingCount[];
    readonly total: number;
    readonly sites: number;
  };
}
