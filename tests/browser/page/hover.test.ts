import { cdp } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import type { Ticket } from '../../../utils/model/ids';
import { Hover } from '../../../utils/page/hover';
import type { Hit } from '../../../utils/page/hit-test';
import { decodeMarks, markAt, type Mark } from '../../../utils/page/marks';
import { boxesOf } from '../../../utils/page/ranges';
import type { MentionPlace } from '../../../utils/page/background';
import { blocksOf, marksIn, newDocumentId, randomName, show, until, hosts } from './fixture';

const NAMES = { Iraq: 'place', 'Ben Wallace': 'person' } as const;

/** A stand-in for the card's page: draws nothing and says that it is 120 px high. */
const CARD = URL.createObjectURL(
  new Blob(
    [
      `<script>addEventListener('message', (event) => {
        const [port] = event.ports;
        if (event.data.backgrounder !== 'port') return;
        port.onmessage = ({ data }) => { if (data.type === 'show') port.postMessage({ type: 'size', height: 120 }); };
        port.postMessage({ type: 'ready' });
      })</script>`,
    ],
    { type: 'text/html' },
  ),
);

const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
});

interface Set {
  readonly hover: Hover;
  readonly marks: readonly Mark[];
  readonly asked: readonly MentionPlace[];
}

type Answer = { readonly ticket: Ticket } | null;

const TICKET: Answer = { ticket: 'ticket' as Ticket };

/** @param first what the background does with the first question; it answers all others */
function setUp(html: string, first: () => Promise<Answer> = async () => TICKET): Set {
  const end = new AbortController();
  ends.push(end);
  const marks = blocksOf(show(html)).flatMap((block) => decodeMarks(block, marksIn(block.text, NAMES)));
  const asked: MentionPlace[] = [];
  const find = (x: number, y: number): Hit | null => {
    for (const mark of marks) {
      const box = boxesOf(mark).find(
        (one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom,
      );
      if (box !== undefined) return { mark: markAt([mark], mark.start) ?? mark, box };
    }
    return null;
  };
  const hover = new Hover({
    find,
    documentId: newDocumentId,
    requestCard: async (place) => {
      asked.push(place);
      return asked.length === 1 ? first() : TICKET;
    },
    card: { url: CARD, origin: location.origin, random: randomName },
    signal: end.signal,
    onFailure: (error) => {
      throw error;
    },
  });
  return { hover, marks, asked };
}

/** Moves the real pointer, in coordinates of this frame. */
async function pointTo(x: number, y: number): Promise<void> {
  // The runner shows this frame scaled to fit.
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = (frame?.width ?? innerWidth) / innerWidth;
  await cdp().send('Input.dispatchMouseEvent', {
    type: 'mouseMoved',
    x: x * scale + (frame?.left ?? 0),
    y: y * scale + (frame?.top ?? 0),
  });
}

function middleOf(mark: Mark | undefined): { x: number; y: number } {
  const box = mark === undefined ? undefined : boxesOf(mark)[0];
  if (box === undefined) throw new Error('no box');
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** Acts a frame after the pointer was next seen to move, long before it counts as resting anywhere. */
function soonAfterMove(act: () => void): void {
  const onMove = (): number => requestAnimationFrame(() => requestAnimationFrame(act));
  addEventListener('pointermove', onMove, { once: true });
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const HTML =
  '<div style="padding:40px;font:20px/30px sans-serif"><p>Today Ben Wallace went</p><p>to Iraq, far away</p></div>';

describe('the card', () => {
  test('opens where the pointer rests', async () => {
    const { hover, marks, asked } = setUp(HTML);
    const { x, y } = middleOf(marks[0]);
    await pointTo(x, y);
    await until(() => hover.openMark !== null, 'a card');
    expect(asked).toHaveLength(1);
    expect(hover.openMark).toBe(marks[0]);
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
  });

  test('does not open for a word that is scrolled away meanwhile', async () => {
    const { hover, marks, asked } = setUp(`${HTML}<div style="height:3000px"></div>`);
    const { x, y } = middleOf(marks[0]);
    soonAfterMove(() => scrollBy(0, 500));
    await pointTo(x, y);
    await later(500);
    scrollTo(0, 0);
    expect(asked).toEqual([]);
    expect(hover.openMark).toBeNull();
  });

  test('goes when the pointer has gone, and stays while it goes to the card', async () => {
    const { hover, marks } = setUp(HTML);
    const { x, y } = middleOf(marks[0]);
    // The test before left the pointer on this very place, and a pointer that does not move opens nothing.
    await pointTo(1, 1);
    await pointTo(x, y);
    await until(() => hover.openMark !== null, 'a card');
    await later(400);
    const box = boxesOf(marks[0] as Mark)[0];
    // On the way: in the gap of 6 px below the word, then on the card.
    await pointTo(x, (box?.bottom ?? 0) + 3);
    await later(450);
    expect(hover.openMark).toBe(marks[0]);
    await pointTo(x, (box?.bottom ?? 0) + 40);
    await later(450);
    expect(hover.openMark).toBe(marks[0]);
    await pointTo(5, 5);
    await until(() => hover.openMark === null, 'the card to go');
  });

  test('is closed by Esc, and by nothing that a page makes up', async () => {
    const { hover, marks, asked } = setUp(HTML);
    const { x, y } = middleOf(marks[1]);
    window.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, pointerType: 'mouse' }));
    await later(300);
    expect(asked).toEqual([]);
    await pointTo(x, y);
    await until(() => hover.openMark !== null, 'a card');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(hover.openMark).toBe(marks[1]);
    window.focus();
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Escape', code: 'Escape' });
    await until(() => hover.openMark === null, 'the card to go');
  });

  test('opens by a call, and gives the focus back', async () => {
    const { hover, marks } = setUp(`<button id="before">x</button>${HTML}`);
    const button = document.querySelector<HTMLElement>('#before');
    button?.focus();
    await hover.openCardAt(marks[1] as Mark, true);
    await until(() => document.activeElement === hosts()[0], 'the focus is in the card');
    hover.close();
    expect(document.activeElement).toBe(button);
  });

  test('does not open for a word that the page has replaced', async () => {
    const { hover, marks, asked } = setUp(HTML);
    const { x, y } = middleOf(marks[1]);
    const text = document.querySelectorAll('p')[1]?.firstChild;
    const replace = (): void => void (text instanceof Text && (text.data = 'to Iran, far away'));
    soonAfterMove(replace);
    await pointTo(x, y);
    await later(500);
    expect(text?.textContent).toBe('to Iran, far away');
    expect(asked).toEqual([]);
    expect(hover.openMark).toBeNull();
  });

  test('host leaves the page with the script', () => {
    const { hover, marks } = setUp(HTML);
    void hover.openCardAt(marks[0] as Mark, false);
    expect(hosts()).toHaveLength(1);
    for (const end of ends.splice(0)) end.abort();
    expect(hosts()).toEqual([]);
  });
});

describe('a card that is opened by keyboard', () => {
  const FORM = `<button type="button" id="before">Before</button>${HTML}`;

  test('opened from another card still gives the focus back to the page', async () => {
    const { hover, marks } = setUp(FORM);
    const before = document.querySelector<HTMLElement>('#before');
    before?.focus();
    for (const mark of marks) {
      await hover.openCardAt(mark, true);
      await until(() => document.activeElement === hosts()[0], 'the focus is in the card');
    }
    hover.close();
    expect(document.activeElement).toBe(before);
  });

  test('that is only rested on leaves the focus alone', async () => {
    const { hover, marks } = setUp(FORM);
    const before = document.querySelector<HTMLElement>('#before');
    before?.focus();
    const { x, y } = middleOf(marks[0]);
    await pointTo(x, y);
    await until(() => hover.openMark !== null, 'a card');
    await later(500);
    expect(document.activeElement).toBe(before);
  });
});

test.each([
  ['never answers', () => new Promise<never>(() => {})],
  ['is being replaced', () => Promise.reject(new Error('no answer'))],
  ['has forgotten the page', async () => null],
])('a background that %s is asked once more', async (_what, first) => {
  const { marks, asked } = setUp('<p>Ships sail for Iraq today</p>', first);
  const [mark] = marks;
  const box = mark === undefined ? undefined : boxesOf(mark)[0];
  if (box === undefined) throw new Error('no mark');
  await pointTo(box.left - 40, box.bottom + 60);
  await pointTo(box.left + 5, box.top + 5);
  await until(() => asked.length === 2, 'asked again');
  expect(asked[1]).toEqual(asked[0]);
});
