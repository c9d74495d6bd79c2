import type { UnknownId } from '../model/ids';
import { keepsSite, type ReadingIndexSettings } from '../model/reading';
import type { DocumentState } from './documents';
import type { Library } from './library';
import { recordUnknowns, unknownOf } from './radar-inbox';
import type { SessionStore } from './tickets';

const KEY = 'inbox-counted';
/** Names on open pages that were counted; older pages are long closed. */
const COUNTED_MAX = 500;

/**
 * Counts unknown operations for the inbox: with sentence and address where the reader keeps a reading index, else by name
 * alone. What was counted on which page is remembered while the browser runs, in memory only.
 */
export class UnknownCounter {
  readonly #library: Library;
  readonly #settings: () => Promise<ReadingIndexSettings>;
  readonly #siteOf: (url: string) => string | null;
  readonly #session: SessionStore;
  /** Pages are counted one after another: two at once would each miss what the other counted. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    library: Library,
    settings: () => Promise<ReadingIndexSettings>,
    siteOf: (url: string) => string | null,
    session: SessionStore,
  ) {
    this.#library = library;
    this.#settings = settings;
    this.#siteOf = siteOf;
    this.#session = session;
  }

  /** Counts what is new on a document's page. Whoever calls it has made sure that the window is not private. */
  count(state: DocumentState): Promise<void> {
    if (state.mentions.every((mention) => unknownOf(mention) === null)) return Promise.resolve();
    const work = (): Promise<void> => this.#count(state);
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => {});
    return result;
  }

  async #count(state: DocumentState): Promise<void> {
    const stored = ((await this.#session.get(KEY)) as readonly string[] | undefined) ?? [];
    const prefix = `${state.id}|`;
    const counted = new Set(
      stored
        .filter((entry) => entry.startsWith(prefix))
        .map((entry) => entry.slice(prefix.length) as UnknownId),
    );
    const withSources = keepsSite(await this.#settings(), this.#siteOf(state.page.url));
    const fresh = await recordUnknowns(this.#library, state.page, state, { withSources, counted });
    if (fresh.length === 0) return;
    const entries = [...stored, ...fresh.map((id) => prefix + id)];
    await this.#session.set(KEY, entries.slice(-COUNTED_MAX));
  }
}
