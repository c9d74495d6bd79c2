import type { Page } from 'puppeteer-core';
import { PROBE, traced, type Work } from './trace';

/** What one tool did to one page, in one repetition. */
export interface PageRun extends Work {
  /** From the trigger (or, on load, from the page's own `DOMContentLoaded`) to the first mark; null when there was none. */
  readonly firstMarkMs: number | null;
  /** Layout shift that came after the trigger. */
  readonly cls: number;
  /** Elements and text nodes more than before. */
  readonly addedNodes: number;
  /** Ranges registered or elements that mark. */
  readonly marks: number;
}

/** Time after which a page that was triggered is taken as done. */
const WINDOW_MS = 1_000;

/** In the page: looks every few milliseconds whether something is marked. Its own time is not counted (`PROBE`). */
const WATCH = `(() => {
  const state = { first: null, cls: 0, ready: null };
  globalThis.benchState = state;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const timer = setInterval(() => {
    if (CSS.highlights.size === 0 && document.querySelector('mark') === null) return;
    state.first = performance.timeOrigin + performance.now();
    clearInterval(timer);
  }, 4);
  addEventListener('DOMContentLoaded', () => { state.ready = performance.timeOrigin + performance.now(); });
})();
//# sourceURL=${PROBE}.js`;

const TWO_FRAMES = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))
//# sourceURL=${PROBE}-frames.js`;

interface BenchState {
  readonly first: number | null;
  readonly cls: number;
  readonly ready: number | null;
}

/** Loads a page in an empty tab under the trace, from the first byte to `windowMs` after it was loaded. */
export async function runLoad(page: Page, url: string, windowMs = WINDOW_MS): Promise<PageRun> {
  await page.evaluateOnNewDocument(WATCH);
  const work = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
    await delay(windowMs);
  });
  const state = await stateOf(page);
  return {
    ...work,
    firstMarkMs: state.first === null || state.ready === null ? null : state.first - state.ready,
    cls: state.cls,
    addedNodes: 0,
    marks: await countMarks(page),
  };
}

/**
 * Runs a tool on a page that has been loaded and is at rest.
 *
 * @param trigger resolves when the tool says that it is done
 */
export async function runSettled(page: Page, trigger: () => Promise<void>): Promise<PageRun> {
  await page.evaluate(WATCH);
  const nodesBefore = await countNodes(page);
  let startedAt = 0;
  const work = await traced(page, async () => {
    startedAt = Date.now();
    await trigger();
    // The frame that shows the result may be late on a busy machine, and is part of the cost.
    await page.evaluate(TWO_FRAMES);
    await delay(WINDOW_MS);
  });
  const state = await stateOf(page);
  return {
    ...work,
    firstMarkMs: state.first === null ? null : state.first - startedAt,
    cls: state.cls,
    addedNodes: (await countNodes(page)) - nodesBefore,
    marks: await countMarks(page),
  };
}

export function delay(ms: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, ms);
  });
}

async function stateOf(page: Page): Promise<BenchState> {
  return page.evaluate(() => (globalThis as unknown as { benchState: BenchState }).benchState);
}

function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 0;
    while (walker.nextNode() !== null) count += 1;
    return count;
  });
}

function countMarks(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = document.querySelectorAll('mark').length;
    for (const set of CSS.highlights.values()) count += set.size;
    return count;
  });
}
