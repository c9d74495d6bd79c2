import type { Doc } from '../crdt/doc';
import type { DocId } from '../crdt/op';
import { CLOCK_START } from '../crdt/stamp';
import { covers, includes, NOTHING_SEEN, type Vector } from '../crdt/vector';
import { type Bytes, concatBytes, type FillRandom, utf8 } from '../crypto/bytes';
import { open, type Opened, seal } from '../crypto/envelope';
import type { VaultKey } from '../crypto/vault-key';
import { type BackupPart, backupPartBytes, backupPartOf, NewerContentError } from './payload';
import { clockOf } from './read-snapshot';
import type { SyncStore } from './store';

/**
 * Sync by hand, and the backup: everything (or everything since some point) in one sealed file, to be carried on a stick
 * or kept on a shelf. `BGNB`, then envelopes, each with its length in four bytes before it; each holds some documents, the
 * last one says that it is the last. Bound names count the envelopes, so none can be left out or put elsewhere unseen.
 */
const MAGIC = utf8('BGNB');

const boundName = (index: number): string => `backup_${index}`;

/** Documents in one envelope and in one transaction. */
const DOCS_MAX = 1000;

/**
 * @param since only documents with something beyond this; whoever reads the file should have read that far
 */
export async function writeBackup(
  store: SyncStore,
  key: VaultKey,
  fill: FillRandom,
  since: Vector = NOTHING_SEEN,
): Promise<Bytes> {
  for (;;) {
    const before = (await store.meta()).vector;
    const bytes = await written(store, key, fill, since, before);
    // An edit that came in meanwhile may be in the documents and not in the vector; whoever restored that would know of
    // an operation that others might never get.
    if (covers(before, (await store.meta()).vector)) return bytes;
  }
}

async function written(
  store: SyncStore,
  key: VaultKey,
  fill: FillRandom,
  since: Vector,
  vector: Vector,
): Promise<Bytes> {
  const pieces: Bytes[] = [MAGIC];
  const add = async (part: BackupPart): Promise<void> => {
    const sealed = await seal(key, boundName((pieces.length - 1) / 2), backupPartBytes(part), fill);
    pieces.push(lengthBytes(sealed.length), sealed);
  };
  let after: DocId | null = null;
  for (;;) {
    const page: readonly (readonly [DocId, Doc])[] = await store.docsAfter(after, DOCS_MAX);
    const last = page.at(-1);
    const docs = page.filter(([, doc]) => isBeyond(doc, since));
    await add({ docs, since, vector, isLast: last === undefined });
    if (last === undefined) return concatBytes(...pieces);
    [after] = last;
  }
}

/** Why a backup was not read; nothing was changed then. */
export type BackupFailure = 'not-a-backup' | 'newer' | 'damaged-or-other-key' | 'incomplete';

/**
 * Takes a backup in. All of it is checked before anything is changed; then it is merged like everything else, so an
 * old backup never undoes a newer edit.
 *
 * @returns how many documents the file held, or why it was refused
 */
export async function readBackup(
  bytes: Bytes,
  store: SyncStore,
  key: VaultKey,
): Promise<number | BackupFailure> {
  const sealed = piecesOf(bytes);
  if (sealed === null) return 'not-a-backup';
  const parts: BackupPart[] = [];
  for (const [index, piece] of sealed.entries()) {
    const part = partOf(await open(key, boundName(index), piece));
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  const last = parts.at(-1);
  if (last === undefined || !last.isLast) return 'incomplete';
  for (const { docs } of parts) await store.apply({ docs, clock: clockOf(docs.map(([, doc]) => doc)) });
  // Without what came before, this file fills no hole.
  const { vector } = await store.meta();
  const isContinuation = covers(vector, last.since);
  await store.apply({
    clock: CLOCK_START,
    hasNews: true,
    ...(isContinuation ? { vector: last.vector } : {}),
  });
  return parts.reduce((sum, { docs }) => sum + docs.length, 0);
}

function isBeyond({ live, deletion }: Doc, since: Vector): boolean {
  return !covers(since, live) || (deletion !== null && !includes(since, deletion.at.epoch, deletion.n));
}

function lengthBytes(length: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

/** Null when the lengths do not add up to the file. */
function piecesOf(bytes: Bytes): Bytes[] | null {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces: Bytes[] = [];
  for (let at = MAGIC.length; at < bytes.length;) {
    if (at + 4 > bytes.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return null;
    pieces.push(bytes.slice(at + 4, end));
    at = end;
  }
  return pieces;
}

function partOf(opened: Opened): BackupPart | BackupFailure {
  if (!opened.ok) return opened.why === 'newer' ? 'newer' : 'damaged-or-other-key';
  try {
    return backupPartOf(opened.content);
  } catch (cause) {
    return cause instanceof NewerContentError ? 'newer' : 'not-a-backup';
  }
}
