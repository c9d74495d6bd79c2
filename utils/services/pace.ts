/** Longest stretch of work before others get a turn, in milliseconds. */
const SLICE_MS = 12;

/** Thrown out of work that the reader called off. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** What a long job says while it runs. */
export interface PaceOptions {
  /** Milliseconds. */
  readonly now: () => number;
  /** Lets other work have a turn. */
  readonly pause: () => Promise<void>;
  /** Whether the reader called it off. */
  readonly isCancelled?: () => boolean;
}

/** Cuts long work into slices, so that pages and panels are answered meanwhile, and ends it when it is called off. */
export class Pace {
  readonly #options: PaceOptions;
  #sliceEnd: number;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#sliceEnd = options.now() + SLICE_MS;
  }

  /** Throws {@link Cancelled} when the work was called off. */
  check(): void {
    if (this.#options.isCancelled?.() === true) throw new Cancelled('called off by the reader');
  }

  /** Gives others a turn when this slice is over. Throws {@link Cancelled}. */
  async breathe(): Promise<void> {
    if (this.#options.now() < this.#sliceEnd) return;
    await this.#options.pause();
    this.#sliceEnd = this.#options.now() + SLICE_MS;
    this.check();
  }

  /** Takes all steps, breathing between them. */
  async run<Result>(steps: Generator<unknown, Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }

  /**
   * Hands on what arrives, breathing before each piece.
   *
   * @yields each piece
   */
  async *paced<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
    for await (const item of items) {
      await this.breathe();
      yield item;
    }
  }
}
