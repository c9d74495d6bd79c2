import { docFromJson, docToJson } from '../crdt/doc-json';
import {
  isObject,
  MalformedError,
  readArray,
  readCount,
  readObject,
  readString,
  readVector,
} from '../crdt/json';
import type { Doc } from '../crdt/doc';
import type { DocId, Json, Op } from '../crdt/op';
import { opFromJson, opToJson } from '../crdt/op-json';
import { type EpochId, isEpochId } from '../crdt/stamp';
import type { Vector } from '../crdt/vector';
import { type Bytes, utf8, utf8Text } from '../crypto/bytes';
import type { LogName } from './names';
import type { ProfileId, Reader, SnapshotContents } from './store';

/** Version of the content, inside the encryption. Raised only when old programs must not read on. */
const VERSION = 1;

/** One segment of one epoch's operations. */
export interface Log {
  readonly profile: ProfileId;
  /** What the profile has read and had not yet said so, and its wall clock. */
  readonly reader: Reader;
  readonly ops: readonly Op[];
}

/** A snapshot's table of contents. */
export interface Snapshot extends SnapshotContents {
  /** As far as the vector goes. */
  readonly readers: readonly (readonly [ProfileId, Reader])[];
  /** Of the epochs that had files in the folder. */
  readonly owners: readonly (readonly [EpochId, ProfileId])[];
}

/** A content made by a version that this one must not read. */
export class NewerContentError extends Error {
  override readonly name = 'NewerContentError';
}

export function logBytes(log: Log): Bytes {
  const { profile, reader, ops } = log;
  return bytesOf({ profile, ms: reader.ms, seen: reader.seen, ops: ops.map(opToJson) });
}

/** @throws MalformedError, NewerContentError */
export function logOf(name: LogName, content: Bytes): Log {
  const json = contentOf(content);
  const ops = readArray(json['ops'], 'operations');
  if (ops.length !== name.to - name.from + 1) throw new MalformedError('operations do not fit the name');
  return {
    profile: readString(json['profile'], 'profile') as ProfileId,
    reader: { ms: readCount(json['ms'], 'time'), seen: readVector(json['seen'], 'seen') },
    ops: ops.map((op, index) => opFromJson(op, name.epoch, name.from + index)),
  };
}

export function partBytes(docs: readonly (readonly [DocId, Json])[]): Bytes {
  return bytesOf({ docs });
}

/** @throws MalformedError, NewerContentError */
export function partOf(content: Bytes): (readonly [DocId, Doc])[] {
  return readArray(contentOf(content)['docs'], 'documents').map((entry) => {
    const [id, doc] = readArray(entry, 'document');
    return [readString(id, 'id') as DocId, docFromJson(doc)];
  });
}

/** A document as a part holds it. */
export function partEntry([id, doc]: readonly [DocId, Doc]): readonly [DocId, Json] {
  return [id, docToJson(doc)];
}

export function snapshotBytes({ vector, parts, readers, owners }: Snapshot): Bytes {
  return bytesOf({
    vector,
    parts: parts.map(({ name, sizeBytes }) => [name, sizeBytes]),
    readers: readers.map(([profile, { ms, seen }]) => [profile, ms, lagOf(vector, seen)]),
    owners: owners.map(([epoch, profile]) => [epoch, profile]),
  });
}

/** @throws MalformedError, NewerContentError */
export function snapshotOf(content: Bytes): Snapshot {
  const json = contentOf(content);
  const vector = readVector(json['vector'], 'vector');
  return {
    vector,
    parts: readArray(json['parts'], 'parts').map((entry) => {
      const [name, sizeBytes] = readArray(entry, 'part');
      return { name: readString(name, 'name'), sizeBytes: readCount(sizeBytes, 'size') };
    }),
    readers: readArray(json['readers'], 'readers').map((entry) => {
      const [profile, ms, lag] = readArray(entry, 'reader');
      const reader = { ms: readCount(ms, 'time'), seen: { ...vector, ...readLag(lag) } };
      return [readString(profile, 'profile') as ProfileId, reader];
    }),
    owners: readArray(json['owners'], 'owners').map((entry) => {
      const [epoch, profile] = readArray(entry, 'owner');
      if (!isEpochId(epoch)) throw new MalformedError('epoch is malformed');
      return [epoch, readString(profile, 'profile') as ProfileId];
    }),
  };
}

/**
 * What a reader lacks of the vector, as the numbers it stands at: mostly nothing, while what it has read grows by an entry
 * with every browser session of everybody.
 */
function lagOf(vector: Vector, seen: Vector): Vector {
  return Object.fromEntries(
    Object.entries(vector)
      .filter(([epoch, n]) => (seen[epoch] ?? 0) < n)
      .map(([epoch]) => [epoch, seen[epoch] ?? 0]),
  );
}

function readLag(json: unknown): Vector {
  const entries = Object.entries(readObject(json, 'lag'));
  for (const [epoch, n] of entries) {
    if (!isEpochId(epoch)) throw new MalformedError('lag names no epoch');
    readCount(n, 'lag');
  }
  return Object.fromEntries(entries) as Vector;
}

/** One envelope of a backup; see `backup.ts`. */
export interface BackupPart {
  readonly docs: readonly (readonly [DocId, Doc])[];
  /** The file holds what lies between these two. */
  readonly since: Vector;
  readonly vector: Vector;
  readonly isLast: boolean;
}

export function backupPartBytes({ docs, since, vector, isLast }: BackupPart): Bytes {
  return bytesOf({ docs: docs.map(partEntry), since, vector, isLast });
}

/** @throws MalformedError, NewerContentError */
export function backupPartOf(content: Bytes): BackupPart {
  const json = contentOf(content);
  return {
    docs: partOf(content),
    since: readVector(json['since'], 'since'),
    vector: readVector(json['vector'], 'vector'),
    isLast: json['isLast'] === true,
  };
}

function bytesOf(content: Record<string, Json | Vector>): Bytes {
  return utf8(JSON.stringify({ v: VERSION, ...content }));
}

function contentOf(content: Bytes): ReturnType<typeof readObject> {
  const json = readObject(parse(content), 'content');
  if (isObject(json) && typeof json['v'] === 'number' && json['v'] > VERSION) throw new NewerContentError();
  if (json['v'] !== VERSION) throw new MalformedError('content has no version');
  return json;
}

function parse(content: Bytes): unknown {
  try {
    return JSON.parse(utf8Text(content));
  } catch (cause) {
    throw new MalformedError('content is no JSON', { cause });
  }
}
