import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runCommand } from '@/entrypoints/background/commands';
import { createServices } from '@/entrypoints/background/services';
import { COMMANDS } from '@/utils/platform/commands';

const send = vi.fn<(tabId: number, message: unknown, options: unknown) => Promise<unknown>>();

// Opened by nothing here: the commands tested only ask the page.
const { library } = createServices();

beforeEach(() => {
  fakeBrowser.reset();
  send.mockReset().mockResolvedValue({ ok: true, value: true });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send);
});

describe('a key that was pressed', () => {
  test.each([
    ['next-name', 'stepMention', { step: 1 }],
    ['previous-name', 'stepMention', { step: -1 }],
    ['open-card', 'openCard', {}],
    ['toggle-marks', 'toggleMarks', {}],
  ])('%s asks the top frame of the tab', async (name, call, request) => {
    await runCommand(library, name, { id: 7 });
    expect(send.mock.calls).toEqual([[7, { door: 'tab', call, request }, { frameId: 0 }]]);
  });

  test('goes to the tab in front when the browser names none', async () => {
    await fakeBrowser.windows.create({ focused: true, url: 'https://news.example/story' });
    const [tab] = await fakeBrowser.tabs.query({ active: true });
    await runCommand(library, 'next-name', undefined);
    expect(send.mock.calls[0]?.[0]).toBe(tab?.id);
  });

  test('does nothing on a page that is not read, and nothing for a name of another version', async () => {
    send.mockRejectedValue(new Error('Receiving end does not exist'));
    for (const name of COMMANDS.slice(0, 4)) await runCommand(library, name, { id: 7 });
    expect(send).toHaveBeenCalledTimes(4);
    send.mockClear();
    await runCommand(library, 'no-longer-there', { id: 7 });
    expect(send).not.toHaveBeenCalled();
  });

  test('tells of a page that fails', async () => {
    send.mockResolvedValue({ ok: false, code: 'internal', message: 'x' });
    await expect(runCommand(library, 'open-card', { id: 7 })).rejects.toMatchObject({ code: 'internal' });
  });
});
