import { beforeEach, describe, expect, test } from 'vitest';
import type { EntityId, Ticket } from '@/utils/model/ids';
import { Tickets, type CardRight, type SessionStore } from '@/utils/services/tickets';

const right: CardRight = {
  type: 'entity',
  tabId: 7,
  entityId: 'e' as EntityId,
  runnerUpId: null,
  surface: 'is',
  where: { page: 'https://news.example/story', site: 'news.example', everywhere: '' },
  card: {
    type: 'entity',
    name: 'Islamic State',
    kind: 'group',
    packName: null,
    summary: '',
    day: null,
    surface: 'IS',
    reasons: [],
    runnerUp: null,
    site: 'news.example',
  },
  inFront: {
    page: {
      url: 'https://news.example/story',
      title: 'A story',
      site: 'News',
      language: 'en',
      published: null,
      section: '',
    },
    entityIds: [],
    sentences: [],
  },
};

function memoryStore(): SessionStore & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (keys) => keys.forEach((key) => values.delete(key)),
    keys: async () => [...values.keys()],
  };
}

describe('Tickets', () => {
  let now = 0;
  let count = 0;
  let store = memoryStore();
  let tickets = new Tickets(
    store,
    () => now,
    () => `id${(count += 1)}`,
  );

  beforeEach(() => {
    now = 1_000_000;
    store = memoryStore();
    tickets = new Tickets(
      store,
      () => now,
      () => `id${(count += 1)}`,
    );
  });

  test('a ticket opens its card once', async () => {
    const ticket = await tickets.issue(right);
    expect((await tickets.redeem(ticket, 7)).right).toEqual(right);
    await expect(tickets.redeem(ticket, 7)).rejects.toMatchObject({ code: 'expired' });
  });

  test('another tab cannot use it', async () => {
    const ticket = await tickets.issue(right);
    await expect(tickets.redeem(ticket, 8)).rejects.toMatchObject({ code: 'expired' });
  });

  test('it is worth nothing after a minute', async () => {
    const ticket = await tickets.issue(right);
    now += 60_001;
    await expect(tickets.redeem(ticket, 7)).rejects.toMatchObject({ code: 'expired' });
  });

  test('a ticket is no session and a session no ticket', async () => {
    const ticket = await tickets.issue(right);
    await expect(tickets.open(ticket, 7)).rejects.toMatchObject({ code: 'expired' });
    const { session } = await tickets.redeem(ticket, 7);
    await expect(tickets.redeem(session, 7)).rejects.toMatchObject({ code: 'expired' });
    expect(await tickets.open(session, 7)).toEqual(right);
  });

  test('survives a restart of the worker', async () => {
    const ticket = await tickets.issue(right);
    const restarted = new Tickets(
      store,
      () => now,
      () => 'other',
    );
    expect((await restarted.redeem(ticket, 7)).right).toEqual(right);
  });

  test('a guess opens nothing', async () => {
    await expect(tickets.redeem('__proto__' as Ticket, 7)).rejects.toMatchObject({ code: 'expired' });
  });

  test('forgotten tickets do not pile up', async () => {
    for (let index = 0; index < 100; index += 1) {
      await tickets.issue(right);
      now += 5_000;
    }
    expect(store.values.size).toBeLessThan(50);
  });
});
