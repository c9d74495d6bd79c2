import type { Painter } from './painter';

/** Draws nothing: names are listed in the popup and the side panel only, and the page can see none of them. */
export const nonePainter: Painter = { paint() {}, clear() {} };
