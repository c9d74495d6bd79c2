import type { Storage } from 'webextension-polyfill';
import { browser } from './browser';

/** Small values that outlive a worker but not the browser session, in `storage.session`. */
export const sessionStore = {
  async get(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [key]: value });
  },
  async remove(keys: readonly string[]): Promise<void> {
    await browser.storage.session.remove([...keys]);
  },
  async keys(): Promise<string[]> {
    return Object.keys(await browser.storage.session.get(null));
  },
} as const;

/** What the polyfill's types do not know yet. */
interface ClosableStore extends Storage.StorageArea {
  readonly setAccessLevel?: (options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/**
 * Closes both stores to content scripts, which could read `storage.local` by default. Firefox has no such switch; there
 * the stores hold nothing secret that a page's process could not ask for anyway.
 */
export async function closeStoresToPages(): Promise<void> {
  const stores: readonly ClosableStore[] = [browser.storage.local, browser.storage.session];
  for (const store of stores) await store.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
