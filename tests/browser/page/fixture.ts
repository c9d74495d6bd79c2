import { KINDS, type Kind } from '../../../utils/model/kind';
import type { DocumentId, Ticket } from '../../../utils/model/ids';
import type { PageBlock } from '../../../utils/page/text-block';
import type { Background, FoundMentions, PageRules } from '../../../utils/page/background';
import { readBlocksNow, type ReadOptions } from '../../../utils/page/read-blocks';

export const AUTO: PageRules = { scan: 'auto', mode: 'news', painter: 'highlight', listed: false };

/** Puts HTML into the page; gone again at the next call. */
export function show(html: string): HTMLElement {
  document.body.innerHTML = '';
  const box = document.createElement('div');
  // Test pages are written in the tests.
  box.innerHTML = html;
  document.body.append(box);
  return box;
}

export function blocksOf(root: Element, options: ReadOptions = {}): PageBlock[] {
  return readBlocksNow([root], options).map((block, id) => ({ id, ...block }));
}

export function texts(root: Element, options: ReadOptions = {}): string[] {
  return blocksOf(root, options).map(({ text }) => text);
}

/** A background that looks for literal names, case-sensitively, and remembers what it was told. */
export function literalBackground(
  names: Readonly<Record<string, Kind>>,
  rules: PageRules = AUTO,
): Background & {
  readonly messages: Parameters<Background['findMentions']>[0][];
  readonly cards: Parameters<Background['requestCard']>[0][];
} {
  const messages: Parameters<Background['findMentions']>[0][] = [];
  const cards: Parameters<Background['requestCard']>[0][] = [];
  const seen = new Set<string>();
  return {
    messages,
    cards,
    hello: async () => rules,
    findMentions: async (request): Promise<FoundMentions> => {
      messages.push(request);
      if (request.fresh) seen.clear();
      return {
        status: 'ok',
        marks: request.blocks.map(({ id, text }) => ({ block: id, marks: marksIn(text, names, seen) })),
      };
    },
    requestCard: async (request) => {
      cards.push(request);
      return { ticket: 'ticket' as Ticket };
    },
  };
}

export function marksIn(
  text: string,
  names: Readonly<Record<string, Kind>>,
  seen = new Set<string>(),
): number[] {
  const pattern = new RegExp(
    Object.keys(names)
      .toSorted((a, b) => b.length - a.length)
      .join('|'),
    'g',
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: name, index }) => {
    const isFirst = !seen.has(name);
    seen.add(name);
    return [index, index + name.length, KINDS.indexOf(names[name] ?? 'person'), isFirst ? 1 : 0];
  });
}

/** The text of everything that is registered as a highlight. */
export function litTexts(): string[] {
  const places: { text: string; range: AbstractRange }[] = [];
  for (const highlight of CSS.highlights.values()) {
    for (const range of highlight) {
      // What the page took out is registered for a frame more, and seen by nobody.
      if (!range.startContainer.isConnected) continue;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      places.push({ text: live.toString(), range: live });
    }
  }
  return places
    .toSorted((a, b) => (a.range as Range).compareBoundaryPoints(Range.START_TO_START, b.range as Range))
    .map(({ text }) => text);
}

/** The elements that we have put on the page. */
export function hosts(): Element[] {
  return [...document.documentElement.children].filter(({ localName }) => localName.startsWith('x-'));
}

export async function until(isTrue: () => boolean, what: string, timeoutMs = 5_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let count = 0;
export const randomName = (): string => `t${count++}z`;
export const newDocumentId = (): DocumentId => `document-${count++}` as DocumentId;
