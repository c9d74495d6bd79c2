import type { AccountArea } from '../../utils/sync/remotes/account';

/** `storage.sync` with the limits that Chromium and Firefox document and keep: a thing of the outside, so a fake may stand in. */
export class FakeAccount implements AccountArea {
  readonly items = new Map<string, string>();
  writes = 0;

  get(keys: string[] | null): Promise<Record<string, unknown>> {
    const wanted = keys ?? [...this.items.keys()];
    return Promise.resolve(
      Object.fromEntries(wanted.flatMap((key) => (this.items.has(key) ? [[key, this.items.get(key)]] : []))),
    );
  }

  set(items: Record<string, string>): Promise<void> {
    const next = new Map([...this.items, ...Object.entries(items)]);
    const sizes = [...next].map(([key, value]) => bytes(key) + bytes(JSON.stringify(value)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.some((size) => size > 8192)) return refuse('QUOTA_BYTES_PER_ITEM quota exceeded');
    if (total > 102_400) return refuse('QUOTA_BYTES quota exceeded');
    if (next.size > 512) return refuse('MAX_ITEMS quota exceeded');
    this.writes += 1;
    for (const [key, value] of next) this.items.set(key, value);
    return Promise.resolve();
  }

  remove(keys: string[]): Promise<void> {
    for (const key of keys) this.items.delete(key);
    return Promise.resolve();
  }
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refuse(message: string): Promise<never> {
  return Promise.reject(new Error(message));
}
