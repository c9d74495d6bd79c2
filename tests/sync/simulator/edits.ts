import { adding, deleting, removing, setting, writing } from '../../../utils/crdt/author';
import { type Body, bodyOf } from '../../../utils/crdt/body';
import { elementsOf, isVisible } from '../../../utils/crdt/doc';
import type { DocId, Op, OpDraft } from '../../../utils/crdt/op';
import type { Random } from '../../crdt/random';
import { docIn, type MemoryStore } from '../memory-store';

export const DOCS = ['note:a', 'note:b', 'note:c', 'entity:d', 'entity:e'] as DocId[];

/** Stands in every word, tag and value: must never be seen in storage, and is too long to arise there by chance. */
export const MARKER = 'zqxjkv';

/** What happened to one word, so that its fate can be checked without looking at how texts are merged. */
export interface Word {
  readonly doc: DocId;
  readonly insertedBy: Op;
  readonly removedBy: Op[];
}

/** Makes random edits and remembers every operation and every word. */
export class Editor {
  readonly ops: Op[] = [];
  readonly words = new Map<string, Word>();
  readonly #random: Random;
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * One edit in the store.
   *
   * @param opened a text that somebody has had open for a while, or null
   * @returns what it did, for the trace
   */
  edit(store: MemoryStore, nowMs: number, opened: Opened | null): string {
    const id = opened?.id ?? this.#random.pick(DOCS);
    const doc = docIn(store, id);
    const act = opened === null ? this.#random.below(10) : 9;
    if (act === 0 && isVisible(doc)) return this.#write(store, deleting(id, doc), nowMs);
    if (act <= 2) return this.#write(store, setting(id, `${MARKER}field`, this.#fresh()), nowMs);
    if (act === 3) return this.#write(store, adding(id, 'tags', this.#fresh()), nowMs);
    const [tag] = elementsOf(doc, 'tags');
    if (act === 4 && tag !== undefined) return this.#write(store, removing(id, doc, 'tags', tag), nowMs);
    return this.#rewrite(store, id, opened?.body ?? bodyOf(doc), nowMs);
  }

  #rewrite(store: MemoryStore, id: DocId, body: Body | null, nowMs: number): string {
    const before = (body?.text ?? '').split(' ').filter((word) => word !== '');
    const after = [...before];
    const added = [this.#fresh(), ...(this.#random.chance(0.4) ? [this.#fresh()] : [])];
    const at = this.#random.below(after.length + 1);
    const removes = this.#random.chance(0.4) ? 1 : 0;
    after.splice(at, removes, ...added);
    const [op] = this.#append(
      store,
      writing(id, docIn(store, id), after.join(' '), body?.heads ?? []),
      nowMs,
    );
    if (op === undefined) throw new Error('one draft, no operation');
    for (const word of added) this.words.set(word, { doc: id, insertedBy: op, removedBy: [] });
    // A word may stand twice after a merge; taking out either copy is a removal.
    for (const word of new Set(before))
      if (copies(after, word) < copies(before, word)) this.words.get(word)?.removedBy.push(op);
    return `write ${id}`;
  }

  #write(store: MemoryStore, draft: OpDraft, nowMs: number): string {
    this.#append(store, draft, nowMs);
    return `${draft.change.kind} ${draft.doc}`;
  }

  #append(store: MemoryStore, draft: OpDraft, nowMs: number): readonly Op[] {
    const ops = store.write([draft], nowMs);
    this.ops.push(...ops);
    return ops;
  }

  #fresh(): string {
    this.#count += 1;
    return `${MARKER}${this.#count}`;
  }
}

/** A text in an editor, as it was when it was opened. */
export interface Opened {
  readonly id: DocId;
  readonly body: Body | null;
}

function copies(words: readonly string[], word: string): number {
  return words.filter((other) => other === word).length;
}
