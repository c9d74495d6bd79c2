import { browser } from './browser';
import { EAGERNESSES, PAINTERS, SCAN_MODES } from '../model/page';
import { KEEP_DAYS, NO_READING_INDEX, type ReadingIndexSettings } from '../model/reading';
import { DEFAULT_SETTINGS, SITE_RULES, type Settings, type SiteRule } from '../model/settings';

const KEY = 'settings';

/**
 * The reader's preferences. What is stored may come from another version or a damaged profile: values that this version
 * does not know are read as the default.
 */
export async function readSettings(): Promise<Settings> {
  const stored = ((await browser.storage.local.get(KEY))[KEY] ?? {}) as Partial<
    Record<keyof Settings, unknown>
  >;
  return {
    mode: oneOf(SCAN_MODES, stored.mode, DEFAULT_SETTINGS.mode),
    painter: oneOf(PAINTERS, stored.painter, DEFAULT_SETTINGS.painter),
    eagerness: oneOf(EAGERNESSES, stored.eagerness, DEFAULT_SETTINGS.eagerness),
    sites: sitesIn(stored.sites),
    welcomed: stored.welcomed === true,
    readingIndex: readingIndexIn(stored.readingIndex),
  };
}

/** Changes some preferences. Only the background calls it, one change after another. */
export async function writeSettings(changes: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...changes };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

function oneOf<Value extends string>(allowed: readonly Value[], value: unknown, fallback: Value): Value {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function sitesIn(value: unknown): Record<string, SiteRule> {
  if (typeof value !== 'object' || value === null) return {};
  const rules = Object.entries(value).filter(([, rule]) => SITE_RULES.includes(rule as SiteRule));
  return Object.fromEntries(rules);
}

/** Anything but a plain yes is a no: nothing is kept on a guess. */
function readingIndexIn(value: unknown): ReadingIndexSettings {
  if (typeof value !== 'object' || value === null) return NO_READING_INDEX;
  const { on, keepDays, offSites } = value as Partial<Record<keyof ReadingIndexSettings, unknown>>;
  const days = KEEP_DAYS.find((candidate) => candidate === keepDays);
  return {
    on: on === true,
    keepDays: days === undefined ? NO_READING_INDEX.keepDays : days,
    offSites: Array.isArray(offSites) ? offSites.filter((site) => typeof site === 'string') : [],
  };
}
