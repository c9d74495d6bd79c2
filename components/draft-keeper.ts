/** `clean`: nothing typed yet. `waiting`: typed, not kept. `kept`: safe to close. `failed`: could not be kept. */
export type DraftState = 'clean' | 'waiting' | 'kept' | 'failed';

/**
 * How long typing rests before the draft is kept. A popup may be gone with the next click, so the rest is short; what it
 * leaves out is kept when the page is left.
 */
const KEEP_DELAY_MS = 250;

/**
 * Keeps a text in editing: once typing rests, and at once when told to. Texts are sent in the order in which they were
 * typed, each at once and without waiting for the one before, since a page that is being left gets no second turn.
 */
export class DraftKeeper {
  readonly #keep: (body: string) => Promise<void>;
  readonly #onState: (state: DraftState) => void;
  #pending: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<void> = Promise.resolve();

  /**
   * @param keep stores the draft
   * @param onState told whenever it becomes known how safe the newest text is
   */
  constructor(keep: (body: string) => Promise<void>, onState: (state: DraftState) => void) {
    this.#keep = keep;
    this.#onState = onState;
  }

  /** Takes what was typed and keeps it once typing rests. */
  change(body: string): void {
    this.#pending = body;
    this.#onState('waiting');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), KEEP_DELAY_MS);
  }

  /** Keeps at once what is not kept yet; resolves when nothing is under way. Never rejects. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const body = this.#pending;
    if (body === null) return this.#underWay;
    this.#pending = null;
    const sent = this.#keep(body).then(
      () => this.#tell('kept'),
      () => this.#tell('failed'),
    );
    this.#underWay = Promise.all([this.#underWay, sent]).then(() => undefined);
    return this.#underWay;
  }

  /** Forgets what is waiting and waits for what is under way, so that a save or discard has the last word. Never rejects. */
  settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = null;
    return this.#underWay;
  }

  /** An answer about an older text says nothing about the newest. */
  #tell(state: DraftState): void {
    if (this.#pending === null) this.#onState(state);
  }
}
