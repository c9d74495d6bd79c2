import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageClient, panelClient, tabClient } from '../../utils/messaging/client';

const UNHEARD = new Error('Could not establish connection. Receiving end does not exist.');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a message to a background that is just being stopped', () => {
  const hello = { url: 'https://example.org/' };

  test('is sent once more from a page, whose questions may be heard twice', async () => {
    const send = vi
      .spyOn(browser.runtime, 'sendMessage')
      .mockRejectedValueOnce(UNHEARD)
      .mockResolvedValueOnce({ ok: true, value: null } as never);
    await expect(pageClient().hello(hello)).resolves.toBeNull();
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('is given up when nobody hears it the second time', async () => {
    const send = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(UNHEARD);
    await expect(pageClient().hello(hello)).rejects.toMatchObject({ code: 'unavailable' });
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('is not sent again from a panel, where it may have written something', async () => {
    const send = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(UNHEARD);
    await expect(panelClient().takeOpenRequest({})).rejects.toMatchObject({ code: 'unavailable' });
    expect(send).toHaveBeenCalledOnce();
  });

  test('a tab without a content script is asked once', async () => {
    const send = vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(UNHEARD);
    await expect(tabClient(1).describePage({})).rejects.toMatchObject({ code: 'unavailable' });
    expect(send).toHaveBeenCalledOnce();
  });
});
