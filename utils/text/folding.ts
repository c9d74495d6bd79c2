import { classOf, foldCharacter, isLower, isUpper } from './characters';

/**
 * The fold table: what each UTF-16 unit counts as, as one number, so that a search reads each unit once.
 *
 * Codes below {@link FIRST_WORD} are classes. From {@link FIRST_WORD} on they are folded letters and digits, from
 * {@link FIRST_UNIT} on characters that are a token by themselves, from {@link FIRST_EXPANSION} on letters that fold to
 * several (`ß`). Two units have the same code exactly when they fold to the same character. Codes are numbered in order
 * of first need, so they mean something only within one table: compiled names carry theirs along, which also keeps them
 * valid when a browser update brings new Unicode data.
 */
export interface Folding {
  /** Code of each unit, 65,536 long. */
  readonly codes: Uint16Array;
  /** {@link EXPANSION_LENGTH} codes for each expansion, zero where it is shorter. */
  readonly expansions: Uint16Array;
  /** One bit for each unit: capital letters. 2,048 words. */
  readonly upper: Int32Array;
  /** One bit for each unit: small letters. 2,048 words. */
  readonly lower: Int32Array;
}

export const MARK = 0;
export const FORMAT = 1;
export const GAP = 2;
export const APOSTROPHE = 3;
export const FIRST_WORD = 4;
export const FIRST_UNIT = 0x3000;
export const FIRST_EXPANSION = 0xf000;

/** Longest expansion, in codes. */
export const EXPANSION_LENGTH = 4;

const UNIT_COUNT = 0x10000;
const CLASSES = { mark: MARK, format: FORMAT, gap: GAP, apostrophe: APOSTROPHE } as const;

/** Hands out codes by folded character, and expansions by sequence. */
class Codes {
  readonly #codes = new Map<string, number>();
  readonly expansions: number[] = [];
  #nextWord = FIRST_WORD;
  #nextUnit = FIRST_UNIT;

  ofWord(character: string): number {
    return this.#get(character, () => this.#nextWord++);
  }

  ofUnit(character: string): number {
    return this.#get(character, () => this.#nextUnit++);
  }

  ofExpansion(characters: string): number {
    return this.#get(characters, () => {
      const code = FIRST_EXPANSION + this.expansions.length / EXPANSION_LENGTH;
      const letters = Array.from({ length: characters.length }, (_, index) =>
        this.ofWord(characters.charAt(index)),
      );
      this.expansions.push(
        ...letters,
        ...Array.from<number>({ length: EXPANSION_LENGTH - letters.length }).fill(0),
      );
      return code;
    });
  }

  #get(character: string, make: () => number): number {
    const known = this.#codes.get(character);
    if (known !== undefined) return known;
    const made = make();
    this.#codes.set(character, made);
    return made;
  }
}

/** Stretches in which every unit folds to itself and stands by itself, so that nothing needs to be asked of Unicode. */
function isPlainUnit(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0x4e00 && unit <= 0x9ffc) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  );
}

/** What every private-use character folds to. */
const PRIVATE_USE = '\ue000';
const isPrivateUse = (unit: number): boolean => unit >= 0xe000 && unit <= 0xf8ff;

/** Builds the table from the running engine's Unicode data: some 25 ms, so once for each compilation, not for each search. */
export function makeFolding(): Folding {
  const table = new Uint16Array(UNIT_COUNT);
  const upper = new Int32Array(UNIT_COUNT / 32);
  const lower = new Int32Array(UNIT_COUNT / 32);
  const codes = new Codes();
  for (let unit = 0; unit < UNIT_COUNT; unit++) {
    const character = String.fromCharCode(unit);
    if (isPlainUnit(unit)) {
      table[unit] = codes.ofUnit(character);
    } else if (isPrivateUse(unit)) {
      table[unit] = codes.ofUnit(PRIVATE_USE);
    } else {
      table[unit] = codeOf(character, codes);
      if (isUpper(character)) setBit(upper, unit);
      if (isLower(character)) setBit(lower, unit);
    }
  }
  return { codes: table, expansions: Uint16Array.from(codes.expansions), upper, lower };
}

function codeOf(character: string, codes: Codes): number {
  const kind = classOf(character);
  if (kind === 'unit') return codes.ofUnit(foldCharacter(character));
  if (kind !== 'word') return CLASSES[kind];
  const folded = foldCharacter(character);
  return folded.length === 1 ? codes.ofWord(folded) : codes.ofExpansion(folded);
}

function setBit(bits: Int32Array, index: number): void {
  bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
}

/** Whether the bit of a unit is set. */
export function hasBit(bits: Int32Array, index: number): boolean {
  return (((bits[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}
