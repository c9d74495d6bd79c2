import type { Page } from 'puppeteer-core';

/** A mark that the highlight painter has registered, as a script of the page sees it. */
export interface Mark {
  /** The marked text, white space as it stands in the page. */
  readonly text: string;
  /** Text of the closest paragraph, heading, caption or list item, white space collapsed. */
  readonly blockText: string;
  /** Offset of the mark in the untouched text of that block. */
  readonly start: number;
  /** Name of the highlight that paints it: one for each kind and strength. */
  readonly highlight: string;
}

/** Marks in document order. The painter registers only those near the viewport. */
export function readMarks(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const ranges: { range: Range; highlight: string }[] = [];
    for (const [highlight, set] of CSS.highlights.entries()) {
      for (const abstract of set.values()) {
        const range = new Range();
        range.setStart(abstract.startContainer, abstract.startOffset);
        range.setEnd(abstract.endContainer, abstract.endOffset);
        ranges.push({ range, highlight });
      }
    }
    ranges.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return ranges.map(({ range, highlight }) => {
      const block = range.startContainer.parentElement?.closest(
        'p,h1,h2,h3,h4,li,figcaption,blockquote,td,a,div',
      );
      const before = new Range();
      if (block) before.setStart(block, 0);
      before.setEnd(range.startContainer, range.startOffset);
      return {
        text: range.toString(),
        blockText: (block?.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
        start: before.toString().length,
        highlight,
      };
    });
  });
}

/** Waits until at least `count` marks are there and their number has stood still for half a second. */
export async function waitForMarks(page: Page, count = 1, timeoutMs = 20_000): Promise<Mark[]> {
  const deadline = Date.now() + timeoutMs;
  let marks = await readMarks(page);
  for (let quietSince = Date.now(); Date.now() < deadline;) {
    await new Promise((resume) => setTimeout(resume, 100));
    const next = await readMarks(page);
    if (next.length !== marks.length) quietSince = Date.now();
    marks = next;
    if (marks.length >= count && Date.now() - quietSince >= 500) break;
  }
  return marks;
}

/**
 * Marks of a page in a browser that has just been given the extension. The content script is registered and the packs are
 * read a moment after that; a page that came too early is loaded again.
 *
 * @param reloads how often at most
 */
export async function waitForFirstMarks(page: Page, reloads = 3): Promise<Mark[]> {
  for (let attempt = 0; attempt < reloads; attempt++) {
    const marks = await waitForMarks(page, 1, 4000);
    if (marks.length > 0) return marks;
    await page.reload({ waitUntil: 'domcontentloaded' });
  }
  return waitForMarks(page, 1, 4000);
}

/** Marks of the whole page: the viewport is made as high as the page, up to `maxHeight` CSS pixels, and put back. */
export async function readAllMarks(page: Page, maxHeight = 12_000): Promise<Mark[]> {
  const before = page.viewport();
  const width = before?.width ?? 1280;
  const pageHeight = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: Math.min(maxHeight, Math.max(600, pageHeight)) });
  try {
    return await waitForMarks(page);
  } finally {
    await page.setViewport(before);
  }
}

/**
 * Scrolls one mark to the middle of the viewport and says where to point at it: the middle of its first line.
 *
 * @param text the marked text
 * @param nth which of the marks with that text, from 0
 * @returns viewport coordinates in CSS pixels, or null when there is no such mark
 */
export function pointOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number } | null> {
  return page.evaluate(
    (wanted, index) => {
      const found: Range[] = [];
      for (const set of CSS.highlights.values()) {
        for (const abstract of set.values()) {
          const range = new Range();
          range.setStart(abstract.startContainer, abstract.startOffset);
          range.setEnd(abstract.endContainer, abstract.endOffset);
          if (range.toString() === wanted) found.push(range);
        }
      }
      found.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const range = found[index];
      if (range === undefined) return null;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    text,
    nth,
  );
}
