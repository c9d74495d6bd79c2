import type { Eagerness, PainterName, ScanMode } from './page';
import { NO_READING_INDEX, type ReadingIndexSettings } from './reading';

/** What one site may do, whatever the mode says. `click`: only when the reader asks for it. */
export type SiteRule = 'on' | 'off' | 'click';
export const SITE_RULES = ['on', 'off', 'click'] as const;

/** The reader's preferences; small, kept in `storage.local`. */
export interface Settings {
  readonly mode: ScanMode;
  readonly painter: PainterName;
  readonly eagerness: Eagerness;
  /** Host name without `www.` to rule. */
  readonly sites: Readonly<Record<string, SiteRule>>;
  /** Whether the first-run page was answered. */
  readonly welcomed: boolean;
  /** What may be kept of the articles that are read. A choice of this profile: no file or sync carries it. */
  readonly readingIndex: ReadingIndexSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  mode: 'news',
  painter: 'highlight',
  eagerness: 'balanced',
  sites: {},
  welcomed: false,
  readingIndex: NO_READING_INDEX,
};
