import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { deltaLines } from '../../utils/packs/delta';
import {
  FEED_DELTAS_MAX,
  readFeed,
  signedText,
  writeFeed,
  type Feed,
  type FeedDelta,
  type FeedFile,
} from '../../utils/packs/feed';
import type { Pack } from '../../utils/packs/format';
import { packLines } from '../../utils/packs/write';
import { readPackFile } from './pack-files';

/** What a build wrote. */
export interface Built {
  readonly feed: Feed;
  /** Whether the folder held this very release already. */
  readonly isSame: boolean;
}

/**
 * Writes a release into a folder for a static host: the snapshot, a delta from the release that was there, and `pack.json`
 * last, so that whoever fetches meanwhile finds every file that it names. Older deltas stay while they are listed.
 *
 * @param expires day from which on readers are not to trust the announcement, or null
 * @throws Error in words when the folder holds another pack or a newer release
 */
export async function buildRelease(pack: Pack, folder: string, expires: string | null): Promise<Built> {
  await mkdir(folder, { recursive: true });
  const { id, version } = pack.manifest;
  const text = lines(packLines(pack));
  const content = sha256(text);
  const before = await feedIn(folder);
  if (before !== null) {
    if (before.id !== id) throw new Error(`${folder} holds another pack: ${before.id}`);
    if (before.version > version)
      throw new Error(`${folder} holds version ${before.version}, which is newer`);
    if (before.version === version) {
      if (before.content === content) return { feed: before, isSame: true };
      throw new Error(`the pack changed but its version is ${version} still: raise it`);
    }
  }
  const snapshot = await put(folder, `${id}-${version}`, text);
  const deltas = before === null ? [] : await nextDeltas(pack, folder, before);
  const feed: Feed = { id, version, content, snapshot, deltas, expires, key: null, signature: null };
  await writeFile(join(folder, 'pack.json'), writeFeed(feed));
  await sweep(folder, feed, before);
  return { feed, isSame: false };
}

/** The announcement in a folder; null when there is none. Throws when it is no sound one. */
export async function feedIn(folder: string): Promise<Feed | null> {
  const text = await readFile(join(folder, 'pack.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const read = readFeed(text);
  if (!read.ok) throw new Error(`${join(folder, 'pack.json')}: ${read.message}`);
  return read.feed;
}

/** A new Ed25519 key, PKCS #8, base64: the publisher keeps it and shows it to nobody. */
export async function newSigningKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  return Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
}

/** The feed signed with a key of {@link newSigningKey}. */
export async function signFeed(feed: Feed, key: string): Promise<Feed> {
  const secret = await crypto.subtle.importKey(
    'pkcs8',
    new Uint8Array(Buffer.from(key, 'base64')),
    { name: 'Ed25519' },
    true,
    ['sign'],
  );
  const { x = '' } = await crypto.subtle.exportKey('jwk', secret);
  const unsigned: Feed = { ...feed, key: Buffer.from(x, 'base64url').toString('base64'), signature: null };
  const signature = await crypto.subtle.sign(
    { name: 'Ed25519' },
    secret,
    new TextEncoder().encode(signedText(unsigned)),
  );
  return { ...unsigned, signature: Buffer.from(signature).toString('base64') };
}

async function nextDeltas(pack: Pack, folder: string, before: Feed): Promise<FeedDelta[]> {
  const read = await readPackFile(join(folder, before.snapshot.url));
  if (read === null || !read.ok)
    throw new Error(`${before.snapshot.url} is gone or damaged: no delta can be made`);
  const { version: from } = before;
  const { id, version: to } = pack.manifest;
  const file = await put(folder, `${id}-${from}-${to}`, lines(deltaLines(read.pack, pack)));
  return [...before.deltas, { from, to, ...file }].slice(-FEED_DELTAS_MAX);
}

/** Writes a file named after its content. */
async function put(folder: string, stem: string, text: string): Promise<FeedFile> {
  const bytes = gzipSync(text, { level: 9 });
  const hash = sha256(bytes);
  const url = `${stem}-${hash.slice(0, 12)}.jsonl.gz`;
  await writeFile(join(folder, url), bytes);
  return { url, sha256: hash, bytes: bytes.byteLength };
}

/** Takes away what nothing names any more, but for the release before: readers may be fetching it. */
async function sweep(folder: string, feed: Feed, before: Feed | null): Promise<void> {
  const named = new Set([
    feed.snapshot.url,
    ...feed.deltas.map(({ url }) => url),
    ...(before === null ? [] : [before.snapshot.url]),
  ]);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${feed.id}-`) && name.endsWith('.jsonl.gz') && !named.has(name))
      await rm(join(folder, name));
  }
}

function lines(all: Iterable<string>): string {
  return `${[...all].join('\n')}\n`;
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
