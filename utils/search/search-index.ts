import SearchableMap from 'minisearch/SearchableMap';
import { foldedWords } from './words';

/** What is searched as one: the name of an entity, a note, a fact, an article. */
export interface SearchDocument {
  /** Unique among all documents. */
  readonly id: string;
  /** Texts by what they weigh; a word counts where it weighs most. */
  readonly fields: Readonly<Partial<Record<SearchField, string>>>;
}

/** Where a word stands: in a headword, another name, a title or summary, running text. In the order of weight. */
export const SEARCH_FIELDS = ['name', 'alias', 'title', 'body'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** A document that has every word of the query. */
export interface SearchHit {
  readonly id: string;
  /** Only for comparison within one search. */
  readonly score: number;
}

export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** The words of the library that the query stands for, folded: what to highlight. */
  readonly terms: ReadonlySet<string>;
}

/** What a word weighs by its field. */
const WEIGHTS = [8, 6, 3, 1] as const;
/** What a word weighs that only begins as typed, at most; less the more is missing. */
const PREFIX_WEIGHT = 0.75;
/** What a word weighs that is spelt otherwise by one letter; by two, half of it. */
const FUZZY_WEIGHT = 0.4;
/** Shortest words that may be misspelt by one and by two letters. */
const ONE_TYPO_LENGTH = 4;
const TWO_TYPOS_LENGTH = 8;
/** Words of a query that count; the rest is ignored. */
const QUERY_WORDS_MAX = 12;
/** Postings hold a document's number and, in the two low bits, its field. */
const FIELD_BITS = 2;
const FIELD_MASK = 3;
/** Dead documents are swept when they are this many and a third of all. */
const SWEEP_MIN = 1000;

/**
 * Full text in memory: MiniSearch's radix tree for the words (by prefix and with typing mistakes), and for each word a
 * plain list of the documents it stands in. Ranking with MiniSearch itself costs a second a keystroke at 50,000 notes,
 * since a short prefix makes one result object for nearly every note; here such a prefix is one pass over numbers, and
 * only the best are ever made into objects.
 */
export class SearchIndex {
  #terms = new SearchableMap<number[]>();
  #ids: (string | null)[] = [];
  #numbers = new Map<string, number>();
  #scratch = new Scratch(0);

  /** Documents that can be found. */
  get size(): number {
    return this.#numbers.size;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  /** The ids of all documents, in no order. */
  ids(): string[] {
    return [...this.#numbers.keys()];
  }

  /** Adds a document or puts it in the place of the one with the same id. */
  put(document: SearchDocument): void {
    this.remove(document.id);
    const number = this.#ids.length;
    this.#ids.push(document.id);
    this.#numbers.set(document.id, number);
    const seen = new Set<string>();
    SEARCH_FIELDS.forEach((field, rank) => {
      const text = document.fields[field];
      if (text === undefined || text === '') return;
      for (const word of foldedWords(text)) {
        if (seen.has(word)) continue;
        seen.add(word);
        const posting = (number << FIELD_BITS) | rank;
        const list = this.#terms.get(word);
        if (list === undefined) this.#terms.set(word, [posting]);
        else list.push(posting);
      }
    });
  }

  /** Takes a document out; its words go with the next sweep. */
  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#ids[number] = null;
    this.#numbers.delete(id);
    const dead = this.#ids.length - this.#numbers.size;
    if (dead >= SWEEP_MIN && dead * 3 > this.#ids.length) this.#sweep();
  }

  clear(): void {
    this.#terms = new SearchableMap();
    this.#ids = [];
    this.#numbers = new Map();
  }

  /**
   * Documents in which every word of the query stands: as typed, beginning as typed, or with a letter or two amiss.
   *
   * @param limit most hits
   * @param wanted false keeps a document out
   */
  search(query: string, limit: number, wanted: (id: string) => boolean = () => true): SearchAnswer {
    const words = [...new Set(foldedWords(query))].slice(0, QUERY_WORDS_MAX);
    const terms = new Set<string>();
    if (words.length === 0) return { hits: [], terms };
    if (this.#scratch.capacity < this.#ids.length) this.#scratch = new Scratch(this.#ids.length * 2);
    const { total, best, stage } = this.#scratch;
    // The longest word is the rarest: the others need only look at what it left.
    const order = words.toSorted((a, b) => b.length - a.length);
    let alive: number[] = [];
    const touched: number[][] = [];
    order.forEach((word, turn) => {
      const found: number[] = [];
      for (const [term, weight] of this.#expand(word)) {
        const list = this.#terms.get(term) ?? [];
        const worth = weight * Math.log(1 + this.#ids.length / list.length);
        let isUsed = false;
        for (const posting of list) {
          const number = posting >>> FIELD_BITS;
          if ((stage[number] ?? 0) < turn) continue;
          const score = worth * (WEIGHTS[posting & FIELD_MASK] ?? 1);
          const before = best[number] ?? 0;
          if (before === 0) found.push(number);
          if (score > before) best[number] = score;
          isUsed = true;
        }
        if (isUsed) terms.add(term);
      }
      for (const number of found) {
        total[number] = (total[number] ?? 0) + (best[number] ?? 0);
        best[number] = 0;
        stage[number] = turn + 1;
      }
      touched.push(found);
      alive = found;
    });
    const hits = this.#best(alive, total, limit, wanted);
    for (const list of touched) {
      for (const number of list) {
        total[number] = 0;
        stage[number] = 0;
      }
    }
    return { hits, terms };
  }

  /** The library's words that a typed word stands for, each with its weight. */
  #expand(word: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const term of this.#terms.atPrefix(word).keys()) {
      found.set(term, term === word ? 1 : (PREFIX_WEIGHT * (word.length + 1)) / (term.length + 1));
    }
    const typos = word.length >= TWO_TYPOS_LENGTH ? 2 : word.length >= ONE_TYPO_LENGTH ? 1 : 0;
    if (typos > 0) {
      for (const [term, [, distance]] of this.#terms.fuzzyGet(word, typos)) {
        const weight = FUZZY_WEIGHT / distance;
        if (distance > 0 && weight > (found.get(term) ?? 0)) found.set(term, weight);
      }
    }
    return found;
  }

  #best(
    numbers: readonly number[],
    total: Float64Array,
    limit: number,
    wanted: (id: string) => boolean,
  ): SearchHit[] {
    // Kept ascending; most documents lose against the first of it and cost one comparison.
    const kept: SearchHit[] = [];
    for (const number of numbers) {
      const score = total[number] ?? 0;
      if (kept.length === limit && score <= (kept[0]?.score ?? 0)) continue;
      const id = this.#ids[number];
      if (id === null || id === undefined || !wanted(id)) continue;
      let at = kept.length;
      while (at > 0 && (kept[at - 1]?.score ?? 0) >= score) at -= 1;
      kept.splice(at, 0, { id, score });
      if (kept.length > limit) kept.shift();
    }
    return kept.toReversed();
  }

  /** Rebuilds the lists without the dead, and gives the living new numbers. */
  #sweep(): void {
    const renumbered = new Map<number, number>();
    const ids: string[] = [];
    this.#ids.forEach((id, number) => {
      if (id === null) return;
      renumbered.set(number, ids.length);
      ids.push(id);
    });
    const terms = new SearchableMap<number[]>();
    for (const [term, list] of this.#terms) {
      const living = list.flatMap((posting) => {
        const number = renumbered.get(posting >>> FIELD_BITS);
        return number === undefined ? [] : [(number << FIELD_BITS) | (posting & FIELD_MASK)];
      });
      if (living.length > 0) terms.set(term, living);
    }
    this.#terms = terms;
    this.#ids = ids;
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
  }
}

/** Numbers by document, all zero between searches. */
class Scratch {
  readonly total: Float64Array;
  readonly best: Float64Array;
  /** How many words of the query a document has so far. */
  readonly stage: Uint8Array;

  /** Documents there is room for. */
  readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.total = new Float64Array(capacity);
    this.best = new Float64Array(capacity);
    this.stage = new Uint8Array(capacity);
  }
}
