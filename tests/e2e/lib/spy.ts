import type { Page } from 'puppeteer-core';

/** What a curious page found out about the extension. */
export interface SpyReport {
  /** Whether `window.find` found the text. */
  readonly find: boolean;
  /** Everything that selecting the whole page selects. */
  readonly selection: string;
  /** Keys and input that events told of. */
  readonly keys: readonly string[];
  /** Addresses in resource timing. */
  readonly resources: readonly string[];
  /** `window.length`: frames that the page can reach. */
  readonly frameCount: number;
  /** All markup, open shadow roots included. */
  readonly markup: string;
  /** Names and ranges' texts of the highlights. */
  readonly highlights: readonly string[];
  /** What arrived as window messages. */
  readonly messages: readonly string[];
  /** Tags of elements that were added to the page after it loaded. */
  readonly added: readonly string[];
  /** Whether the address that the page was told to try could be fetched. */
  readonly fetched: boolean;
}

/** Runs in the page's head, before any other script: listens to everything that a page can listen to. */
export const SPY_SCRIPT = `
  window.spied = { keys: [], messages: [], added: [] };
  for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'compositionupdate', 'paste', 'copy']) {
    window.addEventListener(type, (event) => window.spied.keys.push(type + ' ' + (event.key ?? event.data)), true);
  }
  window.addEventListener('message', (event) => window.spied.messages.push(JSON.stringify(event.data) ?? 'undefined'), true);
  window.addEventListener('load', () => {
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) window.spied.added.push(node.nodeName);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
`;

/**
 * Has the page look for a text that only the extension knows.
 *
 * @param guess an address of the extension to try, or null when a page could not guess any
 */
export function spyFor(page: Page, secret: string, guess: string | null): Promise<SpyReport> {
  return page.evaluate(
    async (text, address) => {
      const spied = (globalThis as unknown as { spied: Pick<SpyReport, 'keys' | 'messages' | 'added'> })
        .spied;
      const markupOf = (root: Document | ShadowRoot): string => {
        const own = root instanceof Document ? root.documentElement.outerHTML : root.innerHTML;
        const inner = [...root.querySelectorAll('*')].map((element) =>
          element.shadowRoot ? markupOf(element.shadowRoot) : '',
        );
        return own + inner.join('');
      };
      const highlights = [...CSS.highlights.entries()].flatMap(([name, set]) => [
        name,
        ...[...set.values()].map((range) => range.startContainer.textContent ?? ''),
      ]);
      const find = (globalThis as unknown as { find(wanted: string): boolean }).find(text);
      document.execCommand('selectAll');
      const selection = getSelection()?.toString() ?? '';
      getSelection()?.removeAllRanges();
      const fetched =
        address !== null &&
        (await fetch(address).then(
          () => true,
          () => false,
        ));
      return {
        find,
        selection,
        keys: spied.keys,
        resources: performance.getEntriesByType('resource').map(({ name }) => name),
        frameCount: window.length,
        markup: markupOf(document),
        highlights,
        messages: spied.messages,
        added: spied.added,
        fetched,
      };
    },
    secret,
    guess,
  );
}
