import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { unpackText } from '../../utils/platform/unpack';

// A bomb takes a while to make on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

async function textOf(bytes: Uint8Array, piece = 1000): Promise<string> {
  const pieces = Array.from({ length: Math.ceil(bytes.byteLength / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  );
  let text = '';
  for await (const part of unpackText(pieces)) text += part;
  return text;
}

const TEXT = 'Grüße aus Köln – 東京 😀\n'.repeat(3000);

describe('a file', () => {
  test.each([1, 7, 100_000])('is the same text, gzip or plain, in pieces of %i', async (piece) => {
    const short = TEXT.slice(0, 2300);
    expect(await textOf(new TextEncoder().encode(short), piece)).toBe(short);
    expect(await textOf(gzipSync(short), piece)).toBe(short);
  });

  test('may be empty, or long', async () => {
    expect(await textOf(new Uint8Array())).toBe('');
    expect(await textOf(gzipSync(TEXT))).toBe(TEXT);
  });

  test('that swells a thousandfold is refused before it is all in memory', async () => {
    let most = 0;
    const read = async (): Promise<void> => {
      let length = 0;
      for await (const part of unpackText([gzipSync(Buffer.alloc(100_000_000))])) {
        length += part.length;
        most = Math.max(most, length);
      }
    };
    await expect(read()).rejects.toMatchObject({ problem: 'too-large' });
    // A hundred times the file, of a thousand that it would come to.
    expect(most).toBeLessThan(20_000_000);
  });

  test.each([
    ['cut off', gzipSync(TEXT).subarray(0, 200), 'damaged'],
    ['with a wrong checksum', new Uint8Array(gzipSync(TEXT)).fill(0, -8, -4), 'damaged'],
    ['that is no text', Uint8Array.from([0x50, 0xff, 0xfe, 0x80]), 'not-text'],
  ])('%s is told apart', async (_what, bytes, problem) => {
    await expect(textOf(bytes)).rejects.toMatchObject({ problem });
  });
});
