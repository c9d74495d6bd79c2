import { originPattern } from '../../utils/platform/pack-net';
import { hasOrigins, requestOrigins } from '../../utils/platform/permissions';
import { UnpackError, unpackText, type UnpackProblem } from '../../utils/platform/unpack';
import { subscriptionAddressOf } from '../../utils/platform/site';

/** What the packs' section asks of the browser itself. */
export interface PacksHost {
  /** The text of a file, gzip or plain, piece by piece; throws where it can be no pack. */
  readonly textOf: (file: File) => AsyncIterable<string>;
  /** Why reading a file failed; null for a failure of another kind. */
  readonly fileProblem: (error: unknown) => UnpackProblem | null;
  /** An address that may be subscribed to, in its one form; null for anything else. */
  readonly addressOf: (text: string) => string | null;
  /** Asks the reader for one host; only straight from a click. */
  readonly allowHost: (url: string) => Promise<boolean>;
}

export const packsHost: PacksHost = {
  textOf: (file) => unpackText(piecesOf(file)),
  fileProblem: (error) => (error instanceof UnpackError ? error.problem : null),
  addressOf: subscriptionAddressOf,
  async allowHost(url) {
    // The question comes first: browsers allow it only straight from the click.
    return (await requestOrigins([originPattern(url)])) || hasOrigins([originPattern(url)]);
  },
};

/** Bytes of a file read at once. */
const PIECE_BYTES = 256 * 1024;

async function* piecesOf(file: File): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < file.size; start += PIECE_BYTES)
    yield new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
}
