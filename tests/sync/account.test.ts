import { expect, test } from 'vitest';
import { syncErrorOf } from '../../utils/sync/errors';
import { AccountRemote } from '../../utils/sync/remotes/account';
import { Random } from '../crdt/random';
import { FakeAccount } from './fake-account';

const { signal } = new AbortController();

test('a file that does not fit is refused as full, and what was there stays', async () => {
  const area = new FakeAccount();
  const remote = new AccountRemote(area);
  const bytes = new Random(1).fillBytes(new Uint8Array(60_000));
  await remote.put('first', bytes, signal);
  const code = await remote.put('second', bytes, signal).then(
    () => null,
    (cause: unknown) => syncErrorOf(cause).code,
  );
  expect(code).toBe('full');
  expect(await remote.list(signal)).toEqual([{ name: 'first', sizeBytes: 60_000 }]);
  expect(await remote.get('first', signal)).toEqual(bytes);
});

test('a file of many pieces is written in one call', async () => {
  const area = new FakeAccount();
  await new AccountRemote(area).put('file', new Random(2).fillBytes(new Uint8Array(50_000)), signal);
  expect(area.items.size).toBeGreaterThan(5);
  expect(area.writes).toBe(1);
});

test('a file of which a piece has not arrived yet is not there', async () => {
  const area = new FakeAccount();
  const remote = new AccountRemote(area);
  await remote.put('file', new Random(3).fillBytes(new Uint8Array(20_000)), signal);
  area.items.delete('f/file#1');
  expect(await remote.list(signal)).toEqual([]);
  expect(await remote.get('file', signal)).toBeNull();
});

test('items of somebody else are left alone', async () => {
  const area = new FakeAccount();
  area.items.set('theme', 'dark');
  const remote = new AccountRemote(area);
  await remote.put('file', new Uint8Array([1]), signal);
  await remote.del('file', signal);
  expect(await remote.list(signal)).toEqual([]);
  expect([...area.items]).toEqual([['theme', 'dark']]);
});

test('too many writes ask for patience', async () => {
  const area = new FakeAccount();
  area.set = () =>
    Promise.reject(new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.'));
  const error = await new AccountRemote(area).put('file', new Uint8Array([1]), signal).catch(syncErrorOf);
  expect(error).toMatchObject({ code: 'busy', retryable: true, retryAfterMs: 60_000 });
});
