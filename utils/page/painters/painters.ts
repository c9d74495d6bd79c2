import type { PainterName } from '../../model/page';
import { HighlightPainter } from './highlight';
import { nonePainter } from './none';
import type { Painter } from './painter';
import { createShadeMeter } from './shade';

/** The painters of one page, made when first asked for. */
export interface Painters {
  /** The painter to use for a preference: what the reader chose, unless the browser cannot show it well. */
  get(preference: PainterName): Painter;
  clear(): void;
}

/**
 * @param onTheme called when the page or the system may have changed its colours
 */
export function createPainters(random: () => string, signal: AbortSignal, onTheme: () => void): Painters {
  const shades = createShadeMeter();
  const highlight = new HighlightPainter(shades, random);
  const retheme = (): void => {
    shades.forget();
    onTheme();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', retheme, { signal });
  return {
    get: (preference) => (preference === 'none' ? nonePainter : highlight),
    clear: () => highlight.clear(),
  };
}
