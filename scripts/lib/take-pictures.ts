import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { hoverMark } from './card';
import { waitUntilReady } from './extension-page';
import { DEMO_PATH, serveDemo } from './demo-article';
import { grantedFolder } from './granted.mjs';
import { launch, openTab, type Launched } from './launch';
import { waitForFirstMarks } from './marks';

const ROOT = resolve(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, 'docs');

/** Narrow enough that the article takes the whole width, high enough for the whole card below its word. */
const VIEWPORT = { width: 800, height: 1020 };

/** For sharp displays. */
const SCALE = 1.5;

/** The note that the pictures show, written in the real popup. */
const NOTE = 'Careful with “former”: in copy from 2020 he is still in office.';

/** A name that a picture shows with its card. */
const SHOWN = 'Ben Wallace';

/** Takes the README's pictures of the real extension in Chromium: `docs/{article,popup,entry}[-dark].png`. */
export async function takePictures(executablePath: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const dark of [false, true]) await takeSet(executablePath, dark);
}

async function takeSet(executablePath: string, dark: boolean): Promise<void> {
  const profileFolder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const server = await serveDemo(ROOT);
  const launched = await launch({
    name: 'chromium',
    executablePath,
    headless: true,
    profileFolder,
    extensionFolder: grantedFolder('chromium'),
    testing: true,
    viewport: VIEWPORT,
    scale: SCALE,
    dark,
  });
  const file = (what: string): string => join(PICTURES, `${what}${dark ? '-dark' : ''}.png`);
  try {
    await waitUntilReady(launched);
    const page = await openTab(launched, VIEWPORT);
    await page.goto(`${server.origin}${DEMO_PATH}`);
    if ((await waitForFirstMarks(page)).length === 0)
      throw new Error('The demonstration article stayed dark.');
    await takePopup(launched, page, file);
    await takeArticle(page, file('article'));
  } finally {
    await launched.browser.close();
    await server.close();
    rmSync(profileFolder, { recursive: true, force: true });
  }
}

async function takePopup(launched: Launched, page: Page, file: (what: string) => string): Promise<void> {
  const driver = await launched.browser.newPage();
  await driver.goto(`${launched.extensionOrigin}/card.html`);
  await page.bringToFront();
  await driver.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
    ).chrome.action.openPopup(),
  );
  const target = await launched.browser.waitForTarget((candidate) => candidate.url().includes('/popup.html'));
  const popup = await target.asPage();
  await popup.waitForSelector('button.item');
  await popup.screenshot({ path: file('popup') });
  await popup.locator(`button.item ::-p-text(${SHOWN})`).click();
  await popup.waitForSelector('textarea');
  await popup.type('textarea', NOTE);
  await popup.locator('button.primary ::-p-text(Save)').click();
  await popup.waitForFunction((text) => document.body.innerText.includes(text), {}, NOTE);
  // Saving leaves the editor's place in sight; the picture shows the entry from its head.
  await popup.evaluate(() => {
    document.querySelector('main')?.scrollTo(0, 0);
    scrollTo(0, 0);
  });
  await popup.screenshot({ path: file('entry') });
  await popup.close();
  await driver.close();
}

async function takeArticle(page: Page, path: string): Promise<void> {
  await page.bringToFront();
  const card = await hoverMark(page, SHOWN);
  if (card === null) throw new Error('No card opened.');
  // The card fades in.
  await new Promise((resume) => {
    setTimeout(resume, 300);
  });
  await page.screenshot({ path });
}
