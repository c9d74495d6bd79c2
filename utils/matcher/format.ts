import type { CaseRule, Strength } from '../model/entity';
import { EXPANSION_LENGTH } from '../text/folding';

/**
 * The layout of compiled names: one buffer, a header of 32-bit words, then the sections in the order of
 * {@link Layout}, each at a multiple of eight bytes. In the machine's byte order, which the magic number checks.
 * README.md tells what the sections are for.
 */

/** "BKGN", read as a little-endian word. */
export const MAGIC = 0x4e474b42;
/** Goes up with every change of the layout, of a section's meaning, or of how text is folded or split into tokens. */
export const VERSION = 1;

/** Places of the header's words. */
export const HEADER = {
  magic: 0,
  version: 1,
  /** Of the whole buffer. */
  byteLength: 2,
  /** Of all header words but this one. */
  checksum: 3,
  /** Slots in the path table, a power of two. */
  slotCount: 4,
  /** The most slots that a look-up tries. */
  probesMax: 5,
  senseCount: 6,
  formCount: 7,
  /** Bytes of alias texts. */
  textBytes: 8,
  /** Letters that fold to several. */
  expansionCount: 9,
  /** Bits of the first-path filter, a power of two, at least 32. */
  filterBits: 10,
} as const;

/** Header words in use and in reserve. */
export const HEADER_WORDS = 16;

/** What determines the size of every section. */
export interface Counts {
  readonly slotCount: number;
  readonly senseCount: number;
  readonly textBytes: number;
  readonly expansionCount: number;
  readonly filterBits: number;
}

/** Byte offsets of the sections. */
export interface Layout {
  readonly codes: number;
  readonly upper: number;
  readonly lower: number;
  readonly expansions: number;
  readonly filter: number;
  readonly slots: number;
  readonly keys: number;
  readonly textOffsets: number;
  readonly flags: number;
  readonly texts: number;
  readonly byteLength: number;
}

/** Where each section begins. */
export function layoutOf(counts: Counts): Layout {
  let offset = HEADER_WORDS * 4;
  const section = (bytes: number): number => {
    const start = offset;
    offset = Math.ceil((offset + bytes) / 8) * 8;
    return start;
  };
  return {
    codes: section(0x10000 * 2),
    upper: section(0x10000 / 8),
    lower: section(0x10000 / 8),
    expansions: section(counts.expansionCount * EXPANSION_LENGTH * 2),
    filter: section(counts.filterBits / 8),
    slots: section(counts.slotCount * 8),
    keys: section(counts.senseCount * 4),
    textOffsets: section(counts.senseCount * 4),
    flags: section(counts.senseCount),
    texts: section(counts.textBytes),
    byteLength: offset,
  };
}

/** Checksum of the header, so that a count changed by accident is an error and not a search in the wrong place. */
export function headerChecksum(header: Int32Array): number {
  let sum = 0x2545f491;
  for (let word = 0; word < HEADER_WORDS; word++) {
    if (word !== HEADER.checksum) sum = Math.imul(sum ^ (header[word] ?? 0), 0x01000193);
  }
  return sum;
}

/** A slot's second word: bit 31, whether longer paths go on from here; the rest, its first sense plus one, or 0. */
export const HAS_LONGER = 0x80000000 | 0;
export const SENSE_MASK = 0x7fffffff;

/** A sense's flags: bits 0-2 policy, 3-4 case rule, 5 weak, 6 last sense of its form, 7 last sense of its path. */
export const POLICY_MASK = 7;
const RULE_SHIFT = 3;
const WEAK = 32;
export const LAST_OF_FORM = 64;
export const LAST_OF_PATH = 128;

const RULES: readonly CaseRule[] = ['auto', 'exact', 'fold'];

/** A sense's flags, without the two that tell its place among others. */
export function senseFlags(policy: number, rule: CaseRule, strength: Strength): number {
  return policy | (RULES.indexOf(rule) << RULE_SHIFT) | (strength === 'weak' ? WEAK : 0);
}

/** The case rule in a sense's flags. */
export function ruleOf(flags: number): CaseRule {
  return RULES[(flags >> RULE_SHIFT) & 3] ?? 'auto';
}

/** The strength in a sense's flags; aliases that are off are not compiled. */
export function strengthOf(flags: number): Strength {
  return (flags & WEAK) === 0 ? 'strong' : 'weak';
}

/** Byte that ends a text; no encoded text has it. */
export const TEXT_END = 0xff;

/**
 * Appends a text to bytes: each UTF-16 unit by itself in one to three bytes, as UTF-8 does with characters below
 * U+10000, so that lone surrogates survive.
 *
 * @returns the offset after the text's end byte; the caller provides `3 * text.length + 1` bytes
 */
export function writeText(text: string, bytes: Uint8Array, at: number): number {
  let next = at;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes[next++] = unit;
    else if (unit < 0x800) {
      bytes[next++] = 0xc0 | (unit >> 6);
      bytes[next++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[next++] = 0xe0 | (unit >> 12);
      bytes[next++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[next++] = 0x80 | (unit & 0x3f);
    }
  }
  bytes[next++] = TEXT_END;
  return next;
}

/** Reads a text that {@link writeText} wrote; stops at `lengthMax` units, whatever the bytes are. */
export function readText(bytes: Uint8Array, at: number, lengthMax: number): string {
  let text = '';
  let next = at;
  const byte = (): number => bytes[next++] ?? TEXT_END;
  for (let lead = byte(); lead !== TEXT_END && text.length < lengthMax; lead = byte()) {
    let unit = lead;
    if (lead >= 0xe0) unit = ((lead & 0x0f) << 12) | ((byte() & 0x3f) << 6) | (byte() & 0x3f);
    else if (lead >= 0x80) unit = ((lead & 0x1f) << 6) | (byte() & 0x3f);
    text += String.fromCharCode(unit);
  }
  return text;
}
