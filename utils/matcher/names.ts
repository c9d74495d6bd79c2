import type { Sense } from '../model/mention';
import { EXPANSION_LENGTH } from '../text/folding';
import { makeTokens } from '../text/tokens';
import { HEADER, HEADER_WORDS, LAST_OF_FORM, MAGIC, VERSION } from './format';
import { headerChecksum, layoutOf, ruleOf, strengthOf } from './format';
import { ALIAS_LENGTH_MAX } from './limits';
import { aliasTextOf, surfaceMeets } from './proof';
import type { Names } from './view';

export type { Names } from './view';

/** Tokens held at a time: 96 KB, so that they stay in the processor's cache however long the text is. */
const TEXT_TOKENS = 8192;

/** Why bytes are no compiled names. */
export type NamesFault = 'too-short' | 'wrong-magic' | 'wrong-version' | 'wrong-checksum' | 'wrong-length';

/** Thrown for bytes that are not compiled names of this version: compile anew. */
export class NamesFormatError extends Error {
  override readonly name = 'NamesFormatError';
  readonly code: NamesFault;
  readonly expected: number;
  readonly actual: number;

  constructor(code: NamesFault, expected: number, actual: number) {
    super(`compiled names: ${code}, expected ${expected}, got ${actual}`);
    this.code = code;
    this.expected = expected;
    this.actual = actual;
  }
}

/**
 * Makes views on compiled names: constant cost, below a millisecond at any size.
 *
 * The header is checked in full. What lies behind it is trusted to be what was written: bytes damaged there can give
 * wrong or missing candidates, but neither an endless loop nor a read outside the buffer.
 *
 * @throws NamesFormatError for anything but complete names of this version
 */
export function openNames(bytes: ArrayBuffer): Names {
  if (bytes.byteLength < HEADER_WORDS * 4) {
    throw new NamesFormatError('too-short', HEADER_WORDS * 4, bytes.byteLength);
  }
  const header = new Int32Array(bytes, 0, HEADER_WORDS);
  const word = (place: keyof typeof HEADER): number => (header[HEADER[place]] ?? 0) >>> 0;
  expect('wrong-magic', MAGIC, word('magic'));
  expect('wrong-version', VERSION, word('version'));
  expect('wrong-checksum', headerChecksum(header) >>> 0, word('checksum'));
  expect('wrong-length', word('byteLength'), bytes.byteLength);
  const counts = {
    slotCount: word('slotCount'),
    senseCount: word('senseCount'),
    textBytes: word('textBytes'),
    expansionCount: word('expansionCount'),
    filterBits: word('filterBits'),
  };
  const layout = layoutOf(counts);
  expect('wrong-length', layout.byteLength, bytes.byteLength);
  return {
    formCount: word('formCount'),
    senseCount: counts.senseCount,
    byteLength: bytes.byteLength,
    folding: {
      codes: new Uint16Array(bytes, layout.codes, 0x10000),
      expansions: new Uint16Array(bytes, layout.expansions, counts.expansionCount * EXPANSION_LENGTH),
      upper: new Int32Array(bytes, layout.upper, 0x10000 / 32),
      lower: new Int32Array(bytes, layout.lower, 0x10000 / 32),
    },
    filter: new Int32Array(bytes, layout.filter, counts.filterBits / 32),
    slots: new Int32Array(bytes, layout.slots, counts.slotCount * 2),
    probesMax: word('probesMax'),
    keys: new Uint32Array(bytes, layout.keys, counts.senseCount),
    textOffsets: new Uint32Array(bytes, layout.textOffsets, counts.senseCount),
    flags: new Uint8Array(bytes, layout.flags, counts.senseCount),
    texts: new Uint8Array(bytes, layout.texts, counts.textBytes),
    workspace: {
      textTokens: makeTokens(TEXT_TOKENS),
      aliasTokens: makeTokens(ALIAS_LENGTH_MAX + 2),
      aliasCodes: new Int32Array(ALIAS_LENGTH_MAX * EXPANSION_LENGTH),
      textCodes: new Int32Array(ALIAS_LENGTH_MAX * EXPANSION_LENGTH),
    },
  };
}

function expect(code: NamesFault, expected: number, actual: number): void {
  if (expected !== actual) throw new NamesFormatError(code, expected, actual);
}

/**
 * Whose form it is: every alias that folds to it, in the order in which the names were given. An entity with two such
 * aliases ("al-Qaeda", "al Qaeda") is listed twice.
 *
 * @param form as a candidate gives it; an unknown one has no senses
 * @param surface the candidate's text: only aliases whose case rule it meets, and each entity once, by the strongest
 */
export function sensesOf(names: Names, form: number, surface?: string): Sense[] {
  const senses: Sense[] = [];
  for (let sense = form; sense >= 0 && sense < names.senseCount; sense++) {
    const flags = names.flags[sense] ?? LAST_OF_FORM;
    if (surface === undefined || surfaceMeets(names, sense, surface))
      senses.push(senseAt(names, sense, flags));
    if ((flags & LAST_OF_FORM) !== 0) break;
  }
  return surface === undefined ? senses : strongestByKey(senses);
}

/**
 * As {@link sensesOf} for the surfaces of one text, each worked out once: a name that stands on a page stands there
 * often. The same form and surface give the same list.
 */
export function createSenseReader(names: Names): (form: number, surface: string) => readonly Sense[] {
  const known = new Map<string, { readonly form: number; readonly senses: readonly Sense[] }>();
  return (form, surface) => {
    const found = known.get(surface);
    if (found?.form === form) return found.senses;
    const senses = sensesOf(names, form, surface);
    known.set(surface, { form, senses });
    return senses;
  };
}

function senseAt(names: Names, sense: number, flags: number): Sense {
  return {
    key: names.keys[sense] ?? 0,
    alias: { text: aliasTextOf(names, sense), case: ruleOf(flags), strength: strengthOf(flags) },
  };
}

function strongestByKey(senses: readonly Sense[]): Sense[] {
  const bestByKey = new Map<number, Sense>();
  for (const sense of senses) {
    const best = bestByKey.get(sense.key);
    if (best === undefined || (best.alias.strength === 'weak' && sense.alias.strength === 'strong')) {
      bestByKey.set(sense.key, sense);
    }
  }
  return [...bestByKey.values()];
}
