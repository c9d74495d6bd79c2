import { describe, expect, test } from 'vitest';
import { fillRandom } from '../../utils/crypto/bytes';
import { CONNECTION_STEPS, testConnection } from '../../utils/sync/connection-test';
import { SyncError } from '../../utils/sync/errors';
import type { Remote } from '../../utils/sync/remote';
import { MemoryRemote } from '../../utils/sync/remotes/memory';

const { signal } = new AbortController();

/** A folder that does everything but what is given. */
function folder(broken: Partial<Remote>): { readonly inner: MemoryRemote; readonly remote: Remote } {
  const inner = new MemoryRemote();
  const remote: Remote = {
    list: () => inner.list(signal),
    get: (name) => inner.get(name, signal),
    put: (name, bytes) => inner.put(name, bytes, signal),
    del: (name) => inner.del(name, signal),
    ...broken,
  };
  return { inner, remote };
}

describe('connection test', () => {
  test('passes on a good folder and leaves nothing behind', async () => {
    const { inner, remote } = folder({});
    const seen: string[] = [];
    const result = await testConnection(remote, fillRandom, signal, (step) => seen.push(step));
    expect(result).toEqual({ passed: CONNECTION_STEPS, error: null });
    expect(seen).toEqual(CONNECTION_STEPS);
    expect(await inner.list(signal)).toEqual([]);
  });

  test.each<[string, Partial<Remote>, number, string]>([
    ['refuses us', { list: () => Promise.reject(new SyncError('unauthorised')) }, 0, 'unauthorised'],
    ['is read-only', { put: () => Promise.reject(new SyncError('forbidden')) }, 1, 'forbidden'],
    ['says yes and keeps nothing', { put: () => Promise.resolve() }, 2, 'not-landed'],
    ['gives back something else', { get: () => Promise.resolve(new Uint8Array(65_536)) }, 3, 'not-landed'],
    ['never deletes', { del: () => Promise.resolve() }, 4, 'forbidden'],
  ])('says where a folder fails that %s', async (_, broken, passedCount, code) => {
    const { inner, remote } = folder(broken);
    const { passed, error } = await testConnection(remote, fillRandom, signal);
    expect([passed.length, error?.code]).toEqual([passedCount, code]);
    // The sample is gone, unless it is deleting that does not work.
    expect(await inner.list(signal)).toHaveLength(broken.del === undefined ? 0 : 1);
  });
});
