import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageClient, panelClient } from '@/utils/messaging/client';
import { openDoor, serve, type Handlers, type Sender } from '@/utils/messaging/server';
import type { RequestSchemas } from '@/utils/messaging/schemas';
import { CallError } from '@/utils/model/call-error';

type EchoCalls = {
  echo(request: { text: string }): string;
  fail(request: Record<string, never>): void;
  break(request: Record<string, never>): void;
};

const schemas: RequestSchemas<EchoCalls> = {
  echo: v.strictObject({ text: v.pipe(v.string(), v.maxLength(5)) }),
  fail: v.strictObject({}),
  break: v.strictObject({}),
};

const handlers: Handlers<EchoCalls> = {
  echo: ({ text }) => text,
  fail: () => {
    throw new CallError('not-found', 'the note is gone');
  },
  break: () => {
    throw new TypeError('secret note text');
  },
};

type Listener = (message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => unknown;

const listeners: Listener[] = [];

/** Delivers a message as the browser would, from a sender of the test's choice. Undefined: nobody answered. */
function deliver(message: unknown, sender: Sender = { id: fakeBrowser.runtime.id }): Promise<unknown> {
  return new Promise((resolve) => {
    const answers = listeners.map((listener) => listener(message, sender, resolve));
    if (!answers.includes(true)) resolve(undefined);
  });
}

const call = (name: string, request: unknown, door = 'panel'): Promise<unknown> =>
  deliver({ door, call: name, request });

describe('serve', () => {
  const onDefect = vi.fn<(error: unknown) => void>();
  const allows = vi.fn<() => boolean>();

  beforeEach(() => {
    fakeBrowser.reset();
    onDefect.mockReset();
    allows.mockReset().mockReturnValue(true);
    listeners.length = 0;
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as Listener);
    });
    serve([openDoor<EchoCalls>({ door: 'panel', schemas, handlers, allows })], onDefect);
  });
  afterEach(() => vi.restoreAllMocks());

  test('answers a call that is allowed and well formed', async () => {
    expect(await call('echo', { text: 'hello' })).toEqual({ ok: true, value: 'hello' });
  });

  test('asks who is calling before it looks at what is asked', async () => {
    allows.mockReturnValue(false);
    expect(await call('no such call', { text: 42 })).toMatchObject({ ok: false, code: 'forbidden' });
  });

  test.each([
    ['an unknown call', 'nothing', {}],
    ['a name of every object', 'constructor', {}],
    ['a wrong type', 'echo', { text: 42 }],
    ['no argument', 'echo', undefined],
    ['a text over its limit', 'echo', { text: 'too long' }],
    ['a key too many', 'echo', { text: 'hello', more: 1 }],
  ])('refuses %s as malformed', async (_what, name, request) => {
    expect(await call(name, request)).toMatchObject({ ok: false, code: 'malformed' });
    expect(onDefect).not.toHaveBeenCalled();
  });

  test('never repeats a refused value, which may be a note', async () => {
    expect(JSON.stringify(await call('echo', { text: 'my source is Jane' }))).not.toContain('Jane');
  });

  test('passes on a failure with its code', async () => {
    expect(await call('fail', {})).toEqual({ ok: false, code: 'not-found', message: 'the note is gone' });
  });

  test('tells a defect to the log and not to the caller', async () => {
    const reply = await call('break', {});
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(onDefect).toHaveBeenCalledOnce();
  });

  test.each([
    [
      'a call to another door, so that its own listener can answer',
      { door: 'tab', call: 'echo', request: {} },
    ],
    ['an event', { event: 'libraryChanged', detail: {} }],
    ['nonsense', 'hello'],
  ])('stays silent on %s', async (_what, message) => {
    expect(await deliver(message)).toBeUndefined();
  });

  test('stays silent for another extension', async () => {
    const message = { door: 'panel', call: 'echo', request: { text: 'hello' } };
    expect(await deliver(message, { id: 'another-extension' })).toBeUndefined();
  });
});

describe('clients', () => {
  beforeEach(() => fakeBrowser.reset());

  test('reject with the code of the reply', async () => {
    fakeBrowser.runtime.onMessage.addListener((_message, _sender, sendResponse) => {
      sendResponse({ ok: false, code: 'expired', message: 'too late' });
      return true;
    });
    await expect(panelClient().getStatus({})).rejects.toMatchObject({ name: 'CallError', code: 'expired' });
  });

  test('say unavailable when nobody answers', async () => {
    await expect(pageClient().hello({ url: 'https://example.org/' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
