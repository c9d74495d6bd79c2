import { CallError } from '../model/call-error';
import { PACK_LIMITS } from '../packs/limits';

/**
 * Holds the text of a pack that is being brought in, part by part, since one message cannot hold it. In memory only: a
 * worker that was stopped in between answers `expired`, nothing was kept, and the page sends the file again.
 */
export class PackStage {
  #stageId = '';
  #parts: string[] = [];
  #length = 0;

  /**
   * Takes the next part; part 0 drops whatever was here.
   *
   * @throws CallError `expired` when the parts before it are gone, `too-large` past the longest pack
   */
  add(stageId: string, index: number, text: string): void {
    if (index === 0) {
      this.clear();
      this.#stageId = stageId;
    }
    if (stageId !== this.#stageId || index !== this.#parts.length)
      throw new CallError('expired', 'the parts before this one are gone');
    this.#length += text.length;
    if (this.#length > PACK_LIMITS.packLength) {
      this.clear();
      throw new CallError('too-large', 'longer than any pack may be');
    }
    this.#parts.push(text);
  }

  /** The parts and their length; they are gone from here afterwards. Throws `expired` when they are gone already. */
  take(stageId: string): { readonly chunks: readonly string[]; readonly length: number } {
    if (stageId !== this.#stageId || this.#parts.length === 0)
      throw new CallError('expired', 'the file is gone');
    const taken = { chunks: this.#parts, length: this.#length };
    this.clear();
    return taken;
  }

  clear(): void {
    this.#stageId = '';
    this.#parts = [];
    this.#length = 0;
  }
}
