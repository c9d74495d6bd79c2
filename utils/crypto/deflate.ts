import { type Bytes, concatBytes } from './bytes';

/** A file of ours unpacks to a few megabytes; more is a bomb or a bug. */
export const INFLATED_BYTES_MAX = 64 * 1024 * 1024;

/** Raw DEFLATE (RFC 1951), the one format that all browsers' own streams share besides gzip. */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  return pump(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
}

/** @throws when the bytes are no deflate stream (each engine its own error); RangeError when they unpack to more than the limit */
export async function inflate(bytes: Bytes, bytesMax = INFLATED_BYTES_MAX): Promise<Bytes> {
  return pump(bytes, new DecompressionStream('deflate-raw'), bytesMax);
}

async function pump(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  bytesMax: number,
): Promise<Bytes> {
  const writer = stream.writable.getWriter();
  // The reader below sees every failure; an unread rejection here would only be reported twice.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > bytesMax) {
      await reader.cancel();
      throw new RangeError(`unpacks to more than ${bytesMax} bytes`);
    }
  }
  await written;
  return concatBytes(...parts);
}
