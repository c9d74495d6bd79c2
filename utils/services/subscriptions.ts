import { type PackFeedRow, type PackStateRow } from '../db/database';
import type { PackId } from '../model/ids';
import type { FeedProblem, FeedProblemCode } from '../model/pack';
import { applySteps, readDelta } from '../packs/delta';
import {
  FEED_FILE_BYTES_MAX,
  FEED_LENGTH_MAX,
  isFeedText,
  readFeed,
  signedText,
  type Feed,
  type FeedDelta,
  type FeedFile,
} from '../packs/feed';
import { INTERVAL_MIN_MS, nextInterval, planUpdate, withJitter } from '../packs/feed-plan';
import type { Pack } from '../packs/format';
import { linesOf } from '../packs/lines';
import { problemLine } from '../packs/problem';
import { packLines } from '../packs/write';
import { installWaiting } from './install-packs';
import { commit, type Library } from './library';
import { preparePack, readKept, type PackJob, type PreparedPack } from './prepare-pack';

/** The network and what looks after it, handed in so that tests can choose it. */
export interface PackNet {
  readonly get: (
    url: string,
    etag: string | null,
    maxBytes: number,
  ) => Promise<
    | {
        readonly type: 'bytes';
        readonly bytes: Uint8Array;
        readonly etag: string | null;
        readonly url: string;
      }
    | { readonly type: 'unchanged' }
    | { readonly type: 'failed'; readonly code: FeedProblemCode; readonly detail: string }
  >;
  readonly mayAsk: (url: string) => Promise<boolean>;
  /** Throws when it is no text, damaged, or swells too far. */
  readonly textOf: (bytes: Uint8Array) => AsyncIterable<string>;
  /** In hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  readonly verify: (key: string, signature: string, text: string) => Promise<'good' | 'bad' | 'unknown'>;
  /** An address beside another. */
  readonly beside: (url: string, name: string) => string;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** What looking at an address came to. */
export type Look =
  | { readonly type: 'nothing-new'; readonly etag?: string | null }
  | { readonly type: 'problem'; readonly problem: FeedProblem }
  | {
      readonly type: 'prepared';
      readonly prepared: PreparedPack;
      readonly etag: string | null;
      readonly publicKey: string | null;
    };

/** What looking at a subscription came to, after all was done that needs nobody's word. */
export type Checked =
  | { readonly type: 'nothing-new' | 'installed' }
  /** It changes much: it waits to be looked at. */
  | { readonly type: 'waiting' }
  | { readonly type: 'problem'; readonly problem: FeedProblem };

/**
 * Looks at an address that is not subscribed to yet: a release that is found waits to be installed.
 *
 * @throws CallError as `change` does; Cancelled
 */
export async function lookAtAddress(
  library: Library,
  url: string,
  reserved: readonly PackId[],
  net: PackNet,
  job: PackJob,
): Promise<Look> {
  const look = await lookAt(library, { url, packId: null, reserved, feed: null, state: null }, net, job);
  if (look.type === 'prepared' && look.prepared.status === 'ready')
    await keepFeed(library, look.prepared.packId, {
      etag: look.etag,
      checked: library.now(),
      next: library.now() + withJitter(INTERVAL_MIN_MS, net.random()),
      intervalMs: INTERVAL_MIN_MS,
      problem: null,
      publicKey: look.publicKey,
    });
  return look;
}

/**
 * Looks at a pack's address and takes a small step by itself. A failure is remembered and leaves everything as it was.
 *
 * @throws CallError as `change` does; Cancelled
 */
export async function checkSubscription(
  library: Library,
  packId: PackId,
  net: PackNet,
  job: PackJob,
): Promise<Checked> {
  const { database } = library;
  const row = await database.packs.get(packId);
  if (row === undefined || row.source.type !== 'url') return { type: 'nothing-new' };
  const feed = (await database.packFeeds.get(packId)) ?? null;
  const state = (await database.packStates.get(packId)) ?? null;
  const look = await lookAt(library, { url: row.source.url, packId, reserved: [], feed, state }, net, job);
  const problem = problemOf(look);
  if (problem !== null) {
    await settle(library, packId, feed, net, { problem, hadNews: false });
    return { type: 'problem', problem };
  }
  const isReady = look.type === 'prepared' && look.prepared.status === 'ready';
  const changes =
    look.type === 'prepared' && look.prepared.status === 'ready' ? look.prepared.waiting.changes : null;
  if (isReady && changes?.isLarge !== true) await installWaiting(library, packId, job);
  await settle(library, packId, feed, net, {
    problem: null,
    hadNews: isReady,
    ...('etag' in look ? { etag: look.etag } : {}),
    ...(look.type === 'prepared' ? { publicKey: look.publicKey } : {}),
  });
  if (!isReady) return { type: 'nothing-new' };
  return { type: changes?.isLarge === true ? 'waiting' : 'installed' };
}

/** Subscriptions that are on and due, the longest overdue first. */
export async function dueSubscriptions(library: Library): Promise<PackId[]> {
  const now = library.now();
  return (await nextLooks(library)).filter(({ next }) => next <= now).map(({ id }) => id);
}

/** When each subscription that is on is to be looked at next, in milliseconds since 1970, soonest first. */
export async function nextLooks(library: Library): Promise<{ readonly id: PackId; readonly next: number }[]> {
  const { database } = library;
  const subscribed = (await database.packs.toArray()).filter(
    ({ isOn, source }) => isOn && source.type === 'url',
  );
  const feeds = await database.packFeeds.bulkGet(subscribed.map(({ id }) => id));
  return subscribed
    .map(({ id }, index) => ({ id, next: feeds[index]?.next ?? 0 }))
    .toSorted((one, other) => one.next - other.next);
}

interface Target {
  readonly url: string;
  readonly packId: PackId | null;
  readonly reserved: readonly PackId[];
  readonly feed: PackFeedRow | null;
  readonly state: PackStateRow | null;
}

async function lookAt(library: Library, target: Target, net: PackNet, job: PackJob): Promise<Look> {
  if (!(await net.mayAsk(target.url))) return wrong('no-permission');
  // What the host answered last time is only of use while what came of it is here.
  const known = target.state?.release !== null && target.state !== null ? (target.feed?.etag ?? null) : null;
  const reply = await net.get(target.url, known, FEED_FILE_BYTES_MAX);
  if (reply.type === 'unchanged') return { type: 'nothing-new' };
  if (reply.type === 'failed') return wrong(reply.code, reply.detail);
  const { bytes, etag } = reply;
  try {
    const head = bytes.byteLength <= FEED_LENGTH_MAX ? await joined(net.textOf(bytes)) : '';
    if (isFeedText(head)) return await lookAtFeed(library, target, head, reply, net, job);
    if (target.feed !== null && target.feed.publicKey !== null) return wrong('signature');
    const prepared = await prepare(library, target, { chunks: net.textOf(bytes), length: 0 }, null, job);
    return { type: 'prepared', prepared, etag, publicKey: null };
  } catch (error) {
    return unreadable(error);
  }
}

async function lookAtFeed(
  library: Library,
  target: Target,
  text: string,
  { etag, url }: { readonly etag: string | null; readonly url: string },
  net: PackNet,
  job: PackJob,
): Promise<Look> {
  const read = readFeed(text);
  if (!read.ok) return wrong('not-a-pack', read.message);
  const { feed } = read;
  if (target.packId !== null && feed.id !== target.packId) return wrong('other-pack', feed.id);
  const untrusted = await distrust(library, feed, target.feed?.publicKey ?? null, net);
  if (untrusted !== null) return wrong(untrusted);
  const state = target.state ?? (await library.database.packStates.get(feed.id as PackId)) ?? null;
  const release = state?.release ?? null;
  const plan = planUpdate(feed, release?.version ?? null, (release?.generation ?? '') !== '');
  if (plan.type === 'rollback') return wrong('rollback', String(feed.version));
  if (plan.type === 'current') return { type: 'nothing-new', etag };
  const found = { etag, publicKey: feed.key };
  if (plan.type === 'deltas' && release !== null) {
    const before = await readKept(library, feed.id as PackId, release.generation, job);
    const after = before === null ? null : await follow(before, plan.deltas, url, net, job);
    if (after !== null) {
      const chunks = withLineEnds(packLines(after));
      const prepared = await prepare(library, target, { chunks, length: 0 }, feed.content, job);
      // A chain that does not lead where it should costs a snapshot, no more.
      if (prepared.status === 'ready' || prepared.status === 'same')
        return { type: 'prepared', prepared, ...found };
    }
  }
  const bytes = await announced(feed.snapshot, url, net, feed.content);
  if (!(bytes instanceof Uint8Array)) return wrong(bytes.code, bytes.detail);
  const prepared = await prepare(
    library,
    target,
    { chunks: net.textOf(bytes), length: 0 },
    feed.content,
    job,
  );
  return { type: 'prepared', prepared, ...found };
}

/** Why an announcement is not to be believed, or null. The first key seen is the publisher's for good. */
async function distrust(
  library: Library,
  feed: Feed,
  pinned: string | null,
  net: PackNet,
): Promise<FeedProblemCode | null> {
  if (pinned !== null && feed.key !== null && feed.key !== pinned) return 'key-changed';
  if (pinned !== null || feed.key !== null || feed.signature !== null) {
    if (feed.key === null || feed.signature === null) return 'signature';
    const verdict = await net.verify(feed.key, feed.signature, signedText(feed));
    if (verdict !== 'good') return verdict === 'unknown' ? 'cannot-verify' : 'signature';
  }
  const today = new Date(library.now()).toISOString().slice(0, 10);
  return feed.expires !== null && feed.expires < today ? 'expired' : null;
}

/** Follows a chain of deltas; null when one of them is missing, damaged, or leads elsewhere. */
async function follow(
  before: Pack,
  deltas: readonly FeedDelta[],
  url: string,
  net: PackNet,
  job: PackJob,
): Promise<Pack | null> {
  let pack: Pack | null = before;
  for (const file of deltas) {
    const bytes = await announced(file, url, net, null);
    if (!(bytes instanceof Uint8Array) || pack === null) return null;
    const read = await readDelta(linesOf(job.pace.paced(net.textOf(bytes)))).catch(() => null);
    if (read === null || !read.ok) return null;
    pack = await job.pace.run(applySteps(pack, read.delta));
  }
  return pack;
}

/**
 * A file beside `pack.json`, if it is the one that was announced. A host that declares `Content-Encoding: gzip` has the
 * browser unpack it on the way: then its content is what is compared.
 */
async function announced(
  file: FeedFile,
  url: string,
  net: PackNet,
  content: string | null,
): Promise<Uint8Array | FeedProblem> {
  const reply = await net.get(net.beside(url, file.url), null, FEED_FILE_BYTES_MAX);
  if (reply.type === 'unchanged') return { code: 'status', detail: '304' };
  if (reply.type === 'failed') return { code: reply.code, detail: reply.detail };
  const { bytes } = reply;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const hash = await net.sha256(bytes);
  if (hash === file.sha256 || (!isGzip && (content === null || hash === content))) return bytes;
  return { code: 'wrong-hash', detail: file.url };
}

async function prepare(
  library: Library,
  { url, packId, reserved }: Target,
  text: { readonly chunks: AsyncIterable<string> | Iterable<string>; readonly length: number },
  contentHash: string | null,
  job: PackJob,
): Promise<PreparedPack> {
  const source = { type: 'url', url } as const;
  return preparePack(library, text, { source, packId, reserved, contentHash }, job);
}

/** The problem that a look came to; a prepared pack that cannot come in is one too. */
function problemOf(look: Look): FeedProblem | null {
  if (look.type === 'problem') return look.problem;
  if (look.type === 'nothing-new') return null;
  const { prepared } = look;
  switch (prepared.status) {
    case 'ready':
    case 'same':
      return null;
    case 'older':
      return { code: 'rollback', detail: String(prepared.version) };
    case 'other-pack':
    case 'taken':
      return { code: 'other-pack', detail: prepared.name };
    case 'wrong-content':
      return { code: 'wrong-hash', detail: '' };
    case 'problems': {
      const [first] = prepared.problems;
      return {
        code: first?.code === 'format' ? 'not-a-pack' : 'unsound',
        detail: first === undefined ? '' : problemLine(first),
      };
    }
    default:
      return prepared satisfies never;
  }
}

/** A failure of unpacking, told apart by what it says; others pass through. */
function unreadable(error: unknown): Look {
  const problem = error instanceof Error && error.name === 'UnpackError' ? error.message : null;
  if (problem === null) throw error;
  return problem === 'too-large' ? wrong('too-large') : wrong('not-a-pack', problem);
}

interface Settled {
  readonly problem: FeedProblem | null;
  readonly hadNews: boolean;
  readonly etag?: string | null;
  readonly publicKey?: string | null;
}

async function settle(
  library: Library,
  packId: PackId,
  before: PackFeedRow | null,
  net: PackNet,
  { problem, hadNews, etag, publicKey }: Settled,
): Promise<void> {
  const now = library.now();
  const intervalMs = nextInterval(before?.intervalMs ?? INTERVAL_MIN_MS / 2, hadNews);
  const isAnswer = problem === null || problem.code !== 'offline';
  await keepFeed(library, packId, {
    etag: etag === undefined ? (before?.etag ?? null) : etag,
    checked: isAnswer ? now : (before?.checked ?? null),
    next: now + withJitter(intervalMs, net.random()),
    intervalMs,
    problem,
    publicKey: before?.publicKey ?? publicKey ?? null,
  });
}

async function keepFeed(library: Library, id: PackId, feed: Omit<PackFeedRow, 'id'>): Promise<void> {
  const { database } = library;
  await commit(library, ['packFeeds'], () => database.packFeeds.put({ id, ...feed }));
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > FEED_LENGTH_MAX) return '';
  }
  return text;
}

function* withLineEnds(lines: Iterable<string>): Generator<string, void, undefined> {
  for (const line of lines) yield `${line}\n`;
}

function wrong(code: FeedProblemCode, detail = ''): Look {
  return { type: 'problem', problem: { code, detail } };
}
