import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountArea, AccountRemote } from '../../utils/sync/remotes/account';
import { remoteContract } from '../sync/remote-contract';
import { UNDER_TEST } from './lib/browsers';
import { Session } from './lib/session';
import { delay } from './lib/wait';

/** Chromium counts writes by the minute, and by nothing that a test could see: a refused one waits this long. */
const PAUSE_MS = 5000;
const PATIENCE_MS = 240_000;

/** `storage.sync` of a page of the extension, seen from here. */
class PageArea implements AccountArea {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async get(keys: string[] | null): Promise<Record<string, unknown>> {
    return (await this.#call('get', keys)) as Record<string, unknown>;
  }

  async set(items: Record<string, string>): Promise<void> {
    await this.#patiently('set', items);
  }

  async remove(keys: string[]): Promise<void> {
    await this.#patiently('remove', keys);
  }

  async clear(): Promise<void> {
    await this.#patiently('clear', null);
  }

  async #patiently(method: string, argument: unknown): Promise<void> {
    for (;;) {
      try {
        await this.#call(method, argument);
        return;
      } catch (error) {
        if (!String(error).includes('MAX_WRITE_OPERATIONS_PER_MINUTE')) throw error;
        await delay(PAUSE_MS);
      }
    }
  }

  async #call(method: string, argument: unknown): Promise<unknown> {
    const answer = await this.#page.evaluate(
      async (name, given) => {
        const { browser, chrome } = globalThis as unknown as Record<string, StorageGlobals | undefined>;
        const area = (browser ?? chrome)?.storage.sync;
        try {
          const value = name === 'clear' ? await area?.['clear']?.() : await area?.[name]?.(given);
          return { value: JSON.stringify(value ?? null), failure: '' };
        } catch (error) {
          return { value: 'null', failure: String(error) };
        }
      },
      method,
      argument,
    );
    if (answer.failure !== '') throw new Error(answer.failure);
    return JSON.parse(answer.value) as unknown;
  }
}

interface StorageGlobals {
  readonly storage: {
    readonly sync: Readonly<Record<string, (argument?: unknown) => Promise<unknown>>>;
  };
}

describe.each(UNDER_TEST)('a real %s', (browser) => {
  let session: Session | null = null;
  let area: PageArea | null = null;
  beforeAll(async () => {
    session = await Session.start(browser);
    area = new PageArea(await session.openExtensionPage('/options.html'));
  });
  afterAll(async () => {
    await session?.close();
  });
  const real = (): PageArea => {
    if (area === null) throw new Error('the browser was not started');
    return area;
  };

  // An account holds one folder; each test of the contract has it to itself, emptied.
  let current = '';
  let emptied: Promise<void> = Promise.resolve();
  const inFolder = (folder: string): AccountArea => {
    const ready = async (): Promise<PageArea> => {
      if (current !== folder) {
        current = folder;
        emptied = real().clear();
      }
      await emptied;
      return real();
    };
    return {
      get: async (keys) => (await ready()).get(keys),
      set: async (items) => (await ready()).set(items),
      remove: async (keys) => (await ready()).remove(keys),
    };
  };
  remoteContract(
    'and its account',
    () =>
      Promise.resolve({
        open: (folder) => new AccountRemote(inFolder(folder)),
        stop: () => Promise.resolve(),
        largestBytes: 70_000,
      }),
    PATIENCE_MS,
  );

  test('has the limits that the transport counts on', { timeout: PATIENCE_MS }, async () => {
    await real().clear();
    await real().set({ k: 'x'.repeat(8189) });
    await expect(real().set({ k: 'x'.repeat(8190) })).rejects.toThrow(/quota/i);
    await real().clear();
    const remote = new AccountRemote(real());
    const { signal } = new AbortController();
    await remote.put('first', new Uint8Array(60_000), signal);
    const second = remote.put('second', new Uint8Array(60_000), signal);
    await expect(second).rejects.toMatchObject({ code: 'full' });
    expect(await remote.list(signal)).toEqual([{ name: 'first', sizeBytes: 60_000 }]);
  });
});
