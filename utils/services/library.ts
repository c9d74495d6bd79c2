import { change, type ChangeOptions, type LibraryDatabase, type LibraryTable } from '../db/database';

/** The library with the outside world that its services need, handed in so that tests can choose it. */
export interface Library {
  readonly database: LibraryDatabase;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new random id, 75 bits. */
  readonly newId: () => string;
  /** SHA-256. */
  readonly digest: (text: string) => Promise<Uint8Array>;
  /** Told after every durable change. */
  readonly onChange: (change: ChangeOptions) => void;
}

/** One durable change, and then the news of it. Throws as `change` does. */
export async function commit<Result>(
  library: Library,
  tables: readonly Exclude<LibraryTable, 'meta'>[],
  body: () => Promise<Result>,
  options: ChangeOptions = {},
): Promise<Result> {
  const result = await change(library.database, tables, body, options);
  library.onChange(options);
  return result;
}

/** Today as `YYYY-MM-DD` in UTC: facts carry days, not hours. */
export function today(library: Library): string {
  return new Date(library.now()).toISOString().slice(0, 10);
}
