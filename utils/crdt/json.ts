import type { Json } from './op';
import type { Vector } from './vector';
import { isEpochId } from './stamp';

/** Bytes that decrypted well but do not say what they should: written by a broken program, never by the network. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/** A JSON object as read, nothing known of its members. */
export type JsonObject = { readonly [key: string]: Json | undefined };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readObject(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw new MalformedError(`${what} is no object`);
  return value;
}

export function readArray(value: unknown, what: string): readonly Json[] {
  if (!Array.isArray(value)) throw new MalformedError(`${what} is no list`);
  return value as readonly Json[];
}

export function readString(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new MalformedError(`${what} is no text`);
  return value;
}

/** A whole number from `min` to `max`. */
export function readCount(value: unknown, what: string, max = Number.MAX_SAFE_INTEGER, min = 0): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    throw new MalformedError(`${what} is no count from ${min} to ${max}`);
  return value;
}

export function readVector(value: unknown, what: string): Vector {
  const entries = Object.entries(readObject(value, what));
  for (const [epoch, n] of entries) {
    if (!isEpochId(epoch)) throw new MalformedError(`${what} names no epoch`);
    readCount(n, what, Number.MAX_SAFE_INTEGER, 1);
  }
  return value as Vector;
}
