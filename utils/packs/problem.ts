/**
 * What kind of rule a row broke.
 * - `json`: the line is no JSON, or not an object of the form `{"entity": ...}`.
 * - `shape`: a field is missing, unknown, or of the wrong type.
 * - `text`: a name or a sentence holds characters that cannot be seen or that turn the reading direction.
 * - `address`: a link is no plain web address.
 * - `key`: a field name that could reach into JavaScript's own objects.
 * - `limit`: more than {@link PACK_LIMITS} allows.
 * - `duplicate`: an id, alias or fact that is already there.
 * - `reference`: an id that no entity of the pack has.
 * - `format`: not a pack, or of a version that this build does not read.
 * - `mixed-scripts`: letters of two alphabets in one word, as in forged names (a warning only).
 */
export type PackProblemCode =
  | 'json'
  | 'shape'
  | 'text'
  | 'address'
  | 'key'
  | 'limit'
  | 'duplicate'
  | 'reference'
  | 'format'
  | 'mixed-scripts';

/** One thing that is wrong with one row, in words for the pack's author. */
export interface PackProblem {
  /** Line number, from 1. */
  readonly row: number;
  /** Path of the field, for instance `entity.facts[0].source.url`; empty for the row as a whole. */
  readonly where: string;
  readonly code: PackProblemCode;
  /** A sentence that says what is wrong and what would be right. */
  readonly message: string;
}

/** A problem in one line: `row 12, entity.name: must not be empty`. */
export function problemLine(problem: PackProblem): string {
  const where = problem.where === '' ? '' : `, ${problem.where}`;
  return `row ${problem.row}${where}: ${problem.message}`;
}
