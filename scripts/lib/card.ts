import type { Frame, Page } from 'puppeteer-core';
import { pointOfMark } from './marks';

/** A card that is open on a page. */
export interface OpenCard {
  readonly frame: Frame;
  /** What the card says, as its reader sees it. */
  readonly text: string;
}

/** How long one rest of the pointer waits for its card before the pointer comes anew. */
const REST_MS = 4000;

/**
 * Rests the pointer on a marked word and waits for its card. A page that moves the word away in that moment (a paragraph
 * that arrives late) closes nothing and opens nothing: the pointer goes after the word, as a reader's would.
 *
 * @returns the card, or null when none came in time
 */
export async function hoverMark(
  page: Page,
  text: string,
  nth = 0,
  timeoutMs = 12_000,
): Promise<OpenCard | null> {
  await page.bringToFront();
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline;) {
    await restOn(page, text, nth);
    const card = await waitForCard(page, Math.min(REST_MS, deadline - Date.now()));
    if (card !== null) return card;
  }
  return null;
}

async function restOn(page: Page, text: string, nth: number): Promise<void> {
  await pointOfMark(page, text, nth);
  // The page is told of that scrolling a frame later, and a word that scrolls under the pointer opens no card.
  await page.evaluate(framesHavePassed, SETTLE_FRAMES);
  const point = await pointOfMark(page, text, nth);
  if (point === null) throw new Error(`no mark says "${text}" (${nth})`);
  // From beside the word: a pointer that is there already has not moved, and only moving counts.
  await page.mouse.move(Math.max(1, point.x - 60), Math.max(1, point.y - 40));
  await page.mouse.move(point.x, point.y, { steps: 4 });
}

/** Waits for a card that has something to say. */
export async function waitForCard(page: Page, timeoutMs = 8000): Promise<OpenCard | null> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline;) {
    const card = await readCard(page);
    if (card !== null) return card;
    await pause(50);
  }
  return null;
}

/** The card that is drawn now, or null. A hidden card draws nothing. */
export async function readCard(page: Page): Promise<OpenCard | null> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    const text = await withinTime(frame.evaluate(cardText), FRAME_TIMEOUT_MS);
    if (text !== null && text !== '') return { frame, text };
  }
  return null;
}

/** A scroll event comes with the next frame; painting anew what came into view takes another few. */
const SETTLE_FRAMES = 10;

/** In the page: resolves after so many frames. */
async function framesHavePassed(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await new Promise((resume) => {
      requestAnimationFrame(resume);
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, ms);
  });
}

/** A frame that is being replaced may never answer. */
const FRAME_TIMEOUT_MS = 1000;

/** In the frame: what the card says, or null when it is no card. Firefox tells automation `about:blank` for its address. */
function cardText(): string | null {
  return location.pathname === '/card.html' ? document.body.innerText.trim() : null;
}

async function withinTime<Value>(promise: Promise<Value>, limitMs: number): Promise<Value | null> {
  const late = new Promise<null>((resume) => {
    setTimeout(() => resume(null), limitMs).unref();
  });
  return Promise.race([promise.catch(() => null), late]);
}
