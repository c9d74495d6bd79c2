/** A box in viewport coordinates, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CardPlace {
  readonly left: number;
  readonly top: number;
  /** At most what was asked for; less where the window has no room beside the word. */
  readonly height: number;
  readonly side: 'below' | 'above';
}

/** From the word, and from the window's edges. */
const GAP_PX = 6;
const EDGE_PX = 8;

/** Below this a card shows nothing useful: it then takes the larger side whatever its height. */
const HEIGHT_MIN_PX = 120;

/**
 * Where a card goes: below the word, above it when it does not fit below and fits better above, never over the word,
 * 8 px from the window's edges. On a side that is too low for it the card is cut (it scrolls inside).
 *
 * @param isRightToLeft whether the card's far edge lines up with the word's right end
 */
export function placeCard(word: Box, wanted: Size, screen: Size, isRightToLeft = false): CardPlace {
  const below = screen.height - EDGE_PX - (word.bottom + GAP_PX);
  const above = word.top - GAP_PX - EDGE_PX;
  const side = below >= wanted.height || below >= above ? 'below' : 'above';
  const room = Math.max(side === 'below' ? below : above, Math.min(HEIGHT_MIN_PX, wanted.height));
  const height = Math.min(wanted.height, room);
  const start = isRightToLeft ? word.right - wanted.width : word.left;
  return {
    left: clamp(start, EDGE_PX, screen.width - EDGE_PX - wanted.width),
    top: side === 'below' ? word.bottom + GAP_PX : word.top - GAP_PX - height,
    height,
    side,
  };
}

/** Whether a pointer between word and card is on its way from one to the other: in the strip that joins them. */
export function isBetween(x: number, y: number, word: Box, card: Box): boolean {
  const isBelow = card.top >= word.bottom;
  const top = isBelow ? word.top : card.bottom;
  const bottom = isBelow ? card.top : word.bottom;
  return (
    y >= top && y <= bottom && x >= Math.min(word.left, card.left) && x <= Math.max(word.right, card.right)
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
