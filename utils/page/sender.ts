import type { DocumentId } from '../model/ids';
import type { PageInfo } from '../model/page';
import { isTransient, type Background } from './background';
import type { PageBlock } from './text-block';

/** Code units of text in one message; the background refuses more. */
const MESSAGE_UNITS = 200_000;
/** A message may carry this many blocks, however short. */
const MESSAGE_BLOCKS = 2_000;

/** Waits between tries while the background is being replaced: about eight seconds in all. */
const RETRY_MS: readonly number[] = [250, 500, 1_000, 2_000, 4_000];

export interface SentMarks {
  readonly block: number;
  readonly marks: readonly number[];
}

/** Sends blocks in their order, one message after another, and hands on the marks that come back. */
export class BlockSender {
  readonly #background: Background;
  readonly #signal: AbortSignal;
  readonly #documentId: DocumentId;
  #queue: Promise<void> = Promise.resolve();
  #isFresh = true;

  constructor(background: Background, documentId: DocumentId, signal: AbortSignal) {
    this.#background = background;
    this.#documentId = documentId;
    this.#signal = signal;
  }

  /**
   * Resolves when everything was answered.
   *
   * @param all asked for every block when the background has forgotten this document
   * @param onMarks called after each answer
   */
  send(
    page: PageInfo,
    blocks: readonly PageBlock[],
    gone: readonly number[],
    all: () => Iterable<PageBlock>,
    onMarks: (marks: readonly SentMarks[]) => void,
  ): Promise<void> {
    const sent = this.#queue.then(() => this.#send(page, blocks, gone, all, onMarks));
    // One failed message must not keep the next from being tried.
    this.#queue = sent.catch(() => {});
    return sent;
  }

  async #send(
    page: PageInfo,
    blocks: readonly PageBlock[],
    gone: readonly number[],
    all: () => Iterable<PageBlock>,
    onMarks: (marks: readonly SentMarks[]) => void,
  ): Promise<void> {
    let messages = batches(blocks);
    let leaving = [...gone];
    let resends = 0;
    if (messages.length === 0 && leaving.length > 0) messages = [[]];
    for (let batch = messages.shift(); batch !== undefined; batch = messages.shift()) {
      const answer = await this.#ask({
        documentId: this.#documentId,
        page,
        blocks: batch.map(({ id, text }) => ({ id, text })),
        gone: leaving,
        fresh: this.#isFresh,
      });
      leaving = [];
      if (answer.status === 'ok') {
        this.#isFresh = false;
        onMarks(answer.marks);
        continue;
      }
      // A background that forgets at every message would keep us here for ever.
      if (++resends > 3) throw new Error('the background forgets this page again and again');
      this.#isFresh = true;
      messages = batches([...all()]);
    }
  }

  async #ask(request: Parameters<Background['findMentions']>[0]): ReturnType<Background['findMentions']> {
    return withRetries(() => this.#background.findMentions(request), this.#signal);
  }
}

/** Tries again, with growing waits, what failed because the background was being replaced. */
export async function withRetries<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const waitMs of RETRY_MS) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  signal.throwIfAborted();
  return call();
}

function batches(blocks: readonly PageBlock[]): PageBlock[][] {
  const all: PageBlock[][] = [];
  let batch: PageBlock[] = [];
  let units = 0;
  for (const block of blocks) {
    if (batch.length > 0 && (units + block.text.length > MESSAGE_UNITS || batch.length >= MESSAGE_BLOCKS)) {
      all.push(batch);
      batch = [];
      units = 0;
    }
    batch.push(block);
    units += block.text.length;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}
