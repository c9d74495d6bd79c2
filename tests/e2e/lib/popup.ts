import type { Page } from 'puppeteer-core';
import type { ExtensionGlobals } from './extension-globals';
import type { Session } from './session';
import { until } from './wait';

/**
 * The real action popup, opened over a tab. In Chromium it is driven like a page, with real keys and clicks. Firefox keeps
 * it from automation; there another page of the extension reaches into it.
 */
export interface Popup {
  text(): Promise<string>;
  /** Clicks the first element that matches the selector and contains the text. */
  click(selector: string, text?: string): Promise<void>;
  /** Types into the first field that matches. */
  type(selector: string, text: string): Promise<void>;
  value(selector: string): Promise<string>;
  close(): Promise<void>;
}

/** Brings a tab to the front and opens the popup over it. */
export async function openPopup(session: Session, page: Page): Promise<Popup> {
  const driver = await session.openExtensionPage();
  await page.bringToFront();
  await driver.evaluate(() => (globalThis as unknown as ExtensionGlobals).browser.action.openPopup());
  return session.name === 'chromium' ? chromiumPopup(session, driver) : firefoxPopup(driver);
}

/** The popup that Chromium opens over a tab after something else than a click on the toolbar. */
export async function popupAfter(session: Session, page: Page, act: () => Promise<void>): Promise<Popup> {
  const driver = await session.openExtensionPage();
  await page.bringToFront();
  await act();
  return chromiumPopup(session, driver);
}

async function chromiumPopup(session: Session, driver: Page): Promise<Popup> {
  const target = await session.browser.waitForTarget((candidate) => candidate.url().includes('/popup.html'));
  const page = await target.asPage();
  return {
    text: () => page.evaluate(() => document.body.innerText),
    async click(selector, text = '') {
      const found = await until(async () => {
        for (const element of await page.$$(selector)) {
          if (await element.evaluate((node, wanted) => node.textContent.includes(wanted), text))
            return element;
        }
        return null;
      }, `the popup has ${selector} with "${text}"`);
      await found?.click();
    },
    async type(selector, text) {
      await page.waitForSelector(selector);
      await page.type(selector, text);
    },
    value: (selector) => page.$eval(selector, (element) => (element as HTMLInputElement).value),
    async close() {
      await page.close().catch(() => undefined);
      await driver.close();
    },
  };
}

async function firefoxPopup(driver: Page): Promise<Popup> {
  /** Runs one step inside the popup; null when there is nothing to do it on (yet). */
  const inPopup = (
    step: 'text' | 'click' | 'type' | 'value' | 'close',
    selector = '',
    text = '',
  ): Promise<string | null> =>
    driver.evaluate(
      (what, css, wanted) => {
        const view = (globalThis as unknown as ExtensionGlobals).browser.extension.getViews({
          type: 'popup',
        })[0];
        if (view === undefined) return null;
        if (what === 'text') return view.document.body.innerText;
        if (what === 'close') {
          view.close();
          return '';
        }
        const elements = [...view.document.querySelectorAll<HTMLInputElement>(css)];
        const element =
          what === 'click' ? elements.find((node) => node.textContent.includes(wanted)) : elements[0];
        if (element === undefined) return null;
        if (what === 'click') element.click();
        if (what === 'type') {
          element.focus();
          element.value += wanted;
          element.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        return element.value ?? '';
      },
      step,
      selector,
      text,
    );
  const insist = async (...step: Parameters<typeof inPopup>): Promise<string> => {
    const answer = await until(
      async () => {
        const value = await inPopup(...step);
        return value === null ? null : { value };
      },
      `the popup can do ${step.join(' ')}`,
    );
    return answer?.value ?? '';
  };
  await insist('text');
  return {
    text: () => insist('text'),
    click: async (selector, text) => void (await insist('click', selector, text)),
    type: async (selector, text) => void (await insist('type', selector, text)),
    value: (selector) => insist('value', selector),
    async close() {
      await inPopup('close');
      await driver.close();
    },
  };
}
