import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../../../utils/model/kind';
import { MARK_FIRST, MARK_UNKNOWN } from '../../../utils/model/mark-flags';
import { hitTest } from '../../../utils/page/hit-test';
import { decodeMarks, encodeMarks, type Mark } from '../../../utils/page/marks';
import { PageText } from '../../../utils/page/page-text';
import { HighlightPainter } from '../../../utils/page/painters/highlight';
import { OverlayPainter } from '../../../utils/page/painters/overlay';
import { PAINT_LIMIT, type Painter } from '../../../utils/page/painters/painter';
import { createShadeMeter } from '../../../utils/page/painters/shade';
import { readBlocksNow } from '../../../utils/page/read-blocks';
import { boxesOf, placesOf } from '../../../utils/page/ranges';
import { blocksOf, litTexts, marksIn, randomName, show, hosts } from './fixture';

const NAMES = { 'Islamic State': 'group', IS: 'group', Iraq: 'place', 'Ben Wallace': 'person' } as const;

const painters: Painter[] = [];

function highlight(): HighlightPainter {
  const painter = new HighlightPainter(createShadeMeter(), randomName);
  painters.push(painter);
  return painter;
}

function overlay(): OverlayPainter {
  const painter = new OverlayPainter(createShadeMeter(), randomName);
  painters.push(painter);
  return painter;
}

function marksOf(html: string): Mark[] {
  return blocksOf(show(html)).flatMap((block) => decodeMarks(block, marksIn(block.text, NAMES)));
}

afterEach(() => {
  for (const painter of painters.splice(0)) painter.clear();
});

const colours = (element: Element | undefined): string[] =>
  [...CSS.highlights.keys()].map((name) =>
    element === undefined ? '' : getComputedStyle(element, `::highlight(${name})`).textDecorationColor,
  );

describe('marks', () => {
  const [block] = blocksOf(show('<p>Iraq and Iraq</p>'));

  test.each([
    ['what lies in the block', [0, 4, 3, 1, 9, 13, 3, 0], 2],
    ['not what ends behind it', [0, 4, 3, 1, 9, 14, 3, 0], 1],
    ['not what overlaps', [0, 4, 3, 1, 2, 13, 3, 0], 1],
    ['not what is empty or reversed', [4, 4, 3, 1, 9, 5, 3, 0], 0],
    ['not an unknown kind', [0, 4, KINDS.length, 1], 0],
    ['not half a mark', [0, 4, 3], 0],
  ])('take %s', (_, numbers, count) => {
    if (block === undefined) throw new Error('no block');
    expect(decodeMarks(block, numbers)).toHaveLength(count);
  });

  test('are gone once the page has other words there', () => {
    const [mark] = marksOf('<p>Ben <b>Wal</b>lace spoke</p>');
    if (mark === undefined) throw new Error('no mark');
    expect(placesOf(mark)).not.toBeNull();
    const inner = document.querySelector('b')?.firstChild;
    if (inner instanceof Text) inner.data = 'Pal';
    expect(placesOf(mark)).toBeNull();
    expect(boxesOf(mark)).toEqual([]);
  });
});

test('an operation that nobody has saved keeps its own style through encoding', () => {
  const [block] = blocksOf(show('<p>Op Tideway and Op Tideway</p>'));
  if (block === undefined) throw new Error('no block');
  const operation = KINDS.indexOf('operation');
  const numbers = [0, 10, operation, MARK_UNKNOWN, 15, 25, operation, MARK_UNKNOWN];
  const marks = decodeMarks(block, numbers);
  const first = decodeMarks(block, [0, 10, operation, MARK_FIRST + MARK_UNKNOWN]);
  expect(first[0]).toMatchObject({ kind: 'unknown', isFirst: false });
  expect(marks.map(({ kind, isFirst }) => [kind, isFirst])).toEqual([
    ['unknown', false],
    ['unknown', false],
  ]);
  expect(encodeMarks(marks)).toEqual(numbers);
});

describe('the highlight painter', () => {
  test('registers names that are split over elements', () => {
    const box = show('');
    highlight().paint(marksOf('<p>Isl<b>amic</b> <i>State</i> left <a href="#">Iraq</a></p>'));
    expect(litTexts()).toEqual(['Islamic State', 'Iraq']);
    expect(box.querySelector('mark')).toBeNull();
  });

  test('registers at most its limit', () => {
    highlight().paint(marksOf(`<p>${'Iraq '.repeat(PAINT_LIMIT + 50)}</p>`));
    expect(litTexts()).toHaveLength(PAINT_LIMIT);
  });

  test('leaves alone what stays, and removes what went', () => {
    const painter = highlight();
    const marks = marksOf('<p>Iraq</p><p>Ben Wallace</p>');
    painter.paint(marks);
    const before = new Map(CSS.highlights);
    painter.paint(marks.slice(0, 1));
    expect(litTexts()).toEqual(['Iraq']);
    for (const [name, value] of CSS.highlights) expect(value).toBe(before.get(name));
  });

  test('has contrast on dark pages and on light ones', () => {
    highlight().paint(
      marksOf(
        '<div style="background:#101112;color:#eee"><p>Iraq</p></div><div style="background:#fff"><p>Ben Wallace</p></div>',
      ),
    );
    const [dark, light] = document.querySelectorAll('p');
    // The rules apply everywhere; which of them has the range depends on what is behind the word.
    expect(colours(dark)).toContain('rgb(132, 196, 145)');
    expect(colours(light)).toContain('rgb(1, 102, 185)');
  });

  test('uses names that a page cannot guess and takes its rules back', () => {
    const sheets = document.adoptedStyleSheets.length;
    const painter = highlight();
    painter.paint(marksOf('<p>Iraq</p>'));
    expect([...CSS.highlights.keys()].join()).not.toMatch(/place|first|backgrounder/);
    painter.clear();
    expect(CSS.highlights.size).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(sheets);
  });

  test('marks inside an open shadow root', () => {
    const box = show('<x-story></x-story>');
    const root = box.querySelector('x-story')?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = '<p>Iraq</p>';
    const marks = blocksOf(box).flatMap((block) => decodeMarks(block, marksIn(block.text, NAMES)));
    highlight().paint(marks);
    expect(litTexts()).toEqual(['Iraq']);
  });
});

describe('what is behind the text', () => {
  test.each([
    ['nothing', '', 'light'],
    ['white', 'background:#fff', 'light'],
    ['nearly black', 'background:rgb(20,20,22)', 'dark'],
    ['a thin veil of black', 'background:rgb(0 0 0 / .2)', 'light'],
    ['a picture under white text', 'background-image:linear-gradient(#000,#333);color:#fff', 'dark'],
    ['a picture under black text', 'background-image:linear-gradient(#fff,#eee);color:#000', 'light'],
  ] as const)('%s', (_, style, shade) => {
    const inner = show(`<div style="${style}"><p>text</p></div>`).querySelector('p');
    if (inner === null) throw new Error('no paragraph');
    expect(createShadeMeter().shadeOf(inner)).toBe(shade);
  });
});

describe('the overlay painter', () => {
  beforeEach(() => show(''));

  test('puts one closed host on the page, and nothing that the page can read', () => {
    const painter = overlay();
    painter.prepare();
    painter.paint(marksOf('<p>Iraq and Ben Wallace</p>'));
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(CSS.highlights.size).toBe(0);
    const [mark] = marksOf('<p>Iraq</p>');
    const [word] = mark === undefined ? [] : boxesOf(mark);
    if (word === undefined) throw new Error('no box');
    expect(document.elementFromPoint(word.left + 2, word.top + 2)?.localName).toBe('p');
    painter.clear();
    expect(hosts()).toEqual([]);
  });
});

describe('the mark at a point', () => {
  const html =
    '<p style="width:400px;font:16px/24px monospace">Ben Wallace was in Iraq<br>then <b>Is</b>lamic State</p>';

  function setUp(): { text: PageText; marks: Map<number, Mark[]> } {
    const text = new PageText();
    const marks = new Map<number, Mark[]>();
    for (const read of readBlocksNow([show(html)])) {
      const block = text.add(read);
      marks.set(block.id, decodeMarks(block, marksIn(block.text, NAMES)));
    }
    return { text, marks };
  }

  test('is found over every letter of every mark and nowhere else', () => {
    const { text, marks } = setUp();
    const all = [...marks.values()].flat();
    expect(all).toHaveLength(3);
    for (const mark of all) {
      for (const box of boxesOf(mark)) {
        for (let x = box.left + 1; x < box.right; x += 4) {
          const hit = hitTest(x, box.top + box.height / 2, text, (id) => marks.get(id) ?? []);
          expect(hit?.mark).toBe(mark);
        }
        expect(hitTest(box.left + 2, box.bottom + 60, text, (id) => marks.get(id) ?? [])).toBeNull();
      }
    }
    const last = all.at(-1);
    const end = last === undefined ? undefined : boxesOf(last).at(-1);
    // Right of the line's end the caret snaps to the last letter; the word is not there.
    expect(
      hitTest((end?.right ?? 0) + 80, (end?.top ?? 0) + 5, text, (id) => marks.get(id) ?? []),
    ).toBeNull();
  });
});
