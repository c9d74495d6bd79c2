import { fromBase64, toBase64, type Bytes } from '../../crypto/bytes';
import { SyncError } from '../errors';
import type { Remote, RemoteFile } from '../remote';

/** What is needed of the browser's `storage.sync`. Every method may reject, which the quotas make it do. */
export interface AccountArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, string>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/**
 * Characters of one item with its key: the browsers count key and JSON text together and stop at 8,192 bytes. Measured in
 * Chromium 156 and Firefox 153: 8,189 characters under a key of one pass, 8,190 fail.
 */
const ITEM_LENGTH = 8190;
/** Of the 102,400 bytes that an account holds; the rest is for what other versions of us may need. */
export const ACCOUNT_BYTES = 96_000;
/** Of the 512 items that an account holds. */
const ACCOUNT_ITEMS = 500;
const PREFIX = 'f/';
/** Between the file's name and the number of its piece; in no name of ours. */
const SEPARATOR = '#';

/**
 * The account that the browser itself syncs (`storage.sync`): nothing to set up, little room, one vendor. A file is one or
 * more items `f/<name>#<piece>`; the first says how long the file is, so that a file of which pieces have not come yet is not
 * there. Written in one call, which counts once against the browser's limit of calls.
 *
 * A file that would not fit is refused as `full` before anything is written: nothing is ever pushed out.
 */
export class AccountRemote implements Remote {
  readonly #area: AccountArea;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(area: AccountArea) {
    this.#area = area;
  }

  async list(signal: AbortSignal): Promise<readonly RemoteFile[]> {
    const items = await this.#items(signal);
    return [...filesOf(items)].flatMap(([name, pieces]) => {
      const bytes = joined(pieces);
      return bytes === null ? [] : [{ name, sizeBytes: bytes.length }];
    });
  }

  async get(name: string, signal: AbortSignal): Promise<Bytes | null> {
    const pieces = filesOf(await this.#items(signal)).get(name);
    return pieces === undefined ? null : joined(pieces);
  }

  put(name: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    // One after another: each must see what the one before has left of the room.
    return this.#inTurn(async () => {
      const before = await this.#items(signal);
      const items = itemsOf(name, bytes);
      const stale = keysOf(before, name).filter((key) => !(key in items));
      const rest = Object.entries({ ...before, ...items }).filter(([key]) => !stale.includes(key));
      const used = rest.reduce((sum, [key, value]) => sum + costOf(key, value), 0);
      if (used > ACCOUNT_BYTES || rest.length > ACCOUNT_ITEMS) throw new SyncError('full');
      await attempt(signal, () => this.#area.set(items));
      if (stale.length > 0) await attempt(signal, () => this.#area.remove(stale));
    });
  }

  del(name: string, signal: AbortSignal): Promise<void> {
    return this.#inTurn(async () => {
      const keys = keysOf(await this.#items(signal), name);
      if (keys.length > 0) await attempt(signal, () => this.#area.remove(keys));
    });
  }

  #items(signal: AbortSignal): Promise<Record<string, unknown>> {
    return attempt(signal, () => this.#area.get(null));
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

/** A file as items; the first piece begins with the file's length in base64 characters. */
function itemsOf(name: string, bytes: Bytes): Record<string, string> {
  const text = toBase64(bytes);
  const items: Record<string, string> = {};
  let rest = `${text.length}:${text}`;
  for (let piece = 0; piece === 0 || rest !== ''; piece += 1) {
    const key = `${PREFIX}${name}${SEPARATOR}${piece}`;
    // Two quotes of the JSON text are counted as well; base64 has nothing that JSON would escape.
    const room = ITEM_LENGTH - key.length - 2;
    items[key] = rest.slice(0, room);
    rest = rest.slice(room);
  }
  return items;
}

/** Pieces by file, in order. Items of others, and what does not look like a piece, are passed over. */
function filesOf(items: Record<string, unknown>): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const [key, value] of Object.entries(items)) {
    const end = key.lastIndexOf(SEPARATOR);
    if (!key.startsWith(PREFIX) || end < 0 || typeof value !== 'string') continue;
    const name = key.slice(PREFIX.length, end);
    const pieces = files.get(name) ?? [];
    pieces[Number(key.slice(end + 1))] = value;
    files.set(name, pieces);
  }
  return files;
}

function keysOf(items: Record<string, unknown>, name: string): string[] {
  return Object.keys(items).filter((key) => key.startsWith(`${PREFIX}${name}${SEPARATOR}`));
}

/** Null while a piece is missing, is of another length of the file, or is damaged. */
function joined(pieces: readonly (string | undefined)[]): Bytes | null {
  const text = Array.from(pieces, (piece) => piece ?? '').join('');
  const colon = text.indexOf(':');
  const body = text.slice(colon + 1);
  return colon > 0 && Number(text.slice(0, colon)) === body.length ? fromBase64(body) : null;
}

function costOf(key: string, value: unknown): number {
  return key.length + new TextEncoder().encode(JSON.stringify(value) ?? '').length;
}

async function attempt<Value>(signal: AbortSignal, act: () => Promise<Value>): Promise<Value> {
  if (signal.aborted) throw new SyncError('stopped');
  try {
    return await act();
  } catch (cause) {
    throw errorOf(cause);
  }
}

/** Browsers tell their quotas apart by words only: Chromium by the constant's name, Firefox by "quota". */
function errorOf(cause: unknown): SyncError {
  const words = cause instanceof Error ? `${cause.name} ${cause.message}` : '';
  if (/MAX_WRITE_OPERATIONS/i.test(words)) return new SyncError('busy', { cause, retryAfterMs: 60_000 });
  return new SyncError(/quota/i.test(words) ? 'full' : 'server', { cause });
}
