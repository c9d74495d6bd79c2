import type { RelatedArticle } from '../model/article';
import type { ArticleId, EntityId } from '../model/ids';
import type {
  KeepDays,
  LastMet,
  MetArticle,
  MonthOfSightings,
  NamingLens,
  ReadingIndexSettings,
  SeenWith,
} from '../model/reading';
import type { PageEntityRow } from './protocol';

/** Calls about articles that were read or saved, open to the extension's own pages. */
export type ReadingCalls = {
  /** What is kept of what was read, and what may be. */
  getReadingIndex(request: Record<string, never>): ReadingIndexView;
  /** Turns keeping on or off, or changes how long or of which sites; what may be kept no longer goes at once. */
  changeReadingIndex(request: {
    changes: Partial<{ on: boolean; keepDays: KeepDays; offSites: string[] }>;
  }): ReadingIndexView;
  /** Where and when a name was met; `tabId` is the page in front, whose sentences may be new. */
  getSightings(request: { entityId: EntityId; tabId: number | null }): SightingsView;
  /** One article that was read or saved; null when it is neither. */
  getArticle(request: { articleId: ArticleId; tabId: number | null }): ArticleView | null;
  /** The article in a tab, whether or not it was read or saved; null where nothing is read. */
  getArticleInTab(request: { tabId: number }): ArticleView | null;
  /** Saves an article that was read, with its names. */
  saveReading(request: { articleId: ArticleId }): void;
  /** Forgets that an article was read. What was saved stays. */
  forgetReading(request: { articleId: ArticleId }): void;
  /** Forgets all articles of a site and of what lies under it; answers how many. */
  forgetSite(request: { site: string }): { articles: number };
  /** Forgets everything that was read; answers how many articles. There is no undo. */
  forgetReadings(request: Record<string, never>): { articles: number };
  /** Forgets the inbox's sentences and addresses; its names and counts stay. */
  forgetInboxSources(request: Record<string, never>): void;
};

export interface ReadingIndexView {
  readonly settings: ReadingIndexSettings;
  readonly articles: number;
  /** When the oldest of them was last read, in milliseconds since 1970; null without any. */
  readonly oldest: number | null;
  /** Articles of which the inbox of unknown operations keeps a sentence and the address. */
  readonly inboxSources: number;
}

/** What the reader's own articles say of one name. */
export interface SightingsView {
  readonly isOn: boolean;
  /** Null when it was met in no other article. */
  readonly lastMet: LastMet | null;
  /** Articles in which it was met, and mentions in them. */
  readonly articles: number;
  readonly mentions: number;
  /** The last twelve months up to now, or up to the last sighting where that is long ago. */
  readonly months: readonly MonthOfSightings[];
  /** The latest met, newest first. */
  readonly latest: readonly MetArticle[];
  readonly seenWith: readonly SeenWith[];
  readonly naming: NamingLens | null;
  /** With the page in front in mind. */
  readonly related: readonly RelatedArticle[];
}

export interface ArticleView {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly url: string;
  readonly site: string;
  /** The host that forgetting a site, or keeping nothing of it, is about; null for what is no web page. */
  readonly host: string | null;
  readonly published: string | null;
  /** When it was last read, in milliseconds since 1970; null when that is not kept. */
  readonly read: number | null;
  readonly saved: boolean;
  /** Whether articles of its site may be kept. */
  readonly isKept: boolean;
  /** Articles of the site that are kept, this one included. */
  readonly ofSite: number;
  /** In order of appearance for the page in front; else the most named first. */
  readonly entities: readonly PageEntityRow[];
  readonly related: readonly RelatedArticle[];
}
