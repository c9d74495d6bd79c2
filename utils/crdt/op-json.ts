import { isObject, MalformedError, readArray, readCount, readString, readVector } from './json';
import type { Change, DocId, Json, Op, VersionId } from './op';
import type { EpochId } from './stamp';
import { MS_MAX } from './stamp';

/**
 * An operation in a file that already says which epoch and number it is: `[ms, counter, doc, kind, …]`.
 * A kind that this version does not know is kept as it came; its author says with `{"quiet": true}` as its last
 * member that it is no edit, so that even an old version counts it rightly.
 */
export function opToJson({ at, doc, change }: Op): Json {
  return [at.ms, at.counter, doc, ...changeToJson(change)];
}

/** @throws MalformedError */
export function opFromJson(json: unknown, epoch: EpochId, n: number): Op {
  const [ms, counter, doc, ...change] = readArray(json, 'operation');
  return {
    doc: readString(doc, 'document') as DocId,
    n,
    at: { ms: readCount(ms, 'time', MS_MAX), counter: readCount(counter, 'counter', 2 ** 32), epoch },
    change: changeFromJson(change),
  };
}

function changeToJson(change: Change): readonly Json[] {
  switch (change.kind) {
    case 'set':
      return ['set', change.field, change.value];
    case 'add':
      return ['add', change.set, change.element];
    case 'remove':
      return ['remove', change.set, change.element, change.seen];
    case 'write':
      return ['write', change.parents, change.text];
    case 'delete':
    case 'fold':
    case 'purge':
      return [change.kind, change.seen];
    case 'ack':
      return ['ack'];
    case 'unknown':
      return change.raw;
  }
}

function changeFromJson(json: readonly Json[]): Change {
  const [kind, a, b, c] = json;
  switch (readString(kind, 'kind')) {
    case 'set':
      return { kind: 'set', field: readString(a, 'field'), value: readValue(b) };
    case 'add':
      return { kind: 'add', set: readString(a, 'set'), element: readString(b, 'element') };
    case 'remove':
      return {
        kind: 'remove',
        set: readString(a, 'set'),
        element: readString(b, 'element'),
        seen: readVector(c, 'seen'),
      };
    case 'write':
      return { kind: 'write', parents: readVersionIds(a), text: readString(b, 'text') };
    case 'delete':
      return { kind: 'delete', seen: readVector(a, 'seen') };
    case 'fold':
      return { kind: 'fold', seen: readVector(a, 'seen') };
    case 'purge':
      return { kind: 'purge', seen: readVector(a, 'seen') };
    case 'ack':
      return { kind: 'ack' };
    default:
      return { kind: 'unknown', raw: json, isEdit: !isQuiet(json.at(-1)) };
  }
}

function isQuiet(json: unknown): boolean {
  return isObject(json) && json['quiet'] === true;
}

function readValue(json: Json | undefined): Json {
  if (json === undefined) throw new MalformedError('value is missing');
  return json;
}

export function readVersionIds(json: unknown): VersionId[] {
  return readArray(json, 'parents').map((id) => {
    const text = readString(id, 'parent');
    if (!/^[0-9a-z]{12}\.[1-9][0-9]{0,15}$/.test(text)) throw new MalformedError('parent is no version');
    return text as VersionId;
  });
}
