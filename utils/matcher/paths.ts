/**
 * A path is a sequence of tokens from a name's first one on, told by 32 bits. Equal sequences have equal paths; whether
 * an equal path is an equal sequence is proved at the end, against the name's own letters. Never 0, which marks an empty
 * slot in the table.
 */
export function firstPath(tokenHash: number): number {
  return mix(tokenHash);
}

/** The path that one more token makes of a path. */
export function nextPath(path: number, tokenHash: number): number {
  return mix(Math.imul(path, 0x9e3779b1) + tokenHash);
}

/** `lowbias32` by C. Wellons (hash-prospector, public domain): every input bit flips about half of the output bits. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}
