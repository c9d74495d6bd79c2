import { browser } from '@/utils/platform/browser';
import { readState } from '@/utils/services/sync/state';
import type { SyncRunner } from '@/utils/services/sync/runner';
import type { Library } from '@/utils/services/library';

/** Asked every five minutes, for as long as a vault is connected. */
const REGULAR = 'sync';
/** Half a minute after a save, in case the worker dies before the timer of {@link SyncSchedule.afterSave}. */
const SOON = 'sync-soon';
const REGULAR_MINUTES = 5;
const SAVE_MS = 3000;

/** When sync runs by itself: at the browser's start, every five minutes, and seconds after a save. */
export class SyncSchedule {
  readonly #library: Library;
  readonly #runner: SyncRunner;
  readonly #onDefect: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(library: Library, runner: SyncRunner, onDefect: (error: unknown) => void) {
    this.#library = library;
    this.#runner = runner;
    this.#onDefect = onDefect;
  }

  /** Registers for what wakes the worker; in its first turn. */
  listen(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === REGULAR || name === SOON) this.run();
    });
    browser.runtime.onStartup.addListener(() => {
      void this.keepAlarm().catch(this.#onDefect);
      this.run();
    });
    // An update ends alarms in some browsers.
    browser.runtime.onInstalled.addListener(() => void this.keepAlarm().catch(this.#onDefect));
    globalThis.addEventListener('online', () => this.run());
  }

  /** Has the regular alarm exactly while a vault is connected. */
  async keepAlarm(): Promise<void> {
    if (!(await this.#isOn())) {
      await browser.alarms.clear(REGULAR);
      return;
    }
    if ((await browser.alarms.get(REGULAR)) === undefined)
      await browser.alarms.create(REGULAR, { periodInMinutes: REGULAR_MINUTES });
  }

  /** A change of the reader's: it goes out in seconds, together with what follows it. */
  afterSave(): void {
    void this.#soon().catch(this.#onDefect);
  }

  run(): void {
    void this.#runIfOn().catch(this.#onDefect);
  }

  async #runIfOn(): Promise<void> {
    if (await this.#isOn()) await this.#runner.run();
  }

  async #soon(): Promise<void> {
    if (!(await this.#isOn())) return;
    await browser.alarms.create(SOON, { delayInMinutes: 0.5 });
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.run(), SAVE_MS);
  }

  async #isOn(): Promise<boolean> {
    return (await readState(this.#library.database, 'place')) !== null;
  }
}
