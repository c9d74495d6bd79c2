import type { DocumentId } from '../model/ids';
import type { PageInfo } from '../model/page';
import type { ArticleBody } from './article/body';
import type { Background } from './background';
import { boxOf, isAfter, isInside, isRendered, parentElementOf } from './dom';
import { createDormant, type Dormant } from './dormant';
import { hitTest, type Hit } from './hit-test';
import { encodeMarks, decodeMarks, type Mark } from './marks';
import { PageText } from './page-text';
import type { Painter } from './painters/painter';
import { PAGE_LIMIT, readBlocks, readBlocksNow } from './read-blocks';
import { BlockSender, type SentMarks } from './sender';
import { createSlices, type Slices } from './slices';
import { Spotlight } from './spotlight';
import type { PageBlock, ReadBlock } from './text-block';
import { watchText, type PageChange, type Watch } from './watch';

export interface ReadingOptions {
  readonly documentId: DocumentId;
  readonly info: PageInfo;
  readonly body: ArticleBody;
  readonly background: Background;
  readonly painter: Painter;
  /** Called when the page changes faster than it can be followed. */
  readonly onTooBusy: () => void;
  /** Called when the background refuses or stays silent. */
  readonly onFailure: (error: unknown) => void;
}

/** Pages with at most this much text are sent at once; of longer ones first what is near the viewport. */
const ONE_MESSAGE_UNITS = 60_000;

/** One article being read: its text, its marks, and the watch over both. */
export class Reading {
  readonly text = new PageText();
  readonly #options: ReadingOptions;
  readonly #spotlight: Spotlight;
  readonly #sender: BlockSender;
  readonly #end = new AbortController();
  readonly #shadowRoots = new Set<ShadowRoot>();
  readonly #excluded: Set<Element>;
  readonly #dormant: Dormant;
  #watch: Watch | null = null;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#excluded = new Set(options.body.roots.flatMap((root) => [...options.body.excludedIn(root)]));
    this.#spotlight = new Spotlight(this.text, options.painter);
    this.#sender = new BlockSender(options.background, options.documentId, this.#end.signal);
    this.#dormant = createDormant((elements) =>
      this.#sendSoon(
        this.blocks().filter(({ element }) => elements.has(element)),
        [],
      ),
    );
  }

  get info(): PageInfo {
    return this.#options.info;
  }

  get documentId(): DocumentId {
    return this.#options.documentId;
  }

  get roots(): readonly Element[] {
    return this.#options.body.roots;
  }

  /** The blocks that can be seen, in the order of their ids: those that the background knows or will. */
  blocks(): PageBlock[] {
    return Array.from(this.text.blocks()).filter(({ element }) => !this.#dormant.holds(element));
  }

  get markCount(): number {
    return this.#spotlight.count;
  }

  /** Reads, sends, marks. Resolves once the first answers are in; false when there is no text. */
  async start(): Promise<boolean> {
    const { body } = this.#options;
    // Before the first read, so that nothing can change unseen while slices yield.
    this.watchAgain();
    const slices = createSlices(this.#end.signal);
    await readBlocks(body.roots, slices, (block) => this.text.add(block), {
      excluded: this.#excluded,
      onShadowRoot: (root) => this.#watchShadow(root),
    });
    if (this.text.count === 0) return false;
    await this.#holdHidden(slices);
    for (const blocks of this.#nearFirst()) await this.#send(blocks, []);
    return true;
  }

  /** Follows changes again, after the page was too busy. */
  watchAgain(): void {
    this.#watch?.stop();
    const watch = watchText(
      this.#commonRoot(),
      (element) => this.#belongs(element),
      (change) => this.#onChange(change),
      () => this.#spotlight.repaint(),
      () => this.#options.onTooBusy(),
    );
    for (const root of this.#shadowRoots) watch.add(root);
    this.#watch = watch;
  }

  hit(x: number, y: number): Hit | null {
    return hitTest(x, y, this.text, (id) => this.#spotlight.marksOf(id), [...this.#shadowRoots]);
  }

  /** The mark with exactly these offsets, or null. */
  markAt(block: number, start: number, end: number): Mark | null {
    return this.#spotlight.marksOf(block).find((mark) => mark.start === start && mark.end === end) ?? null;
  }

  /** All marks in reading order, those on hidden text too. Sorts the blocks that have any. */
  marks(): Mark[] {
    return this.blocks()
      .filter(({ id }) => this.#spotlight.marksOf(id).length > 0)
      .toSorted(inReadingOrder)
      .flatMap(({ id }) => this.#spotlight.marksOf(id));
  }

  /** Draws again, perhaps with another painter. */
  repaint(painter: Painter): void {
    this.#spotlight.usePainter(painter);
    this.#spotlight.refresh();
  }

  /** Stops without touching what is drawn, for another reading that takes over its painter. */
  retire(): void {
    this.#end.abort();
    this.#watch?.stop();
    this.#dormant.stop();
    this.#spotlight.retire();
  }

  #watchShadow(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#watch?.add(root);
  }

  /** Roots may be several (a headline above the body); their nearest common ancestor sees changes in all. */
  #commonRoot(): Element {
    const [first = document.body, ...others] = this.roots;
    let common: Element = first;
    while (!others.every((other) => isInside(common, other))) {
      const up = parentElementOf(common);
      if (up === null) break;
      common = up;
    }
    return common;
  }

  #onChange(change: PageChange): void {
    const deep = [...change.deep];
    const own = [...change.own];
    for (const element of deep) {
      for (const beside of this.#options.body.excludedIn(element)) this.#excluded.add(beside);
    }
    const options = { excluded: this.#excluded, onShadowRoot: (root: ShadowRoot) => this.#watchShadow(root) };
    const read: ReadBlock[] = [];
    if (this.text.units < PAGE_LIMIT) {
      read.push(...readBlocksNow(deep, { ...options, limit: PAGE_LIMIT - this.text.units }));
      for (const element of own) read.push(...readBlocksNow([element], { ...options, shallow: true }));
    }
    const { changed, gone, moved } = this.text.replace(new Set(deep), new Set(own), read);
    for (const block of moved) this.#mark(block, encodeMarks(this.#spotlight.marksOf(block.id)));
    for (const block of changed) this.#spotlight.set(block.id, []);
    for (const id of gone) this.#spotlight.set(id, []);
    if (moved.length + changed.length + gone.length > 0) {
      this.#spotlight.refresh();
      this.#spotlight.paintNow();
    }
    for (const { element } of changed) if (!isRendered(element)) this.#dormant.hold(element);
    const seen = changed.filter(({ element }) => !this.#dormant.holds(element));
    if (seen.length + gone.length > 0) this.#sendSoon(seen, gone);
  }

  /** Holds back what is not rendered; but not most of a page, which is then only about to be shown. */
  async #holdHidden(slices: Slices): Promise<void> {
    const hidden = new Set<Element>();
    let units = 0;
    for (const { element, text } of this.text.blocks()) {
      if (!isRendered(element)) {
        hidden.add(element);
        units += text.length;
      }
      if (slices.isOver()) await slices.next();
    }
    if (units > this.text.units / 2) return;
    for (const element of hidden) this.#dormant.hold(element);
  }

  #sendSoon(blocks: readonly PageBlock[], gone: readonly number[]): void {
    this.#send(blocks, gone).catch((error: unknown) => {
      if (!this.#end.signal.aborted) this.#options.onFailure(error);
    });
  }

  /** Whether an element lies in the article and in none of its excluded parts. */
  #belongs(element: Element): boolean {
    for (let up: Element | null = element; up !== null; up = parentElementOf(up)) {
      if (this.#excluded.has(up)) return false;
      if (this.roots.includes(up)) return true;
    }
    return false;
  }

  #send(blocks: readonly PageBlock[], gone: readonly number[]): Promise<void> {
    return this.#sender.send(
      this.info,
      blocks,
      gone,
      () => this.blocks(),
      (marks) => this.#take(marks),
    );
  }

  #take(answer: readonly SentMarks[]): void {
    if (this.#end.signal.aborted) return;
    for (const { block: id, marks } of answer) {
      const block = this.text.block(id);
      if (block !== null) this.#mark(block, marks);
    }
    this.#spotlight.refresh();
  }

  #mark(block: PageBlock, numbers: readonly number[]): void {
    this.#spotlight.set(block.id, decodeMarks(block, numbers));
  }

  /** All blocks; on long pages those within one screen of the viewport by themselves and first. */
  #nearFirst(): PageBlock[][] {
    const blocks = this.blocks();
    if (this.text.units <= ONE_MESSAGE_UNITS) return [blocks];
    const near = nearViewport(blocks);
    return [[...near], blocks.filter((block) => !near.has(block))];
  }
}

/** Blocks that came late have late ids wherever they stand; ids decide within one node and between shadow trees. */
function inReadingOrder(one: PageBlock, other: PageBlock): number {
  const [first] = one.nodes;
  const [second] = other.nodes;
  if (first !== undefined && second !== undefined) {
    if (isAfter(first, second)) return 1;
    if (isAfter(second, first)) return -1;
  }
  return one.id - other.id;
}

/** Blocks within one screen of the viewport, found by halving, since blocks in document order mostly go down the page. */
function nearViewport(blocks: readonly PageBlock[]): Set<PageBlock> {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && boxOf(block.element).bottom < -innerHeight) low = middle + 1;
    else high = middle;
  }
  const near = new Set<PageBlock>();
  for (const block of blocks.slice(low)) {
    if (boxOf(block.element).top > 2 * innerHeight) break;
    near.add(block);
  }
  return near;
}
