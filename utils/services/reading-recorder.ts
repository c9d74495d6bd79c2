import type { ArticleId, DocumentId } from '../model/ids';
import { keepsSite, type ReadingIndexSettings } from '../model/reading';
import type { DocumentState, Documents } from './documents';
import type { Library } from './library';
import { recordReading } from './record-reading';
import { articleIdOf } from './save-article';
import type { SessionStore } from './tickets';

/** How long a page's names must have stood still before its article is kept. Backgrounds may be stopped after a second. */
const SETTLE_MS = 500;
/** The same for what comes later: live pages change all the time. */
const LATER_MS = 5_000;
/** Articles that are not kept again in this browser session because the reader wanted them forgotten. */
const FORGOTTEN_MAX = 5_000;
const FORGOTTEN_KEY = 'reading-forgotten';

export interface ReadingRecorderOptions {
  readonly library: Library;
  readonly documents: Documents;
  readonly settings: () => Promise<ReadingIndexSettings>;
  /** The host of an address without `www.`; null for what is no web page. */
  readonly siteOf: (url: string) => string | null;
  /** Whether a tab still shows this document and it is a news article. */
  readonly isArticle: (tabId: number, documentId: DocumentId) => Promise<boolean>;
  readonly session: SessionStore;
  /** Calls back after a while; answers how to call it off. */
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly onDefect: (error: unknown) => void;
}

/**
 * Keeps the articles that are read, where the reader wants that: each document once its names have settled, and again
 * when they changed. Whoever calls it has made sure that the window is not private.
 */
export class ReadingRecorder {
  readonly #options: ReadingRecorderOptions;
  readonly #waiting = new Map<DocumentId, () => void>();
  readonly #kept = new Set<DocumentId>();

  constructor(options: ReadingRecorderOptions) {
    this.#options = options;
  }

  /** The names of a document are known, or have changed. */
  touch(tabId: number, { id }: DocumentState): void {
    const { after, onDefect } = this.#options;
    this.#waiting.get(id)?.();
    const cancel = after(this.#kept.has(id) ? LATER_MS : SETTLE_MS, () => {
      this.#waiting.delete(id);
      this.record(tabId, id).catch(onDefect);
    });
    this.#waiting.set(id, cancel);
  }

  /** Keeps the document's article now, if it may be kept. Answers whether anything was written. */
  async record(tabId: number, id: DocumentId): Promise<boolean> {
    const { library, documents, settings, siteOf, isArticle } = this.#options;
    const state = documents.get(tabId, id);
    if (state === null) return false;
    const site = siteOf(state.page.url);
    if (!keepsSite(await settings(), site)) return false;
    if (!(await isArticle(tabId, id))) return false;
    if ((await this.#forgotten()).includes(await articleIdOf(library, state.page.url))) return false;
    this.#kept.add(id);
    return recordReading(library, state.page, state);
  }

  /** Articles that were forgotten are not kept again before the browser is closed, though their tabs may be open. */
  async leaveOut(ids: readonly ArticleId[]): Promise<void> {
    const all = [...new Set([...(await this.#forgotten()), ...ids])];
    await this.#options.session.set(FORGOTTEN_KEY, all.slice(-FORGOTTEN_MAX));
  }

  async #forgotten(): Promise<readonly ArticleId[]> {
    return ((await this.#options.session.get(FORGOTTEN_KEY)) as readonly ArticleId[] | undefined) ?? [];
  }
}
