import { applyOp, type Doc, type Dot, EMPTY_DOC, type Presence, type Register, type Version } from './doc';
import { MalformedError, readArray, readCount, readObject, readString, readVector } from './json';
import type { Json, Op } from './op';
import { opFromJson, opToJson, readVersionIds } from './op-json';
import { type EpochId, isEpochId, MS_MAX } from './stamp';
import { isEmptyVector, NOTHING_SEEN, type Vector } from './vector';

/**
 * A document's state in JSON, with absent parts left out and all keys sorted: equal states give equal text, so the text
 * also serves to compare two profiles.
 */
export function docToJson(doc: Doc): Json {
  const json: Record<string, Json> = {};
  if (doc.fields.size > 0) json['fields'] = mapToJson(doc.fields, registerToJson);
  if (doc.sets.size > 0)
    json['sets'] = mapToJson(doc.sets, (elements) => mapToJson(elements, presenceToJson));
  if (doc.versions.size > 0) json['versions'] = mapToJson(doc.versions, versionToJson);
  for (const name of VECTORS) if (!isEmptyVector(doc[name])) json[name] = vectorToJson(doc[name]);
  if (doc.deletion !== null) json['deletion'] = dotToJson(doc.deletion);
  if (doc.unknown.size > 0)
    json['unknown'] = mapToJson(doc.unknown, (op) => [op.at.epoch, op.n, opToJson(op)]);
  return json;
}

/**
 * Operations that were unknown when the state was written and are known now take effect.
 *
 * @throws MalformedError
 */
export function docFromJson(json: unknown): Doc {
  const object = readObject(json, 'document');
  const vector = (name: (typeof VECTORS)[number]): Vector =>
    object[name] === undefined ? NOTHING_SEEN : readVector(object[name], name);
  const doc: Doc = {
    fields: mapFromJson(object['fields'], registerFromJson),
    sets: mapFromJson(object['sets'], (elements) => mapFromJson(elements, presenceFromJson)),
    versions: mapFromJson(object['versions'], versionFromJson) as Doc['versions'],
    live: vector('live'),
    killed: vector('killed'),
    deletion:
      object['deletion'] === undefined ? null : dotFromJson(readArray(object['deletion'], 'deletion')),
    folded: vector('folded'),
    purged: vector('purged'),
    unknown: EMPTY_DOC.unknown,
  };
  const late = [...mapFromJson(object['unknown'], (entry) => lateOp(entry)).values()];
  return late.reduce(applyOp, doc);
}

const VECTORS = ['live', 'killed', 'folded', 'purged'] as const;

function dotToJson({ at, n }: Dot): readonly Json[] {
  return [at.ms, at.counter, at.epoch, n];
}

function dotFromJson([ms, counter, epoch, n]: readonly Json[]): Dot {
  return {
    at: {
      ms: readCount(ms, 'time', MS_MAX),
      counter: readCount(counter, 'counter', 2 ** 32),
      epoch: readEpoch(epoch),
    },
    n: readCount(n, 'number', Number.MAX_SAFE_INTEGER, 1),
  };
}

function registerToJson(register: Register): Json {
  return register.value === undefined ? dotToJson(register) : [...dotToJson(register), register.value];
}

function registerFromJson(json: Json): Register {
  const parts = readArray(json, 'field');
  return { ...dotFromJson(parts), value: parts[4] };
}

function presenceToJson({ added, removed }: Presence): Json {
  return isEmptyVector(removed) ? [vectorToJson(added)] : [vectorToJson(added), vectorToJson(removed)];
}

function presenceFromJson(json: Json): Presence {
  const [added, removed] = readArray(json, 'element');
  return {
    added: readVector(added, 'additions'),
    removed: removed === undefined ? NOTHING_SEEN : readVector(removed, 'removals'),
  };
}

function versionToJson(version: Version): Json {
  return [...dotToJson(version), version.parents, version.text];
}

function versionFromJson(json: Json): Version {
  const parts = readArray(json, 'version');
  return { ...dotFromJson(parts), parents: readVersionIds(parts[4]), text: readString(parts[5], 'text') };
}

function lateOp(json: Json): Op {
  const [epoch, n, op] = readArray(json, 'unknown operation');
  return opFromJson(op, readEpoch(epoch), readCount(n, 'number', Number.MAX_SAFE_INTEGER, 1));
}

function readEpoch(json: Json | undefined): EpochId {
  if (!isEpochId(json)) throw new MalformedError('epoch is malformed');
  return json;
}

/** As a list of pairs: a field called `__proto__` must be no danger. */
function mapToJson<Value>(map: ReadonlyMap<string, Value>, write: (value: Value) => Json): Json {
  const pairs = [...map].map(([key, value]) => [key, write(value)] as const);
  return pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function mapFromJson<Value>(json: unknown, read: (json: Json) => Value): ReadonlyMap<string, Value> {
  if (json === undefined) return new Map();
  const pairs = readArray(json, 'map').map((pair) => {
    const [key, value] = readArray(pair, 'entry');
    if (value === undefined) throw new MalformedError('entry has no value');
    return [readString(key, 'key'), read(value)] as const;
  });
  return new Map(pairs);
}

function vectorToJson(vector: Vector): Vector {
  return Object.fromEntries(Object.entries(vector).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
