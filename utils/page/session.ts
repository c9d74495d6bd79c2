import type { DocumentId } from '../model/ids';
import type { ArticleVerdict, PageInfo, PageState, PainterName, TextBlock } from '../model/page';
import { isReadable, readArticle, type ArticleReading } from './article/article';
import { wholePage, type ArticleBody } from './article/body';
import type { Background, MentionPlace, PageDescription, PageRules } from './background';
import { boxOf, isConnectedOf, isSeen } from './dom';
import { flash } from './flash';
import { Hover } from './hover';
import { whenInteractive, whenShownOnce } from './loading';
import type { Mark } from './marks';
import { onNavigation } from './navigation';
import { createPainters, type Painters } from './painters/painters';
import { boxesOf } from './ranges';
import { Reading } from './reading';
import { withRetries } from './sender';
import { Walk } from './walk';

export interface SessionOptions {
  readonly background: Background;
  /** Address of the extension's card page. */
  readonly cardUrl: string;
  /** The extension's own origin, which `cardUrl` hides in Chromium. */
  readonly cardOrigin: string;
  /** Makes the id of one load of one page. */
  readonly newDocumentId: () => DocumentId;
  /** Makes an opaque name part of lower-case letters and digits, new on every call. */
  readonly random: () => string;
  /** Whether the extension that this script belongs to is still there. */
  readonly isAlive: () => boolean;
  readonly onDefect: (where: string, error: unknown) => void;
}

/** How often a script looks whether it was orphaned, its article replaced, or its address changed. */
const HEARTBEAT_MS = 1_000;

/** When a page is judged again that was no article at first, or that has just moved to another address by itself. */
const SECOND_LOOKS_MS: readonly number[] = [300, 1_000, 2_500, 5_000, 10_000];

/** Everything that the extension does in one page, from the first question to the background to the last mark. */
export class Session {
  readonly #options: SessionOptions;
  readonly #end = new AbortController();
  readonly #painters: Painters;
  readonly #hover: Hover;
  #documentId: DocumentId;
  #rules: PageRules | null = null;
  #article: ArticleReading | null = null;
  #reading: Reading | null = null;
  #state: PageState = 'hidden';
  #walk = new Walk();
  /** The reader wants no marks on this page for now. */
  #isVeiled = false;
  #looks: ReturnType<typeof setTimeout>[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#documentId = options.newDocumentId();
    const { signal } = this.#end;
    this.#painters = createPainters(options.random, signal, () => this.#repaint());
    this.#hover = new Hover({
      find: (x, y) => (this.#isVeiled ? null : (this.#reading?.hit(x, y) ?? null)),
      documentId: () => this.#documentId,
      requestCard: (request) => options.background.requestCard(request),
      card: { url: options.cardUrl, origin: options.cardOrigin, random: options.random },
      signal,
      onFailure: (error) => this.#report('card', error),
    });
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Runs until {@link stop}; resolves when the page was read for the first time. */
  async start(): Promise<void> {
    const { signal } = this.#end;
    try {
      await whenShownOnce(signal);
      // Asked before there is a document: wakes the background while the page loads.
      const rules = withRetries(() => this.#options.background.hello({ url: location.href }), signal);
      await Promise.all([rules, whenInteractive(signal)]);
      this.#rules ??= await rules;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return;
    }
    this.#follow();
    await this.#look(true);
    this.#lookAgain();
  }

  /** Takes everything off the page and ends all work. */
  stop(): void {
    if (this.#end.signal.aborted) return;
    this.#reading?.retire();
    this.#reading = null;
    this.#cancelLooks();
    this.#end.abort();
    this.#painters.keepOnly(null);
  }

  describe(): PageDescription {
    const article = this.#article ?? readArticle(document, location.href);
    return {
      documentId: this.#documentId,
      page: article.info,
      state: this.#state,
      verdict: this.#verdict(),
      markCount: this.#reading?.markCount ?? 0,
      isVeiled: this.#isVeiled,
    };
  }

  /** The text that is read, block by block; none while the page is dark. */
  readBlocks(): TextBlock[] {
    return (this.#reading?.blocks() ?? []).map(({ id, text }) => ({ id, text }));
  }

  /** Reads the page again under other rules, or with other names behind them. */
  async rescan(rules: PageRules): Promise<void> {
    this.#rules = rules;
    await whenInteractive(this.#end.signal);
    await this.#look(true);
  }

  /** Scrolls to a mention and puts a ring around it. False when its text is not there any more. */
  showMention({ block, start, end }: MentionPlace): boolean {
    const mark = this.#reading?.markAt(block, start, end) ?? null;
    if (mark === null || boxesOf(mark).length === 0 || !isSeen(mark.block.element)) return false;
    this.#jumpTo(mark);
    return true;
  }

  /** Goes to the next or previous mention of any name from where the reader is; false when there is none. */
  stepMention(step: 1 | -1): boolean {
    const mark = this.#walk.step(this.#reading?.marks() ?? [], step, performance.now());
    if (mark === null) return false;
    this.#hover.close();
    this.#jumpTo(mark);
    return true;
  }

  /**
   * Opens the card of the mention that is open already, else of the one walked to, else of the first on screen, with
   * the focus in it. False when there is none.
   */
  async openCard(): Promise<boolean> {
    const mark = this.#hover.openMark ?? this.#walk.current(this.#reading?.marks() ?? [], performance.now());
    return mark !== null && this.#hover.openCardAt(mark, true);
  }

  /** Hides the marks of this page until it is left, or shows them again. Answers whether they are hidden now. */
  toggleMarks(): boolean {
    this.#isVeiled = !this.#isVeiled;
    this.#hover.close();
    this.#repaint();
    return this.#isVeiled;
  }

  #jumpTo(mark: Mark): void {
    scrollToMark(mark);
    flash(() => boxesOf(mark), this.#options.random, this.#end.signal);
  }

  #verdict(): ArticleVerdict | null {
    return this.#article?.verdict ?? null;
  }

  /** What happens to a page after it was loaded. */
  #follow(): void {
    const { signal } = this.#end;
    onNavigation(() => this.#lookAgain(), signal);
    addEventListener('pageshow', (event) => (event.persisted ? void this.#look(true) : undefined), {
      signal,
    });
    // A page that was too busy is followed again once the reader does something.
    for (const type of ['pointerdown', 'keydown'] as const) {
      addEventListener(type, (event) => (event.isTrusted ? this.#resume() : undefined), {
        signal,
        passive: true,
        capture: true,
      });
    }
    const beat = setInterval(() => {
      if (!this.#options.isAlive()) this.stop();
      else if (this.#reading?.roots.some((root) => !isConnectedOf(root)) === true) void this.#look(false);
    }, HEARTBEAT_MS);
    signal.addEventListener('abort', () => clearInterval(beat));
  }

  #lookAgain(): void {
    this.#cancelLooks();
    this.#looks = SECOND_LOOKS_MS.map((delayMs) => setTimeout(() => void this.#look(false), delayMs));
  }

  #cancelLooks(): void {
    for (const look of this.#looks) clearTimeout(look);
    this.#looks = [];
  }

  /**
   * Judges the page and reads it when the rules say so.
   *
   * @param isForced reads again even when nothing seems to have changed
   */
  async #look(isForced: boolean): Promise<void> {
    const rules = this.#rules;
    if (rules === null || this.#end.signal.aborted || document.body === null) return;
    const { background } = this.#options;
    const article = readArticle(document, location.href);
    const before = this.#reading;
    const isNewPage = this.#article !== null && this.#article.info.url !== article.info.url;
    // What loads below an article (comments, teasers) may make it look like less of one: lit once, lit until it is left.
    const wasRead = !isForced && !isNewPage && before !== null;
    const body = bodyToRead(rules, article, wasRead);
    this.#article = article;
    if (isNewPage) {
      this.#documentId = this.#options.newDocumentId();
      this.#walk = new Walk();
      this.#isVeiled = false;
      this.#hover.close();
    }
    if (body === null) {
      this.#reading = null;
      before?.retire();
      this.#painters.keepOnly(null);
      this.#state = darkState(rules);
      return;
    }
    if (
      !isForced &&
      before !== null &&
      isSamePage(before.info, article.info) &&
      haveSameRoots(before.roots, body.roots)
    ) {
      return;
    }
    before?.retire();
    const painter = this.#painters.get(this.#painterName(rules));
    this.#painters.keepOnly(painter);
    const reading = new Reading({
      documentId: this.#documentId,
      info: article.info,
      body,
      background,
      painter,
      onTooBusy: () => {
        if (this.#reading === reading) this.#state = 'too-busy';
      },
      onFailure: (error) => {
        if (this.#reading === reading) this.#fail(error);
      },
    });
    this.#reading = reading;
    this.#state = 'lit';
    try {
      const hasText = await reading.start();
      if (this.#reading !== reading) return;
      if (!hasText) this.#state = 'no-text';
      // Marks of the reading before this one are replaced by now, or had no successor.
      this.#repaint();
    } catch (error) {
      if (this.#reading === reading && !this.#end.signal.aborted) this.#fail(error);
    }
  }

  /** Colours changed: other styles, perhaps another painter. */
  #repaint(): void {
    if (this.#rules === null || this.#reading === null) return;
    const painter = this.#painters.get(this.#painterName(this.#rules));
    this.#reading.repaint(painter);
    this.#painters.keepOnly(painter);
  }

  #painterName({ painter }: PageRules): PainterName {
    return this.#isVeiled ? 'none' : painter;
  }

  #resume(): void {
    if (this.#state !== 'too-busy' || this.#reading === null) return;
    this.#state = 'lit';
    void this.#look(true);
  }

  #fail(error: unknown): void {
    this.#state = 'failed';
    this.#report('reading the page', error);
  }

  #report(where: string, error: unknown): void {
    // Being replaced by a new version is no defect, and nobody is there to be told.
    if (this.#options.isAlive()) this.#options.onDefect(where, error);
    else this.stop();
  }
}

/** The part of the page to read under these rules, or null to leave it dark. */
function bodyToRead(rules: PageRules, article: ArticleReading, wasRead: boolean): ArticleBody | null {
  if (rules.scan === 'never' || rules.scan === 'on-click') return null;
  const everything = wholePage(document);
  if (rules.mode === 'everything') return everything;
  const isWanted =
    rules.scan === 'always' ||
    wasRead ||
    (rules.mode === 'news' && article.verdict.isArticle) ||
    (rules.mode === 'readable' && isReadable(document)) ||
    (rules.mode === 'list' && rules.listed);
  return isWanted ? (article.body ?? everything) : null;
}

function darkState({ scan, mode }: PageRules): PageState {
  if (scan === 'never') return 'site-off';
  if (scan === 'on-click') return 'on-click';
  return mode === 'list' ? 'site-off' : 'not-article';
}

function isSamePage(one: PageInfo, other: PageInfo): boolean {
  return (
    one.url === other.url &&
    one.title === other.title &&
    one.published === other.published &&
    one.language === other.language &&
    one.section === other.section
  );
}

function haveSameRoots(some: readonly Element[], others: readonly Element[]): boolean {
  return some.length === others.length && some.every((root, index) => root === others[index]);
}

/** Brings a mark to the middle of the viewport, through scrollers inside the page. */
function scrollToMark(mark: Mark): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  const { element } = mark.block;
  if (boxOf(element).height <= innerHeight / 2) {
    Element.prototype.scrollIntoView.call(element, { block: 'center', behavior });
    return;
  }
  // A long element: its middle may be screens away from the word.
  const box = boxesOf(mark)[0];
  if (box !== undefined) scrollBy({ top: box.top - innerHeight / 2, behavior });
}
