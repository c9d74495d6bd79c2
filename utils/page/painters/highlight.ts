import { MARK_KINDS, type Mark, type MarkKind } from '../marks';
import { staticRangeOf } from '../ranges';
import { LATER_THICKNESS, MARK_STYLES, tintOf, type Shade } from './mark-style';
import { PAINT_LIMIT, type Painter } from './painter';
import type { ShadeMeter } from './shade';

/** Highest priority among highlights of the page's own, so that ours is not hidden by a search result's. */
const PRIORITY = 1;

/**
 * Draws marks with the CSS Custom Highlight API: no element is touched, nothing is laid out again. The registry is shared
 * with the page, whose scripts can therefore read which names are marked: use the overlay where that matters.
 *
 * @param random makes an opaque name part; new on every load, so that no page can style or count our highlights by name
 */
export class HighlightPainter implements Painter {
  readonly #names = new Map<string, string>();
  readonly #drawn = new Map<string, readonly StaticRange[]>();
  readonly #shades: ShadeMeter;
  readonly #sheet = new CSSStyleSheet();
  readonly #random: () => string;
  #isStyled = false;

  constructor(shades: ShadeMeter, random: () => string) {
    this.#shades = shades;
    this.#random = random;
  }

  paint(marks: readonly Mark[]): void {
    const ranges = new Map<string, StaticRange[]>();
    for (const mark of marks.slice(0, PAINT_LIMIT)) {
      const range = staticRangeOf(mark);
      if (range === null) continue;
      const key = classKey(mark.kind, mark.isFirst, this.#shades.shadeOf(mark.block.element));
      const same = ranges.get(key);
      if (same === undefined) ranges.set(key, [range]);
      else same.push(range);
    }
    if (ranges.size > 0) this.#style();
    for (const key of this.#drawn.keys()) if (!ranges.has(key)) this.#erase(key);
    for (const [key, list] of ranges) {
      // Registering anew costs a pre-paint of the whole document: leave alone what stays.
      if (isSame(this.#drawn.get(key), list)) continue;
      const highlight = new Highlight(...list);
      highlight.priority = PRIORITY;
      CSS.highlights.set(this.#nameOf(key), highlight);
      this.#drawn.set(key, list);
    }
  }

  clear(): void {
    for (const key of this.#drawn.keys()) this.#erase(key);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#isStyled = false;
  }

  #erase(key: string): void {
    CSS.highlights.delete(this.#nameOf(key));
    this.#drawn.delete(key);
  }

  #nameOf(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `h${this.#random()}`;
    this.#names.set(key, name);
    return name;
  }

  /** Adopted sheets are let through by every content security policy, with Trusted Types or without. */
  #style(): void {
    if (this.#isStyled && document.adoptedStyleSheets.includes(this.#sheet)) return;
    this.#sheet.replaceSync(rulesOf((key) => this.#nameOf(key)));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    this.#isStyled = true;
  }
}

function classKey(kind: MarkKind, isFirst: boolean, shade: Shade): string {
  return `${kind} ${isFirst ? 'first' : 'later'} ${shade}`;
}

function isSame(before: readonly StaticRange[] | undefined, now: readonly StaticRange[]): boolean {
  return (
    before?.length === now.length &&
    now.every((range, index) => {
      const old = before[index];
      return (
        old?.startContainer === range.startContainer &&
        old.startOffset === range.startOffset &&
        old.endContainer === range.endContainer &&
        old.endOffset === range.endOffset
      );
    })
  );
}

const SHADES: readonly Shade[] = ['light', 'dark'];

/** Literal values only: custom properties in a highlight pseudo-element come from the page's root. */
function rulesOf(nameOf: (key: string) => string): string {
  const screen: string[] = [];
  const contrast: string[] = [];
  const print: string[] = [];
  for (const kind of MARK_KINDS) {
    for (const shade of SHADES) {
      const { line, thicknessEm, strong, faint } = MARK_STYLES[kind];
      const first = `::highlight(${nameOf(classKey(kind, true, shade))})`;
      const later = `::highlight(${nameOf(classKey(kind, false, shade))})`;
      const shape = `text-underline-offset:.2em;text-decoration-skip-ink:auto`;
      screen.push(
        `${first}{text-decoration:underline ${line} ${strong[shade]} ${thicknessEm}em;${shape};background-color:${tintOf(strong[shade])}}`,
        `${later}{text-decoration:underline ${line} ${faint[shade]} max(1px,${(thicknessEm * LATER_THICKNESS).toFixed(4)}em);${shape}}`,
      );
      contrast.push(`${first},${later}{text-decoration-color:${strong[shade]};background-color:transparent}`);
      print.push(`${first},${later}{text-decoration:none;background-color:transparent}`);
    }
  }
  return [
    ...screen,
    `@media (prefers-contrast: more){${contrast.join('')}}`,
    // Chromium prints highlights, even with backgrounds switched off.
    `@media print{${print.join('')}}`,
  ].join('\n');
}
