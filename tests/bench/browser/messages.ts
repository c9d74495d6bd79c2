import type { Page } from 'puppeteer-core';
import type { Call, Reply } from '../../../utils/messaging/wire';
import { delay } from './page-run';
import type { BenchBrowser } from './session';

/** The text of an article as the content script sends it. */
export type Blocks = readonly { readonly id: number; readonly text: string }[];

/** Paragraphs of a generated page, without their tags. */
export function blocksOf(html: string): Blocks {
  const body = /<article>([^]*)<\/article>/.exec(html)?.[1] ?? '';
  return body
    .split(/<\/(?:p|h1|h2|figcaption)>/)
    .map((part) =>
      part
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text, id) => ({ id, text }));
}

/**
 * Asks the background for the mentions of one article from the content script's side, as a new document.
 *
 * @returns wall time from the call to its answer in milliseconds
 */
export async function roundTrip(page: Page, blocks: Blocks): Promise<number> {
  const realm = page.extensionRealms()[0];
  if (realm === undefined) throw new Error('the page has no content script');
  const call: Call = {
    door: 'page',
    call: 'findMentions',
    request: {
      documentId: `bench${Math.random().toString(36).slice(2)}`,
      page: {
        url: page.url(),
        title: '',
        site: '',
        language: 'en',
        published: '2024-03-12',
        section: '',
      },
      blocks,
      gone: [],
      fresh: true,
    },
  };
  const [elapsedMs, reply] = await realm.evaluate(
    async (message) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<Reply> } } }
      ).chrome;
      const began = performance.now();
      const answer = await runtime.sendMessage(message);
      return [performance.now() - began, answer] as const;
    },
    call as unknown as Record<string, unknown>,
  );
  if (!reply.ok) throw new Error(`findMentions: ${reply.code} ${reply.message}`);
  return elapsedMs;
}

/** Round trips with the worker awake; every article is one that it has not seen before, or long ago. */
export async function warmTrips(page: Page, articles: readonly Blocks[], count: number): Promise<number[]> {
  for (const blocks of articles) await roundTrip(page, blocks);
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    times.push(await roundTrip(page, articles[turn % articles.length] ?? []));
  }
  return times;
}

/** Round trips that have to start the worker first. */
export async function coldTrips(
  session: BenchBrowser,
  page: Page,
  articles: readonly Blocks[],
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await session.stopWorker();
    await delay(200);
    times.push(await roundTrip(page, articles[turn % articles.length] ?? []));
  }
  return times;
}
