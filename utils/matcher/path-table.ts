import { HAS_LONGER, SENSE_MASK } from './format';

/** Share of slots in use up to which the table is not grown: linear probing stays near one step. */
const LOAD_MAX = 0.7;

/** Path to meaning (`format.ts`), growing as it is filled: open addressing, linear probing, a power of two of slots. */
export class PathTable {
  /** Path and meaning, by turns. */
  #slots: Int32Array;
  #used = 0;

  constructor(slotCount = 64) {
    this.#slots = new Int32Array(slotCount * 2);
  }

  get slots(): Int32Array {
    return this.#slots;
  }

  /** Sets bits of a path's meaning, adding the path if need be. */
  mark(path: number, bits: number): void {
    const slot = this.#slotOf(path);
    this.#slots[slot + 1] = (this.#slots[slot + 1] ?? 0) | bits;
  }

  /** The path's sense plus one, or 0. */
  senseOf(path: number): number {
    // First the slot: finding it may replace the table.
    const slot = this.#slotOf(path);
    return (this.#slots[slot + 1] ?? 0) & SENSE_MASK;
  }

  /** Sets the path's sense plus one. */
  setSense(path: number, sensePlusOne: number): void {
    const slot = this.#slotOf(path);
    this.#slots[slot + 1] = ((this.#slots[slot + 1] ?? 0) & HAS_LONGER) | sensePlusOne;
  }

  /** The most slots that any look-up has to try, one at the least. */
  probesMax(): number {
    const mask = this.#slots.length / 2 - 1;
    let longest = 0;
    for (let slot = 0; slot <= mask; slot++) {
      const path = this.#slots[slot * 2] ?? 0;
      if (path !== 0) longest = Math.max(longest, (slot - (path & mask)) & mask);
    }
    return longest + 1;
  }

  /** Index of the path's slot, added if it is new. */
  #slotOf(path: number): number {
    const slot = this.#find(path);
    if (this.#slots[slot] !== 0) return slot;
    if (this.#used + 1 > (this.#slots.length / 2) * LOAD_MAX) {
      this.#grow();
      return this.#slotOf(path);
    }
    this.#used++;
    this.#slots[slot] = path;
    return slot;
  }

  #find(path: number): number {
    const mask = this.#slots.length / 2 - 1;
    let slot = path & mask;
    while (this.#slots[slot * 2] !== 0 && this.#slots[slot * 2] !== path) slot = (slot + 1) & mask;
    return slot * 2;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2) {
      const path = old[slot] ?? 0;
      if (path === 0) continue;
      const target = this.#find(path);
      this.#slots[target] = path;
      this.#slots[target + 1] = old[slot + 1] ?? 0;
    }
  }
}
