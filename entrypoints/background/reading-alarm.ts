import { browser } from '@/utils/platform/browser';
import { readSettings } from '@/utils/platform/settings';
import { pruneReadings } from '@/utils/services/forget-readings';
import type { Library } from '@/utils/services/library';

const ALARM = 'prune-readings';
const TWICE_A_DAY_MINUTES = 720;

/**
 * Forgets what was read longer ago than the reader wants it kept: twice a day, and when the browser starts. Call in the
 * worker's first turn.
 */
export function followReadingAlarm(library: Library, onDefect: (error: unknown) => void): void {
  const prune = (): void => {
    void readSettings()
      .then(({ readingIndex }) => pruneReadings(library, readingIndex))
      .catch(onDefect);
  };
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? prune() : undefined));
  browser.runtime.onStartup.addListener(prune);
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: TWICE_A_DAY_MINUTES });
    prune();
  });
}
