import { isInside } from '../dom';
import type { Mark } from '../marks';
import { createPageHost } from '../page-host';
import { boxesOf } from '../ranges';
import { LATER_THICKNESS, MARK_STYLES, tintOf } from './mark-style';
import { PAINT_LIMIT, type Painter } from './painter';
import type { ShadeMeter } from './shade';

/** How often boxes are compared with their words, for moves of which no event tells. */
const DRIFT_CHECK_MS = 1_000;
/** Below this a box counts as being where its word is. */
const DRIFT_PX = 1;

/*
 * The shield lies over everything and catches nothing: without it, a page could ask which of its words are covered
 * (IntersectionObserver with `trackVisibility`); with it, all are.
 */
const STYLE = `
:host{z-index:2147483646!important}
.shield{position:fixed;inset:0;pointer-events:none}
.box{position:absolute;box-sizing:border-box;pointer-events:none;border:0 none;border-radius:2px}
@media (forced-colors: active){.box{background:none!important;border-bottom:3px solid Highlight!important}}
@media print{.box,.shield{display:none}}
`;

/** How far below the text's box the line ends. */
const LINE_OFFSET_EM = 0.12;

interface Drawn {
  readonly mark: Mark;
  readonly box: HTMLElement;
  readonly left: number;
  readonly top: number;
}

/**
 * Draws marks as boxes in a closed shadow root of our own above the page, so that the page cannot read which words are
 * marked. The price is to follow the page's layout: boxes scroll with the document by themselves and are placed anew
 * after resizes, scrolling of inner parts, late fonts, and once a second if a word has moved.
 */
export class OverlayPainter implements Painter {
  readonly #shades: ShadeMeter;
  readonly #random: () => string;
  #host: HTMLElement | null = null;
  #layer: HTMLElement | null = null;
  #marks: readonly Mark[] = [];
  #drawn: readonly Drawn[] = [];
  #frame: number | null = null;
  #following: AbortController | null = null;

  constructor(shades: ShadeMeter, random: () => string) {
    this.#shades = shades;
    this.#random = random;
  }

  /** Puts host and shield on the page, before there is anything to mark, so that their presence tells nothing. */
  prepare(): void {
    if (this.#host?.isConnected === true) return;
    const { host, root } = createPageHost(this.#random);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const shield = document.createElement('div');
    shield.className = 'shield';
    this.#layer = document.createElement('div');
    root.append(this.#layer, shield);
    this.#host = host;
    document.documentElement.append(host);
    this.#follow();
  }

  paint(marks: readonly Mark[]): void {
    this.prepare();
    this.#marks = marks.slice(0, PAINT_LIMIT);
    this.#place();
  }

  clear(): void {
    this.#following?.abort();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#marks = [];
    this.#drawn = [];
    this.#host?.remove();
    this.#host = null;
  }

  #follow(): void {
    this.#following?.abort();
    const following = new AbortController();
    this.#following = following;
    const { signal } = following;
    const soon = (): void => this.#placeSoon();
    addEventListener('resize', soon, { signal, passive: true });
    addEventListener('scroll', (event) => (event.target === document ? undefined : soon()), {
      signal,
      passive: true,
      capture: true,
    });
    // What is fixed or sticky has moved under its box by now, or over it.
    addEventListener('scrollend', soon, { signal, passive: true, capture: true });
    document.fonts.addEventListener('loadingdone', soon, { signal });
    const sizes = new ResizeObserver(soon);
    sizes.observe(document.documentElement);
    if (document.body !== null) sizes.observe(document.body);
    const check = setInterval(() => {
      if (this.#hasDrifted()) soon();
    }, DRIFT_CHECK_MS);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      clearInterval(check);
    });
  }

  #placeSoon(): void {
    if (this.#marks.length === 0) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#place();
    });
  }

  /** Reads all positions first, then writes all boxes: one layout. */
  #place(): void {
    const layer = this.#layer;
    const origin = this.#host?.getBoundingClientRect();
    if (layer === null || origin === undefined) return;
    const isPlain = matchMedia('(prefers-contrast: more)').matches;
    const drawn = this.#marks.flatMap((mark) => {
      const fontPx = Number.parseFloat(getComputedStyle(mark.block.element).fontSize) || 16;
      return boxesOf(mark)
        .filter((rect) => !isCovered(mark, rect))
        .map((rect): Drawn => {
          const box = document.createElement('div');
          box.className = 'box';
          const left = rect.left - origin.left;
          const top = rect.top - origin.top;
          Object.assign(box.style, {
            left: `${left}px`,
            top: `${top}px`,
            width: `${rect.width}px`,
            // The line keeps clear of descenders, as an underline with an offset does.
            height: `${rect.height + fontPx * LINE_OFFSET_EM}px`,
            ...this.#look(mark, fontPx, isPlain),
          });
          return { mark, box, left, top };
        });
    });
    layer.replaceChildren(...drawn.map(({ box }) => box));
    this.#drawn = drawn;
  }

  #look(mark: Mark, fontPx: number, isPlain: boolean): Record<string, string> {
    const { line, thicknessEm, strong, faint } = MARK_STYLES[mark.kind];
    const shade = this.#shades.shadeOf(mark.block.element);
    const colour = mark.isFirst || isPlain ? strong[shade] : faint[shade];
    const thicknessPx = Math.max(1, fontPx * thicknessEm * (mark.isFirst ? 1 : LATER_THICKNESS));
    const tint = mark.isFirst && !isPlain ? tintOf(strong[shade]) : 'transparent';
    if (line === 'wavy') return { background: `${zigzag(colour, thicknessPx)},${tint}` };
    // A double border shares its thickness among two lines and the gap.
    const width = line === 'double' ? Math.max(3, thicknessPx * 3) : thicknessPx;
    return { background: tint, borderBottom: `${width}px ${line} ${colour}` };
  }

  #hasDrifted(): boolean {
    const first = this.#drawn[0];
    const origin = this.#host?.getBoundingClientRect();
    if (first === undefined || origin === undefined) return false;
    const word = boxesOf(first.mark)[0];
    return (
      word === undefined ||
      Math.abs(word.left - origin.left - first.left) > DRIFT_PX ||
      Math.abs(word.top - origin.top - first.top) > DRIFT_PX
    );
  }
}

/** A wave of straight strokes along the bottom edge: borders cannot be wavy. */
function zigzag(colour: string, thicknessPx: number): string {
  const size = Math.max(4, thicknessPx * 4);
  const stroke = (angle: number): string =>
    `linear-gradient(${angle}deg,transparent 35%,${colour} 35%,${colour} 65%,transparent 65%)`;
  return [
    `${stroke(45)} 0 100%/${size}px ${size / 2}px repeat-x`,
    `${stroke(-45)} ${size / 2}px 100%/${size}px ${size / 2}px repeat-x`,
  ].join(',');
}

/** Whether something of the page lies over a word in the viewport: a sticky header, say. */
function isCovered(mark: Mark, rect: DOMRect): boolean {
  const x = rect.left + rect.width / 2;
  const y = rect.top + rect.height / 2;
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  const top = document.elementFromPoint(x, y);
  const { element } = mark.block;
  return top !== null && !isInside(element, top) && !isInside(top, element);
}
