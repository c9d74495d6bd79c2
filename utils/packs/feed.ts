import * as v from 'valibot';
import { isCoarseDay } from './day';
import { findForbiddenKey } from './forbidden-key';
import { PACK_LIMITS } from './limits';

/** Version of `pack.json`, first thing in it. */
export const FEED_FORMAT = 1;
/** Longest `pack.json` that is read, in characters: fifty deltas take about 12,000. */
export const FEED_LENGTH_MAX = 64 * 1024;
/** Deltas that an announcement lists at most; who is further behind takes the snapshot. */
export const FEED_DELTAS_MAX = 50;
/** Most bytes of a snapshot or delta as they come over the wire. */
export const FEED_FILE_BYTES_MAX = 32 * 1024 * 1024;

/** A file beside `pack.json`, named after its content, so that it may be cached for ever. */
export interface FeedFile {
  /** Relative to `pack.json`; the same origin. */
  readonly url: string;
  /** SHA-256 of the file as it comes over the wire, in hexadecimal. */
  readonly sha256: string;
  /** Its size as it comes over the wire. */
  readonly bytes: number;
}

/** Leads from one release to a later one. */
export interface FeedDelta extends FeedFile {
  readonly from: number;
  readonly to: number;
}

/** What a publisher announces in `pack.json`. */
export interface Feed {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the release's lines in their one form (`packLines`): what snapshot and deltas must lead to. */
  readonly content: string;
  readonly snapshot: FeedFile;
  /** Ascending. */
  readonly deltas: readonly FeedDelta[];
  /** Day from which on the announcement is not to be trusted, `YYYY-MM-DD`; null for never. */
  readonly expires: string | null;
  /** Ed25519, raw, base64; null when it is not signed. */
  readonly key: string | null;
  readonly signature: string | null;
}

export type ReadFeed =
  { readonly ok: true; readonly feed: Feed } | { readonly ok: false; readonly message: string };

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'));
const release = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const file = {
  url: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/, 'must be a plain file name beside pack.json'),
  ),
  sha256: hash,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(FEED_FILE_BYTES_MAX)),
};

const feedShape = v.strictObject({
  'backgrounder-feed': v.literal(FEED_FORMAT),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(PACK_LIMITS.idLength)),
  version: release,
  content: hash,
  snapshot: v.strictObject(file),
  deltas: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({ from: release, to: release, ...file }),
        v.check(({ from, to }) => to > from, 'leads backwards'),
      ),
    ),
    v.maxLength(FEED_DELTAS_MAX),
  ),
  expires: v.optional(v.nullable(v.pipe(v.string(), v.check(isCoarseDay))), null),
  key: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/))), null),
  signature: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/))), null),
});

/** Whether a text is meant to be a `pack.json`, sound or not; a pack begins otherwise. */
export function isFeedText(text: string): boolean {
  return /^\ufeff?\s*\{\s*"backgrounder-feed"/.test(text.slice(0, 200));
}

/** Reads a `pack.json`. Never throws, whatever the text. */
export function readFeed(text: string): ReadFeed {
  if (text.length > FEED_LENGTH_MAX) return no(`longer than ${FEED_LENGTH_MAX} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return no(
      text.trimStart().startsWith('<')
        ? 'this is a web page, not a pack: look at the address'
        : 'is no valid JSON',
    );
  }
  const forbidden = findForbiddenKey(value);
  if (forbidden !== null) return no(`${forbidden.where}: is not allowed`);
  const read = v.safeParse(feedShape, value);
  if (!read.success) {
    const [issue] = read.issues;
    return no(`${v.getDotPath(issue) ?? 'pack.json'}: ${issue.message}`);
  }
  const { 'backgrounder-feed': _format, ...feed } = read.output;
  return { ok: true, feed };
}

/** A feed as the text of `pack.json`. */
export function writeFeed(feed: Feed): string {
  return `${JSON.stringify({ 'backgrounder-feed': FEED_FORMAT, ...inOrder(feed), signature: feed.signature ?? undefined }, null, 2)}\n`;
}

/** What a signature is made over: everything but itself, in one form. */
export function signedText(feed: Feed): string {
  return `backgrounder-feed ${FEED_FORMAT}\n${JSON.stringify(inOrder(feed))}`;
}

function inOrder({ id, version, content, snapshot, deltas, expires, key }: Feed) {
  return {
    id,
    version,
    content,
    snapshot: fileInOrder(snapshot),
    deltas: deltas.map(({ from, to, ...rest }) => ({ from, to, ...fileInOrder(rest) })),
    expires: expires ?? undefined,
    key: key ?? undefined,
  };
}

function fileInOrder({ url, sha256, bytes }: FeedFile): FeedFile {
  return { url, sha256, bytes };
}

function no(message: string): ReadFeed {
  return { ok: false, message };
}
