import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { linesOf } from '../../utils/packs/lines';
import { parsePack, type ParseResult } from '../../utils/packs/parse';
import { unpackText } from '../../utils/platform/unpack';

/** Reads a pack's file, gzip or plain, as the extension does; null when there is no such file. */
export async function readPackFile(file: string): Promise<ParseResult | null> {
  const info = await stat(file).catch(() => null);
  if (info === null || !info.isFile()) return null;
  const chunks: AsyncIterable<Uint8Array> = createReadStream(file);
  return parsePack(linesOf(unpackText(chunks)));
}
