import { mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { hoverMark } from './card';
import { waitUntilReady } from './extension-page';
import { DEMO_PATH, serveDemo } from './demo-article';
import { grantedFolder } from './granted.mjs';
import type { BrowserName } from './find-browser.mjs';
import { launch, type Launched } from './launch';
import { readAllMarks, waitForFirstMarks, waitForMarks, type Mark } from './marks';
import { filesIn, serve, type Server } from './serve';

export interface ShowOptions {
  readonly browser: BrowserName;
  readonly executablePath: string;
  readonly profileFolder: string;
  readonly url: string | null;
  readonly file: string | null;
  readonly headless: boolean;
}

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Well past the card's 90 ms. */
const FADE_MS = 300;

/** Size of the window that a picture is taken of, in CSS pixels. */
const PICTURE = { width: 1280, height: 900 };

/**
 * Opens a page in a browser with the extension. With a display, until the reader closes the browser; without one, long
 * enough to look at the page and save a picture.
 *
 * @returns the exit code: 1 when the demonstration article stayed dark or showed no card
 */
export async function showArticle(options: ShowOptions): Promise<number> {
  const headless = options.headless || !hasDisplay();
  const { url, server } = await addressOf(options);
  const launched = await launch({
    name: options.browser,
    executablePath: options.executablePath,
    headless,
    profileFolder: options.profileFolder,
    extensionFolder: grantedFolder(options.browser),
    testing: headless,
    viewport: headless ? PICTURE : null,
  });
  try {
    // Only under automation can a page of the extension be asked; readers see names come in as packs do.
    if (headless) await waitUntilReady(launched);
    const page = await openAlone(launched, url, headless ? PICTURE : null);
    if (headless) return await takeALook(page, options);
    await waitForFirstMarks(page, 1);
    console.log(`\nReading ${url}`);
    console.log('Rest the pointer on an underlined name. Close the browser, or press Ctrl+C here, to end.');
    await closedByReader(launched);
    return 0;
  } finally {
    await launched.browser.close().catch(() => undefined);
    await server?.close();
  }
}

async function addressOf({ url, file }: ShowOptions): Promise<{ url: string; server: Server | null }> {
  if (url !== null) return { url, server: null };
  if (file !== null) {
    const server = await serve(filesIn(dirname(file)));
    return { url: `${server.origin}/${encodeURIComponent(basename(file))}`, server };
  }
  const server = await serveDemo(ROOT);
  return { url: `${server.origin}${DEMO_PATH}`, server };
}

/** Whether there is a screen to open a window on. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens the page in the tab that the browser started with, so that nothing else is in the way. */
async function openAlone({ browser }: Launched, url: string, viewport: typeof PICTURE | null): Promise<Page> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  if (viewport !== null) await page.setViewport(viewport);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  await page.bringToFront();
  return page;
}

/** Resolves when the browser has been closed, or on Ctrl+C. */
function closedByReader({ browser }: Launched): Promise<void> {
  return new Promise((closed) => {
    browser.once('disconnected', () => closed());
    process.once('SIGINT', () => closed());
    process.once('SIGTERM', () => closed());
  });
}

async function takeALook(page: Page, options: ShowOptions): Promise<number> {
  const isDemo = options.url === null && options.file === null;
  await waitForFirstMarks(page, isDemo ? 3 : 1);
  const marks = await readAllMarks(page);
  // Only what is near the viewport is registered, and the page has just been made small again.
  const first = (await waitForMarks(page, 1, 3000))[0];
  const card = first === undefined ? null : await hoverMark(page, first.text);
  // The card fades in.
  await delay(FADE_MS);
  const picture = join(ROOT, '.cache', 'start', `${options.browser}.png`);
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });

  console.log('\nNo display: the page was read without a window.');
  console.log(`picture: ${relative(process.cwd(), picture)}`);
  console.log(marks.length === 0 ? 'names: none were found' : `names: ${namesIn(marks)}`);
  if (card !== null) console.log(`card: ${firstLines(card.text)}`);
  if (!isDemo || (marks.length > 0 && card !== null)) return 0;
  console.error(marks.length === 0 ? 'The demonstration article stayed dark.' : 'No card opened.');
  return 1;
}

/** "Islamic State, IS (4), Daesh (2)": every spelling in order of appearance with its count. */
function namesIn(marks: readonly Mark[]): string {
  const counts = new Map<string, number>();
  for (const { text } of marks) {
    const name = text.replaceAll(/\s+/g, ' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(', ');
}

/** The card's first three lines that say something, on one line. */
function firstLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .join(' · ');
}
