import type { BenchBrowser } from './session';

/** Rows written in one message to the browser. */
const CHUNK = 10_000;

/** Dexie keeps its version 1 as 10. */
const DATABASE = { name: 'library', version: 10 } as const;

/**
 * Makes the extension's library exactly these names, each an entity of its own, and stops the worker so that it compiles
 * them anew. Rows go into its database directly: thousands of calls as a reader makes them would take minutes.
 *
 * @param known how many of the names an earlier call has written already; 0 empties the library first
 */
export async function fillLibrary(
  session: BenchBrowser,
  names: readonly string[],
  known: number,
): Promise<void> {
  if (known === 0) await write(session, [], 0, true);
  for (let from = known; from < names.length; from += CHUNK)
    await write(session, names.slice(from, from + CHUNK), from, false);
  await session.stopWorker();
}

/** Throws the compiled names away and stops the worker: whoever asks next waits for the compilation. */
export async function forgetCompiled(session: BenchBrowser, count: number): Promise<void> {
  await write(session, [], count, false);
  await session.stopWorker();
}

async function write(
  session: BenchBrowser,
  names: readonly string[],
  firstKey: number,
  isFresh: boolean,
): Promise<void> {
  const driver = await session.driver();
  await driver.evaluate(
    async (list, first, clear, { name, version }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('the database does not open')));
      });
      const tables = ['entities', 'meta', 'compiled'];
      const transaction = database.transaction(tables, 'readwrite', { durability: 'relaxed' });
      const done = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(new Error(String(transaction.error))));
      });
      const entities = transaction.objectStore('entities');
      if (clear) entities.clear();
      list.forEach((text, index) => {
        const key = first + index + 1;
        entities.put({
          id: `bench${key}`,
          key,
          kind: 'place',
          name: text,
          aliases: [],
          summary: `Background on ${text}.`,
          companions: [],
          context: [],
          links: [],
          pack: 'bench',
          words: text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
        });
      });
      const meta = transaction.objectStore('meta');
      // Higher than any number that the worker has counted by itself.
      meta.put({ name: 'revision', value: 1_000_000 + first + list.length });
      meta.put({ name: 'namesRevision', value: 1_000_000 + first + list.length });
      meta.put({ name: 'lastKey', value: first + list.length });
      transaction.objectStore('compiled').clear();
      await done;
      database.close();
    },
    names,
    firstKey,
    isFresh,
    DATABASE,
  );
}

/** Size of the compiled names in the extension's database, in bytes; null when there are none. */
export async function compiledBytes(session: BenchBrowser): Promise<number | null> {
  const driver = await session.driver();
  return driver.evaluate(async ({ name, version }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, version);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('the database does not open')));
    });
    const row = await new Promise<{ bytes: ArrayBuffer } | undefined>((resolve) => {
      const request = database.transaction('compiled').objectStore('compiled').get('names');
      request.addEventListener('success', () =>
        resolve(request.result as { bytes: ArrayBuffer } | undefined),
      );
    });
    database.close();
    return row?.bytes.byteLength ?? null;
  }, DATABASE);
}
