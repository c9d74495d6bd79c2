import { type Bytes, concatBytes } from './bytes';

const LENGTH_BYTES = 4;

/** Shorter contents look alike: a single edit of a name and one of a sentence have the same size. */
const PADDED_MIN = 128;

/**
 * The padded length of Padmé (Nikitin et al. 2019, "Reducing Metadata Leakage from Encrypted Files"): at most 12 % more,
 * and only about log2(log2(length)) bits of the length shown.
 */
export function padmeLength(length: number): number {
  if (length <= PADDED_MIN) return PADDED_MIN;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
}

/** Four bytes of length (big-endian), the content, then zeros. */
export function pad(content: Uint8Array): Bytes {
  const padded = new Uint8Array(padmeLength(LENGTH_BYTES + content.length));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

/** Null when the length does not fit or the padding is not zero. */
export function unpad(padded: Bytes): Bytes | null {
  if (padded.length < LENGTH_BYTES) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = LENGTH_BYTES + length;
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return null;
  return concatBytes(padded.subarray(LENGTH_BYTES, end));
}
