import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper, type DraftState } from '../../components/draft-keeper';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keeperWith(keep: (body: string) => Promise<void>): { keeper: DraftKeeper; states: DraftState[] } {
  const states: DraftState[] = [];
  return { keeper: new DraftKeeper(keep, (state) => states.push(state)), states };
}

test('keeps the newest text once typing rests, within 300 ms', async () => {
  const kept: string[] = [];
  const { keeper, states } = keeperWith(async (body) => void kept.push(body));
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(200);
  keeper.change('ab');
  await vi.advanceTimersByTimeAsync(200);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(kept).toEqual(['ab']);
  expect(states).toEqual(['waiting', 'waiting', 'kept']);
});

test('flushing sends in the same turn and only once', async () => {
  const kept: string[] = [];
  const { keeper } = keeperWith(async (body) => void kept.push(body));
  keeper.change('leaving');
  const done = keeper.flush();
  expect(kept).toEqual(['leaving']);
  await done;
  await keeper.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kept).toEqual(['leaving']);
});

test('settling forgets what waits and waits for what is under way', async () => {
  const kept: string[] = [];
  const finish: (() => void)[] = [];
  const { keeper } = keeperWith((body) => {
    kept.push(body);
    return new Promise((resolve) => finish.push(resolve));
  });
  keeper.change('sent');
  void keeper.flush();
  keeper.change('not sent');
  let isSettled = false;
  const settled = keeper.settle().then(() => (isSettled = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isSettled).toBe(false);
  finish[0]?.();
  await settled;
  expect(kept).toEqual(['sent']);
});

test('an old answer says nothing about a newer text; a failure is told', async () => {
  const fail: ((error: Error) => void)[] = [];
  const { keeper, states } = keeperWith(() => new Promise((_resolve, reject) => fail.push(reject)));
  keeper.change('a');
  const first = keeper.flush();
  keeper.change('ab');
  fail.at(-1)?.(new Error('full'));
  await first;
  expect(states).toEqual(['waiting', 'waiting']);
  const second = keeper.flush();
  fail.at(-1)?.(new Error('full'));
  await second;
  expect(states.at(-1)).toBe('failed');
});
