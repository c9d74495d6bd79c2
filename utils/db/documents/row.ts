import { bodyOf } from '../../crdt/body';
import { type Doc, elementsOf, isVisible } from '../../crdt/doc';
import type { AnyRow, Mapping } from './mapping';

/**
 * The row that a document says, or null when there should be none.
 *
 * @param before the row that is there; its local members stay
 */
export function rowOf(
  mapping: Mapping,
  key: string | readonly string[],
  doc: Doc,
  before: AnyRow | undefined,
): AnyRow | null {
  if (!isVisible(doc)) return null;
  const row: Record<string, unknown> = { ...mapping.defaults, ...before };
  for (const [index, member] of mapping.key.entries())
    row[member] = typeof key === 'string' ? key : key[index];
  for (const [field, { value }] of doc.fields) {
    if (value === undefined || field.startsWith(INNER) || mapping.local.includes(field)) continue;
    row[field] = value;
  }
  for (const member of mapping.optional) if (row[member] === null) delete row[member];
  for (const set of mapping.sets) row[set] = elementsOf(doc, set).flatMap(elementOf);
  if (mapping.body !== null) row[mapping.body] = bodyOf(doc)?.text ?? '';
  if (mapping.deleted !== null) row[mapping.deleted] = 0;
  const isWhole = mapping.needs.every((member) => row[member] !== undefined && row[member] !== null);
  return isWhole ? row : null;
}

/** Fields that begin with this are between the profiles and are in no row. */
export const INNER = '~';

function elementOf(json: string): unknown[] {
  try {
    return [JSON.parse(json) as unknown];
  } catch {
    // Written by a program that is not ours; it stays in the document and is not shown.
    return [];
  }
}
