import type { CDPSession, Page } from 'puppeteer-core';
import { pointOfMark, readMarks } from '../../../scripts/lib/marks';
import { delay } from './page-run';
import { PROBE, traced, type Work } from './trace';

const FRAMES = 20;
const FRAME_MS = 20;

/** Changes one word in a box of its own in each of 20 frames, as a ticker does, and tells what the frames cost. */
export async function mutationTax(page: Page): Promise<Work> {
  const script = `new Promise((done) => {
    const box = document.querySelector('#ticker');
    let turn = 0;
    const step = () => {
      box.replaceChildren(document.createTextNode('turn ' + turn));
      turn += 1;
      if (turn < ${FRAMES}) requestAnimationFrame(step); else requestAnimationFrame(() => done(null));
    };
    requestAnimationFrame(step);
  })
//# sourceURL=${PROBE}-ticker.js`;
  // Once without a trace: the first change after a pause costs more, with marks or without.
  await page.evaluate(script);
  return traced(page, async () => {
    await page.evaluate(script);
  });
}

/** Moves the pointer over the text and tells what our part of each frame took, in microseconds under the trace. */
export async function pointerFrames(page: Page, moves: number): Promise<number[]> {
  const work = await traced(page, async () => {
    for (let move = 0; move < moves; move++) {
      // Over the column of text, never twice at one place.
      await page.mouse.move(310 + ((move * 97) % 660), 60 + ((move * 61) % 800));
      await delay(FRAME_MS);
    }
  });
  return work.extensionFramesMs.map((ms) => ms * 1000);
}

/**
 * Rests the pointer on a mark and waits for the card to be seen. The card lies in a closed shadow root, which only the
 * debugging protocol sees into.
 *
 * @param nth which of the registered marks to point at
 * @returns milliseconds from the pointer's last move to the frame that shows the card
 */
export async function cardDelay(page: Page, nth: number): Promise<number> {
  const marks = await readMarks(page);
  const mark = marks[nth % marks.length];
  if (mark === undefined) throw new Error('nothing is marked');
  const same = marks.slice(0, nth % marks.length).filter(({ text }) => text === mark.text).length;
  await page.mouse.move(5, 5);
  const point = await pointOfMark(page, mark.text, same);
  if (point === null) throw new Error(`the mark "${mark.text}" is gone`);
  // A card that is open goes 300 ms after the pointer.
  await delay(600);
  await page.evaluate(() => {
    addEventListener('pointermove', ({ timeStamp }) => Object.assign(globalThis, { benchMoved: timeStamp }), {
      capture: true,
      once: true,
    });
  });
  const session = await page.createCDPSession();
  try {
    await page.mouse.move(point.x, point.y);
    const shownAt = await shownTime(session);
    const movedAt = await page.evaluate(() => (globalThis as unknown as { benchMoved: number }).benchMoved);
    return shownAt - movedAt;
  } finally {
    await session.detach();
  }
}

/** In the card's box: resolves with the time of the frame in which it is shown. */
const WAIT_SHOWN = `function () {
  const isShown = () => this.classList.contains('shown') && this.matches(':popover-open');
  return new Promise((resolve) => {
    const done = () => requestAnimationFrame(() => resolve(performance.now()));
    if (isShown()) { done(); return; }
    const observer = new MutationObserver(() => { if (isShown()) { observer.disconnect(); done(); } });
    observer.observe(this, { attributes: true });
  });
}`;

async function shownTime(session: CDPSession): Promise<number> {
  const box = await cardBox(session);
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: box,
    functionDeclaration: WAIT_SHOWN,
    awaitPromise: true,
    returnByValue: true,
  });
  return Number(result.value);
}

/** The card's box, once it is on the page. */
async function cardBox(session: CDPSession): Promise<string> {
  for (const deadline = Date.now() + 8000; Date.now() < deadline; await delay(5)) {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.documentElement.lastElementChild',
    });
    if (result.objectId === undefined || result.description?.startsWith('x-') !== true) continue;
    const { node } = await session.send('DOM.describeNode', {
      objectId: result.objectId,
      depth: 2,
      pierce: true,
    });
    const card = node.shadowRoots?.[0]?.children?.find(({ attributes }) =>
      attributes?.join(' ').includes('card'),
    );
    if (card === undefined) continue;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: card.backendNodeId });
    if (object.objectId !== undefined) return object.objectId;
  }
  throw new Error('no card came');
}

/** JavaScript heap of a tab in bytes after collection of garbage: page and content script share it. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
