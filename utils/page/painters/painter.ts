import type { Mark } from '../marks';

/** Draws marks on a page without changing the page's own elements. */
export interface Painter {
  /** Draws exactly these marks, in place of all that were drawn before. At most {@link PAINT_LIMIT}, near the viewport. */
  paint(marks: readonly Mark[]): void;
  /** Takes everything off the page; `paint` may be called again. */
  clear(): void;
}

/** Every registered range taxes every frame in which the page changes: 2 to 5 us each, measured in Chromium 156. */
export const PAINT_LIMIT = 300;
