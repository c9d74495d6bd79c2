/** Why a file could not be unpacked. */
export type UnpackProblem = 'too-large' | 'not-text' | 'damaged';

/** A file that is no text, is damaged, or swells beyond all measure. */
export class UnpackError extends Error {
  override readonly name = 'UnpackError';
  readonly problem: UnpackProblem;

  constructor(problem: UnpackProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** Bytes of text that come out at most: more than the longest pack in three-byte letters. */
const OUT_MAX = 200 * 1024 * 1024;
/** How much larger the text may be than the file, once it is larger than {@link RATIO_FROM}. Packs come to about ten. */
const RATIO_MAX = 100;
const RATIO_FROM = 1024 * 1024;
/** Bytes handed to the decompressor at once: what they swell to (a thousandfold at most) is in memory before it is counted. */
const PIECE_BYTES = 4096;

/**
 * The text of a file, gzip or plain, piece by piece. Memory stays bounded whatever the file holds.
 *
 * @yields pieces of text
 * @throws UnpackError; errors of the source pass through
 */
export async function* unpackText(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let outBytes = 0;
  const source = new CountedSource(bytes);
  for await (const piece of await plainBytes(source)) {
    outBytes += piece.byteLength;
    if (outBytes > OUT_MAX) throw new UnpackError('too-large');
    if (outBytes > RATIO_FROM && outBytes > source.inBytes * RATIO_MAX) throw new UnpackError('too-large');
    const text = decoded(decoder, piece, true);
    if (text !== '') yield text;
  }
  yield decoded(decoder, new Uint8Array(), false);
}

/** The beginning, at least the two bytes that tell gzip from text where there are two; null for an empty file. */
async function firstOf(source: CountedSource): Promise<Uint8Array | null> {
  const one = await source.next();
  if (one === null || one.byteLength > 1) return one;
  const more = await firstOf(source);
  return more === null ? one : Uint8Array.of(...one, ...more);
}

/** Cuts what arrives into small pieces and counts them. */
class CountedSource {
  inBytes = 0;
  readonly #pieces: AsyncGenerator<Uint8Array, void, undefined>;

  constructor(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#pieces = cut(bytes);
  }

  async next(): Promise<Uint8Array | null> {
    const { done, value } = await this.#pieces.next();
    if (done === true) return null;
    this.inBytes += value.byteLength;
    return value;
  }
}

async function* cut(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.byteLength; start += PIECE_BYTES)
      yield chunk.subarray(start, start + PIECE_BYTES);
  }
}

async function plainBytes(source: CountedSource): Promise<AsyncIterable<Uint8Array>> {
  const first = await firstOf(source);
  const rest = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      if (first !== null) controller.enqueue(new Uint8Array(first));
    },
    pull: async (controller) => {
      const piece = await source.next();
      if (piece === null) controller.close();
      else controller.enqueue(new Uint8Array(piece));
    },
  });
  const isGzip = first !== null && first[0] === 0x1f && first[1] === 0x8b;
  return piecesOf(isGzip ? rest.pipeThrough(new DecompressionStream('gzip')) : rest, isGzip);
}

/**
 * Not every browser lets one iterate over a stream.
 *
 * @yields each piece
 */
async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  isGzip: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw isGzip ? new UnpackError('damaged', { cause }) : cause;
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (cause) {
    throw new UnpackError('not-text', { cause });
  }
}
