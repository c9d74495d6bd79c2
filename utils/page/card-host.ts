import { parseCardToHost, type CardGreeting, type HostToCard } from '../model/card-channel';
import type { Ticket } from '../model/ids';
import { placeCard, type Box } from './card-place';
import { createPageHost } from './page-host';

export interface CardHostOptions {
  /** Address of the extension's card page. */
  readonly url: string;
  /** Origin that the card page has once it is loaded: Chromium's address for it is a throw-away alias of another one. */
  readonly origin: string;
  /** See {@link createPageHost}. */
  readonly random: () => string;
  /** The card asked to be closed. */
  readonly onClose: () => void;
  /** The pointer came onto the card or left it. */
  readonly onPointer: (isOver: boolean) => void;
}

/** Width by the design: 360 px, 92 % of narrow windows. The height comes from the card. */
const WIDTH_PX = 360;
const WIDTH_SHARE = 0.92;
const HEIGHT_MAX_PX = 480;
const HEIGHT_SHARE = 0.76;

/** Without word from the card page in this time it is taken as broken, and taken away. */
const SILENCE_MS = 5_000;

const STYLE = `
.card{all:initial;position:fixed;inset:auto;margin:0;border:0;padding:0;overflow:visible;background:transparent;visibility:hidden;opacity:0;pointer-events:none}
.card:not(:popover-open){display:none}
.card.shown{visibility:visible;opacity:1;pointer-events:auto;transition:opacity 90ms}
iframe{all:initial;display:block;width:100%;height:100%;border:0;border-radius:8px;background:transparent;color-scheme:light dark;
box-shadow:0 0 0 1px light-dark(rgb(0 0 0/.1),rgb(255 255 255/.13)),0 1px 2px light-dark(rgb(0 0 0/.06),rgb(0 0 0/.4)),0 8px 24px light-dark(rgb(0 0 0/.12),rgb(0 0 0/.5))}
@media (prefers-reduced-motion: reduce){.card.shown{transition:none}}
@media (forced-colors: active){iframe{outline:1px solid CanvasText}}
@media print{.card{display:none}}
`;

/**
 * The place of the hover card on a page: an extension page in a frame in a closed shadow root, in the top layer so that
 * no dialog of the page covers it. The frame is made when the first card is asked for and kept: hidden by visibility
 * between `prepare` and `show`, so that it can lay itself out, and taken off the top layer between cards.
 *
 * A card drawn in the page's own DOM, even in a closed shadow root, could be read with `window.find` and the selection,
 * and its keys heard; a frame of another origin gives away neither (measured in Chromium 156 and Firefox 153).
 */
export class CardHost {
  readonly #options: CardHostOptions;
  readonly #host: HTMLElement;
  readonly #box: HTMLDivElement;
  readonly #frame: HTMLIFrameElement;
  #port: MessagePort | null = null;
  #isReady = false;
  #ticket: Ticket | null = null;
  #height: number | null = null;
  #word: Box | null = null;
  #isShown = false;
  #wantsFocus = false;
  #silence: ReturnType<typeof setTimeout> | null = null;

  constructor(options: CardHostOptions) {
    this.#options = options;
    const { host, root } = createPageHost(options.random);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#host = host;
    this.#box = document.createElement('div');
    this.#box.className = 'card';
    this.#box.popover = 'manual';
    this.#frame = document.createElement('iframe');
    // A page with a cross-origin embedder policy lets only frames without credentials in.
    this.#frame.setAttribute('credentialless', '');
    this.#frame.setAttribute('allow', '');
    this.#frame.referrerPolicy = 'no-referrer';
    this.#frame.title = 'Backgrounder';
    this.#frame.addEventListener('load', () => this.#greet());
    this.#box.addEventListener('pointerenter', (event) => {
      if (event.isTrusted) options.onPointer(true);
    });
    this.#box.addEventListener('pointerleave', (event) => {
      if (event.isTrusted) options.onPointer(false);
    });
    this.#frame.src = options.url;
    this.#box.append(this.#frame);
    root.append(this.#box);
    document.documentElement.append(host);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Whether the focus is in the card. */
  get hasFocus(): boolean {
    return document.activeElement === this.#host;
  }

  /** The card's box in the viewport while one is shown. */
  get box(): Box | null {
    return this.#isShown ? this.#box.getBoundingClientRect() : null;
  }

  /** Has the card page draw a card, out of sight. */
  prepare(ticket: Ticket, word: Box): void {
    this.#putIn();
    this.#ticket = ticket;
    this.#height = null;
    this.#word = word;
    this.#setShown(false);
    this.#layOut(HEIGHT_MAX_PX);
    // Shown anew each time: a dialog that the page opened since would lie above.
    this.#box.hidePopover();
    this.#box.showPopover();
    if (this.#isReady) this.#post({ type: 'show', ticket });
    this.#expectWord();
  }

  /** Lets the card be seen as soon as it has drawn itself. */
  show(): void {
    if (this.#ticket === null) return;
    this.#setShown(true);
  }

  /** Moves the card with its word. */
  follow(word: Box): void {
    this.#word = word;
    this.#layOut(this.#height ?? HEIGHT_MAX_PX);
  }

  /** Puts the focus into the card as soon as it is seen: nothing that is hidden takes it. */
  focus(): void {
    this.#wantsFocus = true;
    this.#reveal();
  }

  hide(): void {
    this.#clearSilence();
    if (this.#ticket === null) return;
    this.#ticket = null;
    this.#word = null;
    this.#wantsFocus = false;
    this.#setShown(false);
    this.#box.hidePopover();
    this.#post({ type: 'hide' });
  }

  /** Takes the host off the page. */
  remove(): void {
    this.#clearSilence();
    this.#ticket = null;
    this.#port?.close();
    this.#port = null;
    this.#isReady = false;
    this.#host.remove();
  }

  /** A page that removes foreign elements unloads the frame; it loads again when put back. */
  #putIn(): void {
    if (this.#host.isConnected) return;
    this.#port?.close();
    this.#port = null;
    this.#isReady = false;
    document.documentElement.append(this.#host);
  }

  #greet(): void {
    this.#port?.close();
    this.#isReady = false;
    const target = this.#frame.contentWindow;
    if (target === null) return;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data));
    port1.start();
    const greeting: CardGreeting = { backgrounder: 'port' };
    target.postMessage(greeting, this.#options.origin, [port2]);
  }

  #hear(data: unknown): void {
    const message = parseCardToHost(data);
    if (message === null) return;
    if (message.type === 'close') {
      this.#options.onClose();
    } else if (message.type === 'ready') {
      this.#isReady = true;
      if (this.#ticket !== null) this.#post({ type: 'show', ticket: this.#ticket });
    } else if (this.#ticket !== null) {
      this.#clearSilence();
      this.#height = Math.max(0, message.height);
      this.#layOut(this.#height);
      this.#reveal();
    }
  }

  #post(message: HostToCard): void {
    this.#port?.postMessage(message);
  }

  #setShown(isShown: boolean): void {
    this.#isShown = isShown;
    this.#reveal();
  }

  /** Seen only once the card said how high it is: never an empty frame. */
  #reveal(): void {
    const isSeen = this.#isShown && this.#height !== null;
    this.#box.classList.toggle('shown', isSeen);
    if (!isSeen || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.#frame.focus({ preventScroll: true });
    this.#post({ type: 'focus' });
  }

  #layOut(height: number): void {
    if (this.#word === null) return;
    const screen = { width: document.documentElement.clientWidth || innerWidth, height: innerHeight };
    const width = Math.min(WIDTH_PX, screen.width * WIDTH_SHARE);
    const wanted = Math.min(height, HEIGHT_MAX_PX, screen.height * HEIGHT_SHARE);
    const place = placeCard(this.#word, { width, height: wanted }, screen, isRightToLeft());
    this.#box.style.left = `${place.left}px`;
    this.#box.style.top = `${place.top}px`;
    this.#box.style.width = `${width}px`;
    this.#box.style.height = `${place.height}px`;
  }

  #expectWord(): void {
    this.#clearSilence();
    this.#silence = setTimeout(() => {
      this.#silence = null;
      this.#options.onClose();
    }, SILENCE_MS);
  }

  #clearSilence(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = null;
  }
}

function isRightToLeft(): boolean {
  return getComputedStyle(document.documentElement).direction === 'rtl';
}
