import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBetween, placeCard } from '../../utils/page/card-place';

const SCREEN = { width: 1_000, height: 800 };
const CARD = { width: 360, height: 300 };

describe('where the card goes', () => {
  test('6 px below the word, in line with its start', () => {
    const word = { left: 100, top: 200, right: 160, bottom: 220 };
    expect(placeCard(word, CARD, SCREEN)).toEqual({ left: 100, top: 226, height: 300, side: 'below' });
  });

  test('above it when there is no room below', () => {
    const word = { left: 100, top: 600, right: 160, bottom: 620 };
    expect(placeCard(word, CARD, SCREEN)).toEqual({ left: 100, top: 294, height: 300, side: 'above' });
  });

  test('8 px from the right edge', () => {
    const word = { left: 950, top: 200, right: 990, bottom: 220 };
    expect(placeCard(word, CARD, SCREEN).left).toBe(1_000 - 8 - 360);
  });

  test('in line with the word’s right end where text runs from right to left', () => {
    const word = { left: 500, top: 200, right: 560, bottom: 220 };
    expect(placeCard(word, CARD, SCREEN, true).left).toBe(200);
  });

  test('is cut to the larger side of a low window', () => {
    const word = { left: 100, top: 150, right: 160, bottom: 170 };
    expect(placeCard(word, CARD, { width: 1_000, height: 360 })).toMatchObject({
      side: 'below',
      height: 176,
    });
  });

  test('never covers the word, and stays inside wherever there is room', () => {
    const anyWord = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 0, max: 780 }),
    });
    fc.assert(
      fc.property(anyWord, fc.integer({ min: 20, max: 480 }), ({ left, top }, height) => {
        const word = { left, top, right: left + 80, bottom: top + 20 };
        const place = placeCard(word, { width: 360, height }, SCREEN);
        const isClear = place.top >= word.bottom + 6 || place.top + place.height <= word.top - 6;
        expect(isClear).toBe(true);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + 360).toBeLessThanOrEqual(992);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + place.height).toBeLessThanOrEqual(792);
      }),
    );
  });
});

describe('on the way from the word to the card', () => {
  const word = { left: 100, top: 200, right: 160, bottom: 220 };
  test.each([
    ['in the gap below', 130, 223, { left: 100, top: 226, right: 460, bottom: 500 }, true],
    ['in the gap, far to the side', 400, 223, { left: 100, top: 226, right: 460, bottom: 500 }, true],
    ['beside both', 600, 223, { left: 100, top: 226, right: 460, bottom: 500 }, false],
    ['above the word', 130, 190, { left: 100, top: 226, right: 460, bottom: 500 }, false],
    ['in the gap above', 130, 196, { left: 100, top: 20, right: 460, bottom: 194 }, true],
  ])('%s', (_, x, y, card, expected) => {
    expect(isBetween(x, y, word, card)).toBe(expected);
  });
});
