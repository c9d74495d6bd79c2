import { bodyOf } from '../../../utils/crdt/body';
import { applyOp, type Doc, EMPTY_DOC, isVisible } from '../../../utils/crdt/doc';
import { docToJson } from '../../../utils/crdt/doc-json';
import { type DocId, isEdit, type Op, versionId } from '../../../utils/crdt/op';
import { includes, upTo, type Vector } from '../../../utils/crdt/vector';
import type { MemoryStore } from '../memory-store';
import type { Word } from './edits';

/** All documents of a profile as one text: equal texts, equal profiles. */
export function contentOf(store: MemoryStore): string {
  const docs = [...store.state.docs].filter(([, doc]) => doc !== EMPTY_DOC);
  const sorted = docs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted.map(([id, doc]) => [id, docToJson(doc)]));
}

/** Operations that share a number but not a content: the one thing that no merge survives. */
export function reusedNumbers(ops: readonly Op[]): string[] {
  const seen = new Map<string, Op>();
  return ops.flatMap((op) => {
    const id = versionId(op.at.epoch, op.n);
    const other = seen.get(id);
    seen.set(id, op);
    return other !== undefined && other !== op ? [`number ${id} was used twice`] : [];
  });
}

/** The profile must hold exactly what the operations it claims to know add up to. */
export function differsFromModel(store: MemoryStore, ops: readonly Op[]): string[] {
  const { vector } = store.state.meta;
  const known = ops.filter((op) => includes(vector, op.at.epoch, op.n) && op.change.kind !== 'ack');
  const docs = new Map<DocId, Doc>();
  for (const op of known) docs.set(op.doc, applyOp(docs.get(op.doc) ?? EMPTY_DOC, op));
  const problems: string[] = [];
  for (const id of new Set([...docs.keys(), ...store.state.docs.keys()])) {
    const expected = JSON.stringify(docToJson(docs.get(id) ?? EMPTY_DOC));
    const actual = JSON.stringify(docToJson(store.state.docs.get(id) ?? EMPTY_DOC));
    if (expected !== actual) problems.push(`${id} is not what its operations say: ${actual} for ${expected}`);
  }
  return problems;
}

/** Acknowledged operations must be known. */
export function lostAcknowledged(store: MemoryStore, acknowledged: Vector): string[] {
  const { vector } = store.state.meta;
  return Object.entries(acknowledged).flatMap(([epoch, n]) =>
    upTo(vector, epoch as Op['at']['epoch']) < n ? [`${epoch}.${n} was acknowledged and is lost`] : [],
  );
}

/** A document is hidden exactly when deletions had seen every edit of it: counted from the operations alone. */
export function wronglyShown(store: MemoryStore, ops: readonly Op[]): string[] {
  const { vector } = store.state.meta;
  const known = ops.filter((op) => includes(vector, op.at.epoch, op.n));
  return [...store.state.docs].flatMap(([id, doc]) => {
    const own = known.filter((op) => op.doc === id);
    const deletions = own.flatMap(({ change }) => (change.kind === 'delete' ? [change.seen] : []));
    const unseen = own.filter(
      (op) => isEdit(op.change) && !deletions.some((seen) => includes(seen, op.at.epoch, op.n)),
    );
    return unseen.length > 0 === isVisible(doc) ? [] : [`${id} is ${isVisible(doc) ? 'shown' : 'hidden'}`];
  });
}

/** Words that nobody removed must stand in the text; those that somebody removed and that stand there are counted. */
export function wordFates(
  store: MemoryStore,
  words: ReadonlyMap<string, Word>,
): { readonly lost: string[]; readonly removedCount: number; readonly backCount: number } {
  const { meta, docs } = store.state;
  const isKnown = (op: Op): boolean => includes(meta.vector, op.at.epoch, op.n);
  const lost: string[] = [];
  let [removedCount, backCount] = [0, 0];
  const texts = new Map<DocId, ReadonlySet<string>>();
  for (const [id, doc] of docs) texts.set(id, new Set((bodyOf(doc)?.text ?? '').split(' ')));
  for (const [word, { doc: id, insertedBy, removedBy }] of words) {
    const doc = docs.get(id);
    if (!isKnown(insertedBy) || doc === undefined || !isVisible(doc)) continue;
    // Emptied after a deletion that everybody knew of; an edit since then has brought the rest back to light.
    if (includes(doc.purged, insertedBy.at.epoch, insertedBy.n)) continue;
    const stands = texts.get(id)?.has(word) ?? false;
    if (removedBy.some(isKnown)) {
      removedCount += 1;
      if (stands) backCount += 1;
    } else if (!stands) lost.push(`the word ${word} of ${id} is lost`);
  }
  return { lost, removedCount, backCount };
}
