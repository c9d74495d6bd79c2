import type { DocumentId, Ticket } from '../model/ids';
import type { MentionPlace } from './background';
import { CardHost, type CardHostOptions } from './card-host';
import { isBetween, type Box } from './card-place';
import { closestOf, isElement, isSeen } from './dom';
import type { Hit } from './hit-test';
import type { Mark } from './marks';
import { boxesOf } from './ranges';

export interface HoverOptions {
  /** The mark at a point of the viewport, and the document it is of. */
  readonly find: (x: number, y: number) => Hit | null;
  readonly documentId: () => DocumentId;
  readonly requestCard: (
    place: MentionPlace & { documentId: DocumentId },
  ) => Promise<{ ticket: Ticket } | null>;
  readonly card: Pick<CardHostOptions, 'url' | 'origin' | 'random'>;
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
}

/** The manners that readers know from Wikipedia's previews: ask at 150 ms, show at 300 ms, leave 300 ms after. */
const REST_MS = 150;
const SHOW_MS = 300;
const LEAVE_MS = 300;
const LONG_PRESS_MS = 500;
/** How long the background may take over a ticket before it is asked again: a stopped one wakes in 0.2 s. */
const ANSWER_MS = 1_500;
/** A finger that moved this far scrolls. */
const FINGER_PX = 10;
/** A word that moved this far under a still pointer was moved by the page, not chosen by the reader. */
const MOVED_PX = 4;

/** Opens the card where the reader's pointer rests on a mark, and closes it when they have gone. */
export class Hover {
  readonly #options: HoverOptions;
  #host: CardHost | null = null;
  /** The mark that the pointer is on and when it came there. */
  #resting: { readonly mark: Mark; readonly box: DOMRect; readonly since: number } | null = null;
  #open: Mark | null = null;
  #isOnCard = false;
  #point: { readonly x: number; readonly y: number } | null = null;
  #frame: number | null = null;
  #restTimer: ReturnType<typeof setTimeout> | null = null;
  #leaveTimer: ReturnType<typeof setTimeout> | null = null;
  #pressTimer: ReturnType<typeof setTimeout> | null = null;
  #press: { readonly x: number; readonly y: number; isLong: boolean } | null = null;
  #focusBefore: Element | null = null;
  /** Counts openings, so that an answer that comes late opens nothing. */
  #turn = 0;

  constructor(options: HoverOptions) {
    this.#options = options;
    const { signal } = options;
    const passive = { capture: true, passive: true, signal };
    const on = <Type extends keyof WindowEventMap>(
      type: Type,
      handle: (event: WindowEventMap[Type]) => void,
      listen: AddEventListenerOptions = passive,
    ): void => {
      // Events that a page makes up open nothing.
      addEventListener(type, (event) => (event.isTrusted ? handle(event) : undefined), listen);
    };
    on('pointermove', (event) => this.#onMove(event));
    on('pointerdown', (event) => this.#onDown(event));
    on('pointerup', () => this.#endPress());
    on('pointercancel', () => this.#endPress());
    on('click', (event) => this.#onClick(event));
    on('contextmenu', (event) => this.#onContextMenu(event), { capture: true, signal });
    on('keydown', (event) => this.#onKey(event), { capture: true, signal });
    on('scroll', () => this.#onScroll());
    on('resize', () => this.#onScroll());
    // The window loses the focus to its own card too, when the reader presses something there: that is no leaving. Who
    // has it is known a turn later.
    on('blur', () => setTimeout(() => (this.#host?.hasFocus === true ? undefined : this.#forgetPointer())));
    document.documentElement.addEventListener('pointerleave', () => this.#forgetPointer(), { signal });
    signal.addEventListener('abort', () => this.#remove());
  }

  /** The mark whose card is open. */
  get openMark(): Mark | null {
    return this.#open;
  }

  /** Opens the card of a mark at once, as a keyboard command does; `takeFocus` moves the focus into it. */
  async openCardAt(mark: Mark, takeFocus: boolean): Promise<boolean> {
    const box = boxesOf(mark)[0];
    if (box === undefined) return false;
    // From one card to another the focus still goes back to where it was in the page.
    const before = this.#host?.hasFocus === true ? this.#focusBefore : document.activeElement;
    const isOpen = await this.#request(mark, box);
    if (!isOpen) return false;
    if (takeFocus) this.#focusBefore = before ?? document.body;
    this.#host?.show();
    if (takeFocus) this.#host?.focus();
    return true;
  }

  close(): void {
    this.#turn++;
    this.#clear('rest');
    this.#clear('leave');
    this.#isOnCard = false;
    this.#open = null;
    this.#host?.hide();
    if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') {
      const press = this.#press;
      if (press !== null && Math.hypot(event.clientX - press.x, event.clientY - press.y) > FINGER_PX)
        this.#endPress();
      return;
    }
    this.#point = { x: event.clientX, y: event.clientY };
    // Buttons down: the reader selects text.
    if (event.buttons !== 0) {
      this.#setResting(null);
      return;
    }
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#look();
    });
  }

  #look(): void {
    const point = this.#point;
    if (point === null) return;
    const hit = this.#options.find(point.x, point.y);
    this.#setResting(hit);
    if (this.#open === null) return;
    if ((hit !== null && isSameMark(hit.mark, this.#open)) || this.#isTravelling(point.x, point.y)) {
      this.#clear('leave');
    } else {
      this.#leaveSoon();
    }
  }

  #setResting(hit: Hit | null): void {
    const before = this.#resting;
    if (hit !== null && before !== null && isSameMark(before.mark, hit.mark)) return;
    this.#clear('rest');
    if (hit === null || !isSeen(hit.mark.block.element)) {
      this.#resting = null;
      return;
    }
    this.#resting = { ...hit, since: performance.now() };
    if (this.#open !== null && isSameMark(this.#open, hit.mark)) {
      // Back on a word whose card was drawn but not shown yet: no new ticket.
      if (this.#host?.isShown === false) this.#showIn(SHOW_MS);
      return;
    }
    this.#restTimer = setTimeout(() => void this.#onRest(), REST_MS);
  }

  async #onRest(): Promise<void> {
    this.#restTimer = null;
    const resting = this.#resting;
    const point = this.#point;
    if (resting === null || point === null) return;
    // Looked at again: the page may have moved another word under the pointer, or changed this one.
    const hit = this.#options.find(point.x, point.y);
    if (hit === null || !isSameMark(hit.mark, resting.mark) || hasMoved(hit.box, resting.box)) {
      this.#resting = null;
      return;
    }
    if (!(await this.#request(hit.mark, hit.box))) return;
    // The pointer may have gone on while the background answered.
    if (this.#resting !== null) this.#showIn(SHOW_MS - (performance.now() - resting.since));
  }

  #showIn(delayMs: number): void {
    const turn = this.#turn;
    this.#clear('rest');
    this.#restTimer = setTimeout(
      () => {
        this.#restTimer = null;
        if (turn === this.#turn) this.#host?.show();
      },
      Math.max(0, delayMs),
    );
  }

  /** Asks for the card and has it drawn out of sight. False when there is none or something else came between. */
  async #request(mark: Mark, box: Box): Promise<boolean> {
    const turn = ++this.#turn;
    let answer: { ticket: Ticket } | null;
    // Made while the background answers: the frame takes longer than the ticket.
    const host = (this.#host ??= this.#createHost());
    try {
      answer = await this.#ask(mark);
    } catch (error) {
      this.#options.onFailure(error);
      return false;
    }
    if (answer === null || turn !== this.#turn || this.#options.signal.aborted) return false;
    this.#open = mark;
    this.#isOnCard = false;
    this.#clear('leave');
    host.prepare(answer.ticket, box);
    return true;
  }

  /**
   * Asks twice at most: in Firefox a hover now and then got no card, and a question lost while the background is being
   * stopped is the likely cause, not a proven one. A ticket that comes late is one that nobody uses.
   */
  async #ask({ block, start, end }: Mark): Promise<{ ticket: Ticket } | null> {
    const { documentId, requestCard } = this.#options;
    const place = { documentId: documentId(), block: block.id, start, end };
    const first = await Promise.race([requestCard(place).catch(() => null), silenceFor(ANSWER_MS)]);
    return first ?? requestCard(place);
  }

  #createHost(): CardHost {
    return new CardHost({
      ...this.#options.card,
      onClose: () => this.close(),
      onPointer: (isOver) => {
        this.#isOnCard = isOver;
        if (isOver) this.#clear('leave');
        else this.#leaveSoon();
      },
    });
  }

  #leaveSoon(): void {
    if (this.#isOnCard || this.#focusBefore !== null) return;
    this.#leaveTimer ??= setTimeout(() => {
      this.#leaveTimer = null;
      this.close();
    }, LEAVE_MS);
  }

  #isTravelling(x: number, y: number): boolean {
    const card = this.#host?.box ?? null;
    const word = this.#open === null ? undefined : boxesOf(this.#open)[0];
    return card !== null && word !== undefined && isBetween(x, y, word, card);
  }

  /** The pointer left the window: what was hovered is not hovered any more. */
  #forgetPointer(): void {
    this.#point = null;
    this.#setResting(null);
    if (this.#open !== null) this.#leaveSoon();
  }

  #onScroll(): void {
    // A word that scrolls under a still pointer was not chosen.
    this.#setResting(null);
    this.#point = null;
    if (this.#open === null) return;
    const word = boxesOf(this.#open)[0];
    if (word === undefined || word.bottom < 0 || word.top > innerHeight) this.close();
    else this.#host?.follow(word);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#open === null) return;
    if (this.#host?.isShown === true) {
      // This Esc was meant for the card, not for the page's own dialog below it.
      event.preventDefault();
      event.stopPropagation();
    }
    this.close();
    this.#resting = null;
  }

  #onDown(event: PointerEvent): void {
    // A pointer on the card goes to its frame; whatever arrives here is outside.
    if (this.#open !== null && !this.#isOnCard) this.close();
    this.#clear('rest');
    if (event.pointerType !== 'touch') return;
    this.#press = { x: event.clientX, y: event.clientY, isLong: false };
    this.#pressTimer = setTimeout(() => {
      this.#pressTimer = null;
      const press = this.#press;
      if (press === null) return;
      const hit = this.#options.find(press.x, press.y);
      if (hit === null) return;
      press.isLong = true;
      void this.openCardAt(hit.mark, false);
    }, LONG_PRESS_MS);
  }

  #endPress(): void {
    this.#clear('press');
  }

  #onClick(event: MouseEvent): void {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const press = this.#press;
    this.#press = null;
    if (!isTouch || press?.isLong === true) return;
    // A tap on a link is the link's; there a long press opens the card.
    const [target] = event.composedPath();
    if (!(target instanceof Node) || isInteractive(target)) return;
    const hit = this.#options.find(event.clientX, event.clientY);
    if (hit !== null && isSeen(hit.mark.block.element)) void this.openCardAt(hit.mark, false);
  }

  /** A long press that opened a card must not open the browser's menu over it. */
  #onContextMenu(event: MouseEvent): void {
    if (this.#press?.isLong === true) event.preventDefault();
  }

  #clear(which: 'rest' | 'leave' | 'press'): void {
    const timer =
      which === 'rest' ? this.#restTimer : which === 'leave' ? this.#leaveTimer : this.#pressTimer;
    if (timer !== null) clearTimeout(timer);
    if (which === 'rest') this.#restTimer = null;
    else if (which === 'leave') this.#leaveTimer = null;
    else this.#pressTimer = null;
  }

  #remove(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.close();
    this.#clear('press');
    this.#host?.remove();
    this.#host = null;
  }
}

function isSameMark(one: Mark, other: Mark): boolean {
  return one.block.id === other.block.id && one.start === other.start && one.end === other.end;
}

function hasMoved(now: Box, before: Box): boolean {
  return Math.abs(now.left - before.left) > MOVED_PX || Math.abs(now.top - before.top) > MOVED_PX;
}

function isInteractive(node: Node): boolean {
  const element = isElement(node) ? node : node.parentElement;
  return (
    element !== null &&
    closestOf(element, 'a[href],button,label,summary,[role="button"],[role="link"],[onclick]') !== null
  );
}

function silenceFor(delayMs: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), delayMs);
  });
}
