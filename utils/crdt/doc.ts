import type { Json, Op, VersionId } from './op';
import { isEdit, versionId } from './op';
import type { Stamp } from './stamp';
import { compareStamps } from './stamp';
import { includes, isEmptyVector, joinVectors, NOTHING_SEEN, upTo, type Vector } from './vector';

/** One operation, by its stamp and number. */
export interface Dot {
  readonly at: Stamp;
  readonly n: number;
}

/** A field's value with the stamp that it won by. */
export interface Register extends Dot {
  /** Undefined once purged: the stamp stays, so that an older value cannot come back. */
  readonly value: Json | undefined;
}

/** One element's additions and the additions that removals had seen. It is in the set while some addition is unseen. */
export interface Presence {
  readonly added: Vector;
  readonly removed: Vector;
}

/** One state that the text was in. */
export interface Version extends Dot {
  readonly parents: readonly VersionId[];
  readonly text: string;
}

/**
 * All that is known of one document. It is a join-semilattice: {@link joinDocs} is commutative, associative and
 * idempotent, and an operation is itself a small document ({@link docOfOp}), so every order of delivery, with any
 * repetition, ends in the same state (Shapiro et al. 2011).
 */
export interface Doc {
  readonly fields: ReadonlyMap<string, Register>;
  /** Set name, then element. */
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, Presence>>;
  readonly versions: ReadonlyMap<VersionId, Version>;
  /** The last edit of each epoch, and how far deletions had seen them. */
  readonly live: Vector;
  readonly killed: Vector;
  /** The newest deletion, or null when nobody ever deleted it. */
  readonly deletion: Dot | null;
  /** Text versions up to here are dropped; everything up to `purged` is erased. */
  readonly folded: Vector;
  readonly purged: Vector;
  /** Operations of a newer version of the extension. */
  readonly unknown: ReadonlyMap<VersionId, Op>;
}

export const EMPTY_DOC: Doc = {
  fields: new Map(),
  sets: new Map(),
  versions: new Map(),
  live: NOTHING_SEEN,
  killed: NOTHING_SEEN,
  deletion: null,
  folded: NOTHING_SEEN,
  purged: NOTHING_SEEN,
  unknown: new Map(),
};

/** Whether the reader sees it: some edit that no deletion had seen. */
export function isVisible(doc: Doc): boolean {
  return Object.entries(doc.live).some(([epoch, n]) => n > (doc.killed[epoch] ?? 0));
}

/** Whether somebody deleted it and an edit made elsewhere (or an undo) kept it. */
export function isKept(doc: Doc): boolean {
  return isVisible(doc) && !isEmptyVector(doc.killed);
}

/** The elements of a set, in code unit order. */
export function elementsOf(doc: Doc, set: string): string[] {
  const present = [...(doc.sets.get(set) ?? [])].filter(([, presence]) => isPresent(presence));
  return present.map(([element]) => element).toSorted();
}

/** A field's value, or null when it was never set or is erased. */
export function fieldOf(doc: Doc, field: string): Json {
  return doc.fields.get(field)?.value ?? null;
}

/** What one operation makes of an empty document. */
export function docOfOp(op: Op): Doc {
  const { at, n, change } = op;
  const dot: Vector = { [at.epoch]: n };
  const doc = isEdit(change) ? { ...EMPTY_DOC, live: dot } : EMPTY_DOC;
  switch (change.kind) {
    case 'set':
      return { ...doc, fields: new Map([[change.field, { value: change.value, at, n }]]) };
    case 'add':
      return { ...doc, sets: oneElement(change.set, change.element, { added: dot, removed: NOTHING_SEEN }) };
    case 'remove':
      return {
        ...doc,
        sets: oneElement(change.set, change.element, { added: NOTHING_SEEN, removed: change.seen }),
      };
    case 'write':
      return {
        ...doc,
        versions: new Map([[versionId(at.epoch, n), { parents: change.parents, text: change.text, at, n }]]),
      };
    case 'delete':
      return { ...doc, killed: change.seen, deletion: { at, n } };
    case 'fold':
      return { ...doc, folded: change.seen };
    case 'purge':
      return { ...doc, purged: change.seen };
    case 'ack':
      return doc;
    case 'unknown':
      return { ...doc, unknown: new Map([[versionId(at.epoch, n), op]]) };
  }
}

/** Everything that either knows: the least upper bound. */
export function joinDocs(a: Doc, b: Doc): Doc {
  if (a === b || b === EMPTY_DOC) return a;
  if (a === EMPTY_DOC) return settle(b);
  return settle({
    fields: joinMaps(a.fields, b.fields, newerRegister),
    sets: joinMaps(a.sets, b.sets, (left, right) => joinMaps(left, right, joinPresences)),
    versions: joinMaps(a.versions, b.versions, greaterVersion),
    live: joinVectors(a.live, b.live),
    killed: joinVectors(a.killed, b.killed),
    deletion: laterDot(a.deletion, b.deletion),
    folded: joinVectors(a.folded, b.folded),
    purged: joinVectors(a.purged, b.purged),
    unknown: joinMaps(a.unknown, b.unknown, (left) => left),
  });
}

/** The document after one more operation. */
export function applyOp(doc: Doc, op: Op): Doc {
  return joinDocs(doc, docOfOp(op));
}

function isPresent({ added, removed }: Presence): boolean {
  return Object.entries(added).some(([epoch, n]) => n > (removed[epoch] ?? 0));
}

function oneElement(set: string, element: string, presence: Presence): Doc['sets'] {
  return new Map([[set, new Map([[element, presence]])]]);
}

function joinMaps<Key, Value>(
  a: ReadonlyMap<Key, Value>,
  b: ReadonlyMap<Key, Value>,
  join: (left: Value, right: Value) => Value,
): ReadonlyMap<Key, Value> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const joined = new Map(a);
  for (const [key, right] of b) {
    const left = joined.get(key);
    joined.set(key, left === undefined ? right : join(left, right));
  }
  return joined;
}

function joinPresences(a: Presence, b: Presence): Presence {
  return { added: joinVectors(a.added, b.added), removed: joinVectors(a.removed, b.removed) };
}

function laterDot(a: Dot | null, b: Dot | null): Dot | null {
  if (a === null || b === null) return a ?? b;
  return (compareStamps(a.at, b.at) || a.n - b.n) >= 0 ? a : b;
}

function newerRegister(a: Register, b: Register): Register {
  const order = compareStamps(a.at, b.at) || a.n - b.n;
  if (order !== 0) return order > 0 ? a : b;
  // One operation twice, one of them perhaps erased. The text comparison only ever decides between forgeries.
  if (a.value === undefined || b.value === undefined) return a.value === undefined ? a : b;
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b;
}

/** A version's id names its content; the choice only matters among forgeries, where it must not depend on order. */
function greaterVersion(a: Version, b: Version): Version {
  return a === b || versionKey(a) >= versionKey(b) ? a : b;
}

function versionKey(version: Version): string {
  return JSON.stringify([version.text, version.parents, version.at.ms, version.at.counter]);
}

/** Takes out what `folded` and `purged` say is over. Both only grow, so it does not matter when this is done. */
function settle(doc: Doc): Doc {
  if (isEmptyVector(doc.folded) && isEmptyVector(doc.purged)) return doc;
  const { purged } = doc;
  const dropped = joinVectors(doc.folded, purged);
  return {
    ...doc,
    versions: filterMap(doc.versions, ({ at, n }) => !includes(dropped, at.epoch, n)),
    fields: new Map([...doc.fields].map(([field, register]) => [field, erased(register, purged)])),
    sets: purgedSets(doc.sets, purged),
    unknown: filterMap(doc.unknown, ({ at, n }) => !includes(purged, at.epoch, n)),
  };
}

function erased(register: Register, purged: Vector): Register {
  return includes(purged, register.at.epoch, register.n) ? { ...register, value: undefined } : register;
}

function purgedSets(sets: Doc['sets'], purged: Vector): Doc['sets'] {
  if (isEmptyVector(purged)) return sets;
  const left = [...sets].map(([name, elements]) => {
    const kept = [...elements].flatMap(([element, { added, removed }]) => {
      const presence = { added: after(added, purged), removed: after(removed, purged) };
      const isOver = isEmptyVector(presence.added) && isEmptyVector(presence.removed);
      return isOver ? [] : [[element, presence] as const];
    });
    return [name, new Map(kept)] as const;
  });
  return new Map(left.filter(([, elements]) => elements.size > 0));
}

function after(vector: Vector, purged: Vector): Vector {
  return Object.fromEntries(
    Object.entries(vector).filter(([epoch, n]) => n > upTo(purged, epoch as Stamp['epoch'])),
  );
}

function filterMap<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  keep: (value: Value) => boolean,
): ReadonlyMap<Key, Value> {
  return new Map([...map].filter(([, value]) => keep(value)));
}
