import type { Page } from 'puppeteer-core';
import { until } from './wait';

/** What a page of the extension shows, as its reader reads it. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Presses the first button with exactly these words, once it can be pressed. */
export async function pressButton(page: Page, words: string): Promise<void> {
  await until(
    () =>
      page.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent, disabled }) => textContent === wanted && !disabled,
        );
        button?.click();
        return button !== undefined;
      }, words),
    `the button ${words} can be pressed`,
  );
}

/** Types into the field with this label, over what stands there. */
export async function fillField(page: Page, label: string, value: string): Promise<void> {
  await until(
    () =>
      page.evaluate(
        (wanted, typed) => {
          const found = [...document.querySelectorAll('label')].find(
            ({ textContent }) => textContent === wanted,
          );
          const input =
            found === undefined
              ? null
              : document.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
          if (input === null) return false;
          input.value = typed;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        },
        label,
        value,
      ),
    `the field ${label}`,
  );
}

/** Chooses the answer with these words. */
export async function chooseAnswer(page: Page, words: string): Promise<void> {
  await until(
    () =>
      page.evaluate((wanted) => {
        const label = [...document.querySelectorAll('label')].find((candidate) =>
          candidate.textContent.startsWith(wanted),
        );
        label?.querySelector('input')?.click();
        return label !== undefined;
      }, words),
    `the answer ${words}`,
  );
}
