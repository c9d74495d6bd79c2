import type { PainterName } from '../../model/page';
import { HighlightPainter } from './highlight';
import { nonePainter } from './none';
import { OverlayPainter } from './overlay';
import type { Painter } from './painter';
import { createShadeMeter } from './shade';

/** The painters of one page. */
export interface Painters {
  /** The painter for a preference: what the reader chose, unless the browser cannot show it well. */
  get(preference: PainterName): Painter;
  /** Takes off the page what other painters than this one drew. */
  keepOnly(painter: Painter | null): void;
}

/**
 * @param onTheme called when the system's colours changed, after which other colours or another painter may be due
 */
export function createPainters(random: () => string, signal: AbortSignal, onTheme: () => void): Painters {
  const shades = createShadeMeter();
  const highlight = new HighlightPainter(shades, random);
  const overlay = new OverlayPainter(shades, random);
  // Chromium paints every highlight as a selection there and drops the underline.
  const forcedColours = matchMedia('(forced-colors: active)');
  const retheme = (): void => {
    shades.forget();
    onTheme();
  };
  for (const query of [forcedColours, matchMedia('(prefers-color-scheme: dark)')]) {
    query.addEventListener('change', retheme, { signal });
  }
  // Sites switch between light and dark by an attribute of the root or the body.
  const attributes = new MutationObserver(retheme);
  signal.addEventListener('abort', () => attributes.disconnect());
  return {
    get(preference) {
      if (preference === 'none') return nonePainter;
      // Here and not above: there is no body yet when a page begins to load. Twice is as good as once.
      for (const element of [document.documentElement, document.body]) {
        attributes.observe(element, { attributes: true });
      }
      if (preference === 'highlight' && !forcedColours.matches) return highlight;
      overlay.prepare();
      return overlay;
    },
    keepOnly(painter) {
      for (const other of [highlight, overlay]) if (other !== painter) other.clear();
    },
  };
}
