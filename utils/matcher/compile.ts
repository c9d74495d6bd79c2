import type { Alias } from '../model/entity';
import { makeFolding, type Folding } from '../text/folding';
import { countCase } from '../text/letter-case';
import { makeTokens, readCodes, tokenise, type Tokens } from '../text/tokens';
import { policyOf } from './case-policy';
import { HAS_LONGER, HEADER, HEADER_WORDS, LAST_OF_FORM, LAST_OF_PATH, MAGIC, VERSION } from './format';
import { headerChecksum, layoutOf, senseFlags, writeText } from './format';
import { ALIAS_LENGTH_MAX, ALIASES_MAX, aliasFault, PATH_SENSES_MAX, type RejectedAlias } from './limits';
import { PathTable } from './path-table';
import { firstPath, nextPath } from './paths';

/** An entity's number and every alias that it goes by, the headword included. Aliases that are `off` are left out. */
export interface NameSource {
  /** Whole, from 0 to 2^32 - 1. */
  readonly key: number;
  readonly aliases: readonly Alias[];
}

/** How far a compilation is. */
export interface CompileProgress {
  /** Aliases read. */
  readonly aliasCount: number;
}

/** Aliases between two steps: about 2 ms of work. */
const STEP_ALIASES = 1000;

/**
 * Compiles names in one go.
 *
 * @param onReject told of each alias that cannot be looked for; the others are compiled all the same
 * @param folding made by `makeFolding` in this run of the program; of use where names are compiled again and again, since
 *   making it takes some 40 ms
 * @returns bytes for `openNames`; the same names give the same bytes
 */
export function compileNames(
  names: Iterable<NameSource>,
  onReject?: (rejected: RejectedAlias) => void,
  folding?: Folding,
): ArrayBuffer {
  const steps = compileSteps(names, onReject, folding);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * As {@link compileNames}, in slices of a few milliseconds: the caller pauses between them as it sees fit.
 *
 * @yields how far it is
 */
export function* compileSteps(
  names: Iterable<NameSource>,
  onReject: (rejected: RejectedAlias) => void = () => {},
  folding: Folding = makeFolding(),
): Generator<CompileProgress, ArrayBuffer, undefined> {
  const draft = new Draft(folding);
  let aliasCount = 0;
  yield { aliasCount };
  for (const { key, aliases } of names) {
    if (!Number.isInteger(key) || key < 0 || key > 0xffffffff) {
      throw new RangeError(`key ${key} is no whole number from 0 to 2^32 - 1`);
    }
    for (const alias of aliases) {
      if (alias.strength === 'off') continue;
      const fault = draft.add(key, alias);
      if (fault !== null) onReject({ key, text: alias.text, fault });
      if (++aliasCount % STEP_ALIASES === 0) yield { aliasCount };
    }
  }
  for (const done of draft.order()) {
    if (done % (STEP_ALIASES * 4) === 0) yield { aliasCount };
  }
  yield { aliasCount };
  return draft.write();
}

interface DraftSense {
  readonly key: number;
  readonly alias: Alias;
  readonly path: number;
  flags: number;
  /** Index of the next sense of the same path, or -1. */
  next: number;
}

/** Names on their way into bytes: senses in the order given, chained by path, then put into the order of forms. */
class Draft {
  readonly #folding: Folding;
  readonly #paths = new PathTable();
  readonly #senses: DraftSense[] = [];
  /** Senses in their final order. */
  readonly #ordered: DraftSense[] = [];
  readonly #firstPaths: number[] = [];
  readonly #tokens: Tokens = makeTokens(ALIAS_LENGTH_MAX + 2);
  readonly #codes = new Int32Array(ALIAS_LENGTH_MAX * 4);
  #formCount = 0;

  constructor(folding: Folding) {
    this.#folding = folding;
  }

  /** Takes in one alias; returns why not, or null. */
  add(key: number, alias: Alias): RejectedAlias['fault'] | null {
    const { text } = alias;
    if (text.length > ALIAS_LENGTH_MAX) return 'too-long';
    const { hashes, count } = this.#tokenise(text);
    const fault = aliasFault(text, count);
    if (fault !== null) return fault;
    if (this.#senses.length >= ALIASES_MAX) return 'too-many';
    const paths = [firstPath(hashes[0] ?? 0)];
    for (let index = 1; index < count; index++)
      paths.push(nextPath(paths[index - 1] ?? 0, hashes[index] ?? 0));
    const path = paths[count - 1] ?? 0;

    const first = this.#paths.senseOf(path) - 1;
    const flags = this.#flagsOf(alias);
    const sense: DraftSense = { key, alias, path, flags, next: -1 };
    if (first < 0) {
      for (const prefix of paths.slice(0, -1)) this.#paths.mark(prefix, HAS_LONGER);
      this.#firstPaths.push(paths[0] ?? 0);
      this.#paths.setSense(path, this.#senses.length + 1);
    } else {
      let length = 1;
      let last = this.#senses[first];
      for (; last !== undefined; last = this.#senses[last.next]) {
        if (last.key === key && last.flags === flags && last.alias.text === text) return null;
        if (++length > PATH_SENSES_MAX) return 'crowded';
        if (last.next < 0) break;
      }
      if (last !== undefined) last.next = this.#senses.length;
    }
    this.#senses.push(sense);
    return null;
  }

  /**
   * Puts the senses of each path, and in it of each form, side by side.
   *
   * @yields how many are done
   */
  *order(): Generator<number, void, undefined> {
    for (const [index, sense] of this.#senses.entries()) {
      if (this.#paths.senseOf(sense.path) - 1 === index) this.#orderPath(sense);
      yield index;
    }
    // Only now, since the chains were found by the old places.
    for (const [index, sense] of this.#ordered.entries()) {
      const before = this.#ordered[index - 1];
      if (before === undefined || (before.flags & LAST_OF_PATH) !== 0)
        this.#paths.setSense(sense.path, index + 1);
    }
  }

  write(): ArrayBuffer {
    const { codes, expansions, upper, lower } = this.#folding;
    const { bytes: texts, offsets } = this.#writeTexts();
    const counts = {
      slotCount: this.#paths.slots.length / 2,
      senseCount: this.#ordered.length,
      textBytes: texts.length,
      expansionCount: expansions.length / 4,
      filterBits: filterBitsFor(this.#firstPaths.length),
    };
    const layout = layoutOf(counts);
    const buffer = new ArrayBuffer(layout.byteLength);
    new Uint16Array(buffer, layout.codes).set(codes);
    new Int32Array(buffer, layout.upper).set(upper);
    new Int32Array(buffer, layout.lower).set(lower);
    new Uint16Array(buffer, layout.expansions).set(expansions);
    const filter = new Int32Array(buffer, layout.filter, counts.filterBits / 32);
    for (const path of this.#firstPaths) {
      const bit = (path >>> 8) & (counts.filterBits - 1);
      filter[bit >> 5] = (filter[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
    new Int32Array(buffer, layout.slots).set(this.#paths.slots);
    new Uint32Array(buffer, layout.keys).set(this.#ordered.map((sense) => sense.key));
    new Uint32Array(buffer, layout.textOffsets).set(offsets);
    new Uint8Array(buffer, layout.flags).set(this.#ordered.map((sense) => sense.flags));
    new Uint8Array(buffer, layout.texts).set(texts);

    const header = new Int32Array(buffer, 0, HEADER_WORDS);
    header[HEADER.magic] = MAGIC;
    header[HEADER.version] = VERSION;
    header[HEADER.byteLength] = layout.byteLength;
    header[HEADER.slotCount] = counts.slotCount;
    header[HEADER.probesMax] = this.#paths.probesMax();
    header[HEADER.senseCount] = counts.senseCount;
    header[HEADER.formCount] = this.#formCount;
    header[HEADER.textBytes] = counts.textBytes;
    header[HEADER.expansionCount] = counts.expansionCount;
    header[HEADER.filterBits] = counts.filterBits;
    header[HEADER.checksum] = headerChecksum(header);
    return buffer;
  }

  #orderPath(first: DraftSense): void {
    const sensesByForm = new Map<string, DraftSense[]>();
    for (let sense: DraftSense | undefined = first; sense; sense = this.#senses[sense.next]) {
      // Nearly every path has one sense, whose form needs no key.
      const form = first.next < 0 ? '' : this.#formKey(sense.alias.text);
      const senses = sensesByForm.get(form);
      if (senses === undefined) sensesByForm.set(form, [sense]);
      else senses.push(sense);
    }
    let last = first;
    for (const senses of sensesByForm.values()) {
      for (const sense of senses) {
        this.#ordered.push(sense);
        last = sense;
      }
      last.flags |= LAST_OF_FORM;
      this.#formCount++;
    }
    last.flags |= LAST_OF_PATH;
  }

  /** The folded letters of a name, token by token: equal exactly for spellings of one form. */
  #formKey(text: string): string {
    const { hashes, starts, ends, count } = this.#tokenise(text);
    const parts: string[] = [];
    for (let index = 0; index < count; index++) {
      const length = readCodes(text, starts[index] ?? 0, ends[index] ?? 0, this.#folding, this.#codes, 0);
      // The hash tells the possessive ending from the letter S.
      parts.push(
        `${hashes[index] ?? 0}:${this.#codes
          .subarray(0, length)
          .map((code) => code >> 1)
          .join()}`,
      );
    }
    return parts.join(' ');
  }

  #flagsOf(alias: Alias): number {
    const { text } = alias;
    const counts = countCase(text, 0, text.length, this.#folding);
    const cased = counts.upper + counts.lower;
    // Only short names need a closer look.
    const letterCount =
      cased > 3 ? cased : Array.from(text).filter((letter) => /^\p{L}$/u.test(letter)).length;
    return senseFlags(policyOf(alias.case, counts, letterCount), alias.case, alias.strength);
  }

  #writeTexts(): { bytes: Uint8Array; offsets: number[] } {
    const bytes = new Uint8Array(
      this.#ordered.reduce((sum, { alias }) => sum + alias.text.length * 3 + 1, 0),
    );
    const offsets: number[] = [];
    let end = 0;
    let before: DraftSense | null = null;
    for (const sense of this.#ordered) {
      if (before !== null && before.alias.text === sense.alias.text) {
        offsets.push(offsets[offsets.length - 1] ?? 0);
      } else {
        offsets.push(end);
        end = writeText(sense.alias.text, bytes, end);
      }
      before = sense;
    }
    return { bytes: bytes.subarray(0, end), offsets };
  }

  #tokenise(text: string): Tokens {
    this.#tokens.count = 0;
    tokenise(text, 0, this.#folding, this.#tokens);
    return this.#tokens;
  }
}

/** Eight to sixteen bits for each name's first word: nine words in ten that begin no name end at the filter. */
function filterBitsFor(pathCount: number): number {
  let bits = 1024;
  while (bits < pathCount * 8) bits *= 2;
  return bits;
}
