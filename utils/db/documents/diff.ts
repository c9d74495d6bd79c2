import { adding, deleting, removing, setting, writing } from '../../crdt/author';
import { bodyOf } from '../../crdt/body';
import { type Doc, elementsOf, EMPTY_DOC, fieldOf, isVisible } from '../../crdt/doc';
import type { DocId, OpDraft } from '../../crdt/op';
import { asJson, canonical } from './canonical';
import type { AnyRow, Mapping } from './mapping';

/** Whether a row is there for other profiles: not deleted. */
function isShared(mapping: Mapping, row: AnyRow | undefined): row is AnyRow {
  if (row === undefined) return false;
  return mapping.deleted === null || row[mapping.deleted] === 0;
}

/**
 * What must be said so that the document is what the row is; nothing when it already is. The document is all that was
 * ever said or heard, so what comes out is exactly what the reader did, however the row came to be changed.
 *
 * A member that the row does not have says nothing unless the mapping calls it optional: a version that does not know a
 * field must not take it away.
 *
 * @param row undefined when there is none any more
 */
export function draftsFor(mapping: Mapping, id: DocId, row: AnyRow | undefined, doc: Doc): OpDraft[] {
  const isSeen = isVisible(doc);
  // A pack's row takes nobody's own away, whatever ids they have.
  if (mapping.hasPack && row !== undefined && row['pack'] !== null) return [];
  if (!isShared(mapping, row)) return isSeen ? [deleting(id, doc)] : [];
  // What was deleted and is there again is said anew, whole: at least one edit must be younger than the deletion.
  const said = isSeen ? doc : { ...EMPTY_DOC, sets: new Map(), fields: new Map() };
  return [
    ...fieldDrafts(mapping, id, row, said),
    ...mapping.sets.flatMap((set) => setDrafts(id, set, row[set], doc, isSeen)),
    ...bodyDrafts(mapping, id, row, doc, isSeen),
  ];
}

function fieldDrafts(mapping: Mapping, id: DocId, row: AnyRow, said: Doc): OpDraft[] {
  const { key, local, sets, optional, body, deleted } = mapping;
  // An absent member that was never there needs no word.
  const absent = optional.filter((member) => row[member] === undefined && fieldOf(said, member) !== null);
  const members = { ...row, ...Object.fromEntries(absent.map((member) => [member, null])) };
  return Object.entries(members).flatMap(([field, value]) => {
    const isField =
      value !== undefined &&
      field !== body &&
      field !== deleted &&
      !key.includes(field) &&
      !local.includes(field) &&
      !sets.includes(field);
    if (!isField) return [];
    // Null and never said are one to whoever reads, except that a first word must be heard.
    const isNew = !said.fields.has(field);
    if (!isNew && canonical(fieldOf(said, field)) === canonical(value)) return [];
    return [setting(id, field, asJson(value))];
  });
}

function setDrafts(id: DocId, set: string, value: unknown, doc: Doc, isSeen: boolean): OpDraft[] {
  if (!Array.isArray(value)) return [];
  const wanted = new Set(value.map(canonical));
  const held = new Set(elementsOf(doc, set));
  const added = [...wanted].filter((element) => !isSeen || !held.has(element));
  const removed = [...held].filter((element) => !wanted.has(element));
  return [
    ...removed.map((element) => removing(id, doc, set, element)),
    ...added.map((element) => adding(id, set, element)),
  ];
}

function bodyDrafts(mapping: Mapping, id: DocId, row: AnyRow, doc: Doc, isSeen: boolean): OpDraft[] {
  const text = mapping.body === null ? undefined : row[mapping.body];
  if (typeof text !== 'string') return [];
  return isSeen && bodyOf(doc)?.text === text ? [] : [writing(id, doc, text)];
}
