import { namesRevisionOf } from '../db/database';
import { surfaceForms } from '../model/entity';
import { compileSteps, type NameSource } from '../matcher/compile';
import { openNames, type Names, NamesFormatError } from '../matcher/names';
import { expandForms } from '../resolver/forms';
import type { Library } from './library';

/** Names ready for search, and the revision of the library that they were compiled from. */
export interface CurrentNames {
  readonly names: Names;
  readonly revision: number;
}

/** Longest stretch of compiling before other work gets a turn, in milliseconds. */
const SLICE_MS = 8;

/**
 * The compiled names of the whole library. A woken worker reads the stored bytes; they are compiled only after surface
 * forms changed, in slices, while searches go on with the old ones.
 */
export class NamesIndex {
  readonly #library: Library;
  readonly #pause: () => Promise<void>;
  #current: Promise<CurrentNames> | null = null;
  #turn: Promise<void> = Promise.resolve();

  /** @param pause lets other work have a turn */
  constructor(library: Library, pause: () => Promise<void>) {
    this.#library = library;
    this.#pause = pause;
  }

  /** Names to search with now. They may be one change behind while {@link refresh} runs. */
  current(): Promise<CurrentNames> {
    if (this.#current === null) {
      const loading = this.#load();
      this.#current = loading;
      // A failure is told to whoever waits now; the next who asks tries again.
      loading.catch(() => {
        if (this.#current === loading) this.#current = null;
      });
    }
    return this.#current;
  }

  /** Brings the names up to date; resolves when searches use the new ones. A failure leaves the old ones in use. */
  refresh(): Promise<void> {
    // One after another: an older change must not finish last and put its names back.
    const turn = this.#turn.then(async () => {
      const next = await this.#load();
      this.#current = Promise.resolve(next);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #load(): Promise<CurrentNames> {
    const { database } = this.#library;
    const revision = await namesRevisionOf(database);
    const stored = await database.compiled.get('names');
    if (stored?.revision === revision) {
      try {
        return { names: openNames(stored.bytes), revision };
      } catch (error) {
        // Another version's layout, or damage: both are mended by compiling again.
        if (!(error instanceof NamesFormatError)) throw error;
      }
    }
    const bytes = await this.#compile();
    await this.#store(revision, bytes);
    return { names: openNames(bytes), revision };
  }

  async #compile(): Promise<ArrayBuffer> {
    const sources: NameSource[] = (await this.#library.database.entities.toArray()).map((entity) => ({
      key: entity.key,
      aliases: [...surfaceForms(entity), ...expandForms(entity)],
    }));
    const steps = compileSteps(sources);
    let sliceEnd = this.#library.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (this.#library.now() >= sliceEnd) {
        await this.#pause();
        sliceEnd = this.#library.now() + SLICE_MS;
      }
    }
  }

  async #store(revision: number, bytes: ArrayBuffer): Promise<void> {
    const { database } = this.#library;
    if (!(await database.isWritable())) return;
    try {
      await database.compiled.put({ id: 'names', revision, bytes });
    } catch {
      // A full disk costs the next worker a compilation, no more: the names themselves are in the library.
    }
  }
}
