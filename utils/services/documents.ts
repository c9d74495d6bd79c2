import type { Candidate, Mention } from '../model/mention';
import type { DocumentId } from '../model/ids';
import type { PageInfo } from '../model/page';

/** One block of a page with what the search found in it; null until it was searched. */
export interface DocumentBlock {
  readonly id: number;
  readonly text: string;
  candidates: readonly Candidate[] | null;
}

/** What the background knows of one page in one tab. Lost with the worker; the page sends it again when asked. */
export interface DocumentState {
  readonly id: DocumentId;
  readonly tabId: number;
  page: PageInfo;
  readonly blocks: Map<number, DocumentBlock>;
  /** Revision of the names that the candidates were found with. */
  namesRevision: number;
  /** In reading order. */
  mentions: readonly Mention[];
  /** Marks answered for each block, as one string, so that only changes are sent. */
  readonly sent: Map<number, string>;
  /** Names that occur too often and went quiet, with their counts. */
  muted: ReadonlyMap<number, number>;
  /** Index of the mention shown last, by entity. */
  readonly cursors: Map<number, number>;
  /** The work under way: requests of one document are answered in turn. */
  turn: Promise<unknown>;
}

/** Pages whose text is kept in memory; older ones send theirs again when needed. */
const DOCUMENTS_MAX = 60;

/** The documents that the background currently knows, least recently used first. */
export class Documents {
  readonly #byKey = new Map<string, DocumentState>();

  open(tabId: number, id: DocumentId, page: PageInfo): DocumentState {
    const state: DocumentState = {
      id,
      tabId,
      page,
      blocks: new Map(),
      namesRevision: -1,
      mentions: [],
      sent: new Map(),
      muted: new Map(),
      cursors: new Map(),
      turn: Promise.resolve(),
    };
    // A tab shows one document: the one before is gone.
    this.dropTab(tabId);
    this.#byKey.set(keyOf(tabId, id), state);
    for (const key of this.#byKey.keys()) {
      if (this.#byKey.size <= DOCUMENTS_MAX) break;
      this.#byKey.delete(key);
    }
    return state;
  }

  get(tabId: number, id: DocumentId): DocumentState | null {
    const key = keyOf(tabId, id);
    const state = this.#byKey.get(key);
    if (state === undefined) return null;
    this.#byKey.delete(key);
    this.#byKey.set(key, state);
    return state;
  }

  dropTab(tabId: number): void {
    for (const [key, state] of this.#byKey) if (state.tabId === tabId) this.#byKey.delete(key);
  }
}

function keyOf(tabId: number, id: DocumentId): string {
  return `${tabId}:${id}`;
}

/** Does one document's work after the other's is done, whether or not that failed. */
export function inTurn<Result>(state: DocumentState, work: () => Promise<Result>): Promise<Result> {
  const result = state.turn.then(work, work);
  state.turn = result.catch(() => {});
  return result;
}
