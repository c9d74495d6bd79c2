import { isConnectedOf, isInside } from './dom';
import type { PageBlock, ReadBlock } from './text-block';

/** What one change did to the blocks. */
export interface TextChange {
  /** New blocks and blocks whose text changed; to be sent. */
  readonly changed: readonly PageBlock[];
  /** Ids of blocks that are no more. */
  readonly gone: readonly number[];
  /** Blocks with the same text in other nodes: their marks hold, their ranges do not. */
  readonly moved: readonly PageBlock[];
}

/** All text blocks of a document, found by id, by element and by text node. */
export class PageText {
  #nextId = 0;
  #units = 0;
  readonly #byId = new Map<number, PageBlock>();
  readonly #byElement = new Map<Element, PageBlock[]>();
  readonly #byNode = new WeakMap<Node, PageBlock[]>();

  /** Code units in all blocks. */
  get units(): number {
    return this.#units;
  }

  get count(): number {
    return this.#byId.size;
  }

  /** In ascending order of ids. */
  blocks(): IterableIterator<PageBlock> {
    return this.#byId.values();
  }

  block(id: number): PageBlock | null {
    return this.#byId.get(id) ?? null;
  }

  /** The blocks that have some of a text node; more than one only where a very long text was cut. */
  blocksOfNode(node: Node): readonly PageBlock[] {
    return (this.#byNode.get(node) ?? []).filter((block) => this.#byId.get(block.id) === block);
  }

  hasElement(element: Element): boolean {
    return this.#byElement.has(element);
  }

  add(read: ReadBlock): PageBlock {
    return this.#put({ id: this.#nextId++, ...read });
  }

  /**
   * Takes in what was read again.
   *
   * A block keeps its id when the same element still has one at the same position, and counts as changed only when its
   * text did: a page that renders the same words anew sends nothing.
   *
   * @param deep elements whose blocks are replaced with everything inside them
   * @param own elements of which only their own blocks are replaced
   */
  replace(deep: ReadonlySet<Element>, own: ReadonlySet<Element>, read: readonly ReadBlock[]): TextChange {
    const old = new Map<Element, PageBlock[]>();
    const gone: number[] = [];
    for (const [element, blocks] of this.#byElement) {
      const isConnected = isConnectedOf(element);
      if (isConnected && !own.has(element) && !isWithin(element, deep)) continue;
      this.#byElement.delete(element);
      if (isConnected) old.set(element, blocks);
      else gone.push(...blocks.map((block) => block.id));
    }
    const changed: PageBlock[] = [];
    const moved: PageBlock[] = [];
    for (const fresh of read) {
      const before = old.get(fresh.element)?.shift();
      if (before === undefined) {
        changed.push(this.add(fresh));
        continue;
      }
      this.#units -= before.text.length;
      const block = this.#put({ id: before.id, ...fresh });
      (before.text === fresh.text ? moved : changed).push(block);
    }
    for (const blocks of old.values()) gone.push(...blocks.map((block) => block.id));
    for (const id of gone) {
      this.#units -= this.#byId.get(id)?.text.length ?? 0;
      this.#byId.delete(id);
    }
    return { changed, gone, moved };
  }

  #put(block: PageBlock): PageBlock {
    this.#byId.set(block.id, block);
    this.#units += block.text.length;
    const siblings = this.#byElement.get(block.element);
    if (siblings === undefined) this.#byElement.set(block.element, [block]);
    else siblings.push(block);
    const own = [block];
    for (const node of block.nodes) {
      const others = this.#byNode
        .get(node)
        ?.filter((other) => other.id !== block.id && this.#byId.get(other.id) === other);
      this.#byNode.set(node, others === undefined || others.length === 0 ? own : [...others, block]);
    }
    return block;
  }
}

function isWithin(element: Element, roots: ReadonlySet<Element>): boolean {
  for (const root of roots) if (isInside(root, element)) return true;
  return false;
}
