import { parentElementOf } from '../dom';
import type { Shade } from './mark-style';

/** Tells what stands behind the text of an element, by measuring. */
export interface ShadeMeter {
  shadeOf(element: Element): Shade;
  /** Forgets what was measured, since the page may have changed its theme. */
  forget(): void;
}

export function createShadeMeter(): ShadeMeter {
  let known = new WeakMap<Element, Shade>();
  const shadeOf = (element: Element): Shade => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const shade = measure(element, shadeOf);
    known.set(element, shade);
    return shade;
  };
  return {
    shadeOf,
    forget() {
      known = new WeakMap();
    },
  };
}

/** An element with an opaque background decides; one with a picture behind its text is judged by the text's colour. */
function measure(element: Element, shadeOfParent: (element: Element) => Shade): Shade {
  const style = getComputedStyle(element);
  if (style.backgroundImage !== 'none') return opposite(shadeOfColour(style.color) ?? 'dark');
  const own = shadeOfColour(style.backgroundColor);
  if (own !== null) return own;
  const parent = parentElementOf(element);
  if (parent !== null) return shadeOfParent(parent);
  // Nothing painted: the canvas, white or dark as the browser's scheme is. The root's text colour follows it.
  return opposite(shadeOfColour(style.color) ?? 'dark');
}

function opposite(shade: Shade): Shade {
  return shade === 'light' ? 'dark' : 'light';
}

/** Halfway between black and white in contrast: 1.05 / (L + .05) = (L + .05) / .05. */
const MIDDLE_LUMINANCE = 0.179;

/** Light or dark by WCAG luminance; null for colours that mostly let through what is behind, or that are not sRGB. */
function shadeOfColour(colour: string): Shade | null {
  const numbers = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(colour);
  if (numbers === null) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.slice(1).map((part) => Number(part ?? 1));
  if (alpha < 0.5) return null;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > MIDDLE_LUMINANCE ? 'light' : 'dark';
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
