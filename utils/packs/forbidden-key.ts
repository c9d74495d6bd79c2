import { PACK_LIMITS } from './limits';

/** Keys through which careless merging reaches `Object.prototype`. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type KeyFinding =
  | { readonly type: 'forbidden'; readonly where: string }
  | { readonly type: 'too-deep'; readonly where: string };

/**
 * The first forbidden key at any depth, or the first place nested deeper than the limit; null when neither is there.
 * Never recurses deeper than the limit, whatever the input.
 */
export function findForbiddenKey(value: unknown, where = '', depth = 0): KeyFinding | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > PACK_LIMITS.depth) return { type: 'too-deep', where };
  for (const [key, inner] of Object.entries(value)) {
    const path = Array.isArray(value) ? `${where}[${key}]` : where === '' ? key : `${where}.${key}`;
    if (FORBIDDEN.has(key)) return { type: 'forbidden', where: path };
    const found = findForbiddenKey(inner, path, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
