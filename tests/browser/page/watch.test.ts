import { afterEach, describe, expect, test } from 'vitest';
import { readBlocksNow } from '../../../utils/page/read-blocks';
import type { ReadBlock } from '../../../utils/page/text-block';
import { PageText } from '../../../utils/page/page-text';
import { watchText, type PageChange, type Watch } from '../../../utils/page/watch';
import { show, until } from './fixture';

const watches: Watch[] = [];

function watch(root: Element, isOurs: (block: Element) => boolean = () => true): PageChange[] {
  const changes: PageChange[] = [];
  watches.push(
    watchText(
      root,
      isOurs,
      (change) => changes.push(change),
      () => {},
      () => {},
    ),
  );
  return changes;
}

const tags = (elements: ReadonlySet<Element> | undefined): string[] =>
  [...(elements ?? [])].map(({ id, localName }) => id || localName);

afterEach(() => {
  for (const one of watches.splice(0)) one.stop();
});

describe('a change', () => {
  test.each([
    [
      'in a text node',
      (p: Element) => void (p.firstChild instanceof Text && (p.firstChild.data = 'two')),
      { own: ['p'], deep: [] },
    ],
    ['of an inline element', (p: Element) => p.append(document.createElement('b')), { own: ['p'], deep: [] }],
    ['by removal', (p: Element) => p.replaceChildren(), { own: ['p'], deep: [] }],
    ['by a new paragraph', (p: Element) => p.after(document.createElement('p')), { own: [], deep: ['p'] }],
    [
      'by a link around a paragraph',
      (p: Element) => {
        const link = document.createElement('a');
        link.append(document.createElement('p'));
        p.after(link);
      },
      { own: [], deep: ['a'] },
    ],
  ])('%s names the part to read again', async (_, change, expected) => {
    const root = show('<article id="root"><p id="p">one</p></article>');
    const paragraph = root.querySelector('p');
    if (paragraph === null) throw new Error('no paragraph');
    const changes = watch(root);
    change(paragraph);
    await until(() => changes.length > 0, 'a report');
    expect({ own: tags(changes[0]?.own), deep: tags(changes[0]?.deep) }).toEqual(expected);
  });

  test('is one report a frame, the inner in the outer', async () => {
    const root = show('<article><p>one</p></article>');
    const changes = watch(root);
    const section = document.createElement('section');
    root.firstElementChild?.append(section);
    for (let count = 0; count < 20; count++) section.append(document.createElement('p'));
    await until(() => changes.length > 0, 'a report');
    expect(changes).toHaveLength(1);
    expect(tags(changes[0]?.deep)).toEqual(['section']);
  });

  test('beside the article is not reported', async () => {
    const root = show('<div id="ad"><p>one</p></div><div id="text"><p>two</p></div>');
    const ad = root.querySelector('#ad');
    const changes = watch(root, (block) => ad?.contains(block) !== true);
    ad?.append(document.createElement('p'));
    root.querySelector('#text')?.append(document.createElement('p'));
    await until(() => changes.length > 0, 'a report');
    expect(changes).toHaveLength(1);
    expect([...(changes[0]?.deep ?? [])].some((element) => ad?.contains(element) === true)).toBe(false);
  });
});

describe('a page that rewrites itself every 50 ms', () => {
  test('is read ever more rarely', async () => {
    const root = show('<p>0</p>');
    const changes = watch(root);
    let count = 0;
    const timer = setInterval(() => {
      const paragraph = root.querySelector('p');
      if (paragraph !== null) paragraph.textContent = String(++count);
    }, 50);
    await until(() => count >= 50, 'fifty rewrites', 15_000);
    clearInterval(timer);
    // At once, then 250 ms, 500 ms, 1 s apart: not fifty times.
    expect(changes.length).toBeGreaterThanOrEqual(2);
    expect(changes.length).toBeLessThanOrEqual(8);
  });

  test('is given up when it does not stop, once', async () => {
    const root = show('<p>0</p>');
    let busyCount = 0;
    const endless = watchText(
      root,
      () => true,
      () => {},
      () => {},
      () => busyCount++,
      600,
    );
    watches.push(endless);
    const timer = setInterval(() => root.querySelector('p')?.append('1'), 50);
    await until(() => busyCount > 0, 'the end of the watch');
    await new Promise((resolve) => setTimeout(resolve, 700));
    clearInterval(timer);
    expect(busyCount).toBe(1);
  });
});

function textOf(html: string): { text: PageText; root: HTMLElement } {
  const root = show(html);
  const text = new PageText();
  for (const block of readBlocksNow([root])) text.add(block);
  return { text, root };
}
function read(element: Element): ReadBlock[] {
  return readBlocksNow([element], { shallow: true });
}

describe('blocks that are read again', () => {
  test('keep their id, and count as changed only when their words did', () => {
    const { text, root } = textOf('<p id="a">same</p><p id="b">old</p>');
    const [a, b] = root.querySelectorAll('p');
    if (a === undefined || b === undefined) throw new Error('no paragraphs');
    a.innerHTML = '<b>same</b>';
    b.innerHTML = 'new';
    const change = text.replace(new Set(), new Set([a, b]), [...read(a), ...read(b)]);
    expect(change.moved.map((block) => block.id)).toEqual([0]);
    expect(change.changed.map(({ id, text: words }) => [id, words])).toEqual([[1, 'new']]);
    expect(change.gone).toEqual([]);
    expect(text.blocksOfNode(a.querySelector('b')?.firstChild ?? a)).toHaveLength(1);
  });

  test('are gone with their element', () => {
    const { text, root } = textOf('<p>one</p><section><p>two</p><p>three</p></section>');
    root.querySelector('section')?.remove();
    expect(text.replace(new Set(), new Set(), []).gone).toEqual([1, 2]);
    expect([...text.blocks()].map((block) => block.text)).toEqual(['one']);
    expect(text.units).toBe(3);
  });
});
