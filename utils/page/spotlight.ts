import { boxOf, isSeen } from './dom';
import type { Mark } from './marks';
import type { PageText } from './page-text';
import { PAINT_LIMIT, type Painter } from './painters/painter';
import { createViewport, type Viewport } from './viewport';

/** All marks of a document, of which those near the viewport are painted. */
export class Spotlight {
  readonly #marks = new Map<number, readonly Mark[]>();
  readonly #viewport: Viewport;
  readonly #text: PageText;
  #painter: Painter;
  #frame: number | null = null;

  constructor(text: PageText, painter: Painter) {
    this.#text = text;
    this.#painter = painter;
    this.#viewport = createViewport(() => this.repaint());
  }

  get count(): number {
    let count = 0;
    for (const marks of this.#marks.values()) count += marks.length;
    return count;
  }

  marksOf(blockId: number): readonly Mark[] {
    return this.#marks.get(blockId) ?? [];
  }

  /** Replaces a block's marks. Call {@link refresh} when done with all. */
  set(blockId: number, marks: readonly Mark[]): void {
    if (marks.length === 0) this.#marks.delete(blockId);
    else this.#marks.set(blockId, marks);
  }

  usePainter(painter: Painter): void {
    if (painter === this.#painter) return;
    this.#painter.clear();
    this.#painter = painter;
    this.repaint();
  }

  /** Looks again at which blocks have marks, and paints. */
  refresh(): void {
    const elements = new Set<Element>();
    for (const id of this.#marks.keys()) {
      const block = this.#text.block(id);
      if (block !== null) elements.add(block.element);
    }
    this.#viewport.observe(elements);
    this.repaint();
  }

  /** Stops without touching what is drawn: whoever takes the painter over draws its own or clears it. */
  retire(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#viewport.stop();
    this.#marks.clear();
  }

  /** Draws again in the next frame what is near and still has its words. */
  repaint(): void {
    this.#frame ??= requestAnimationFrame(() => this.paintNow());
  }

  /** The same at once: for work that already runs in a frame, so that no wrong mark is seen. */
  paintNow(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#painter.paint(this.#near());
  }

  #near(): Mark[] {
    const near: Mark[] = [];
    for (const marks of this.#marks.values()) {
      const element = marks[0]?.block.element;
      if (element === undefined || !this.#viewport.isNear(element)) continue;
      if (isSeen(element)) near.push(...marks);
    }
    return near.length <= PAINT_LIMIT ? near : nearestFirst(near).slice(0, PAINT_LIMIT);
  }
}

function nearestFirst(marks: readonly Mark[]): Mark[] {
  const middle = innerHeight / 2;
  const distances = new Map<Element, number>();
  const distanceOf = ({ block: { element } }: Mark): number => {
    const known = distances.get(element);
    if (known !== undefined) return known;
    const box = boxOf(element);
    const distance = Math.max(box.top - middle, middle - box.bottom, 0);
    distances.set(element, distance);
    return distance;
  };
  return marks.toSorted((one, other) => distanceOf(one) - distanceOf(other));
}
