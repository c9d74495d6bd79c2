import * as v from 'valibot';
import type { PackId } from '../model/ids';
import { findForbiddenKey } from './forbidden-key';
import { PACK_FORMAT, type PackEntity, type PackManifest, type PackTest } from './format';
import { findMixedScripts } from './hidden-text';
import { PACK_LIMITS } from './limits';
import type { PackProblem, PackProblemCode } from './problem';
import { entityShape, manifestShape, MESSAGE, testShape } from './shapes';

/** What one line holds. Every row but a `bad` one may still carry warnings. */
export type PackRow =
  | { readonly type: 'manifest'; readonly manifest: PackManifest }
  | { readonly type: 'entity'; readonly entity: PackEntity; readonly warnings: readonly PackProblem[] }
  | { readonly type: 'test'; readonly test: PackTest }
  | { readonly type: 'blank' }
  | { readonly type: 'bad'; readonly problems: readonly PackProblem[] };

/**
 * Reads one line by itself: nothing is known of other lines, so ids and references are not checked here.
 * Never throws, whatever the line.
 *
 * @param row its number, from 1; the first line must be the manifest
 */
export function readRow(line: string, row: number): PackRow {
  if (line.length > PACK_LIMITS.lineLength)
    return bad(row, '', 'limit', `the line is longer than ${PACK_LIMITS.lineLength} characters`);
  // An editor's byte order mark is no part of the text.
  const text = (row === 1 ? line.replace(/^\ufeff/, '') : line).trim();
  if (row === 1) return readManifest(text);
  if (text === '') return { type: 'blank' };
  const value = parseJson(text);
  if (value === undefined) return bad(row, '', 'json', jsonMessage(text));
  const problem = keyProblem(value, row);
  if (problem !== null) return { type: 'bad', problems: [problem] };
  if (isRecord(value)) {
    const [kind, ...others] = Object.keys(value);
    if (others.length === 0 && kind === 'entity') return readEntity(value['entity'], row);
    if (others.length === 0 && kind === 'test') return readTest(value['test'], row);
  }
  return bad(row, '', 'json', 'must be {"entity": {...}} or {"test": {...}}');
}

function readManifest(text: string): PackRow {
  const value = parseJson(text);
  if (text.startsWith('<')) return bad(1, '', 'format', jsonMessage(text));
  if (!isRecord(value) || !('backgrounder-pack' in value))
    return bad(
      1,
      '',
      'format',
      `this is no pack: the first line must be {"backgrounder-pack": ${PACK_FORMAT}, "id": ..., ...}`,
    );
  const version = value['backgrounder-pack'];
  if (typeof version === 'number' && version > PACK_FORMAT)
    return bad(
      1,
      '',
      'format',
      `the pack is written for a newer Backgrounder (format ${version}); update first`,
    );
  const problem = keyProblem(value, 1);
  if (problem !== null) return { type: 'bad', problems: [problem] };
  const read = v.safeParse(manifestShape, value);
  if (!read.success) return { type: 'bad', problems: shapeProblems(read.issues, 1, '') };
  const { 'backgrounder-pack': _format, id, ...rest } = read.output;
  return { type: 'manifest', manifest: { ...rest, id: id as PackId } };
}

function readEntity(value: unknown, row: number): PackRow {
  const read = v.safeParse(entityShape, value);
  if (!read.success) return { type: 'bad', problems: shapeProblems(read.issues, row, 'entity') };
  const entity: PackEntity = { row, ...read.output };
  const problems = [...repeatedAliases(entity), ...repeatedFacts(entity)];
  if (problems.length > 0) return { type: 'bad', problems };
  return { type: 'entity', entity, warnings: mixedScripts(entity) };
}

function readTest(value: unknown, row: number): PackRow {
  const read = v.safeParse(testShape, value);
  if (!read.success) return { type: 'bad', problems: shapeProblems(read.issues, row, 'test') };
  const test: PackTest = { row, ...read.output };
  const absent = test.lights.findIndex((light) => !test.text.includes(light.text));
  if (absent !== -1)
    return bad(
      row,
      `test.lights[${absent}].text`,
      'reference',
      'must stand in the test’s text, letter for letter',
    );
  return { type: 'test', test };
}

function repeatedAliases(entity: PackEntity): PackProblem[] {
  const seen = new Set<string>();
  return entity.aliases.flatMap((alias, index) => {
    if (seen.has(alias.text)) {
      const message = `“${alias.text}” is already an alias of this entity`;
      return [{ row: entity.row, where: `entity.aliases[${index}]`, code: 'duplicate' as const, message }];
    }
    seen.add(alias.text);
    return [];
  });
}

function repeatedFacts(entity: PackEntity): PackProblem[] {
  const seen = new Set<string>();
  return entity.facts.flatMap((fact, index) => {
    const key = JSON.stringify(fact);
    if (seen.has(key)) {
      const message = 'the same fact stands above';
      return [{ row: entity.row, where: `entity.facts[${index}]`, code: 'duplicate' as const, message }];
    }
    seen.add(key);
    return [];
  });
}

function mixedScripts(entity: PackEntity): PackProblem[] {
  return [entity.name, ...entity.aliases.map((alias) => alias.text)].flatMap((name) => {
    const word = findMixedScripts(name);
    if (word === null) return [];
    const message = `“${word}” mixes the letters of two alphabets`;
    return [{ row: entity.row, where: 'entity', code: 'mixed-scripts' as const, message }];
  });
}

function keyProblem(value: unknown, row: number): PackProblem | null {
  const finding = findForbiddenKey(value);
  if (finding === null) return null;
  return finding.type === 'forbidden'
    ? { row, where: finding.where, code: 'key', message: 'this field name is not allowed' }
    : {
        row,
        where: finding.where.slice(0, 80),
        code: 'limit',
        message: `is nested deeper than ${PACK_LIMITS.depth} levels`,
      };
}

function shapeProblems(
  issues: readonly v.BaseIssue<unknown>[],
  row: number,
  root: string,
): readonly PackProblem[] {
  return issues.map((issue) => {
    const where = (issue.path ?? []).reduce<string>((path, item) => {
      const { key } = item as { readonly key: unknown };
      if (typeof key === 'number') return `${path}[${key}]`;
      // The key may be the pack's own, of any length.
      return path === '' ? String(key).slice(0, 80) : `${path}.${String(key).slice(0, 80)}`;
    }, root);
    return { row, where, code: codeOf(issue), message: messageOf(issue) };
  });
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never') return 'is no field of this format';
  return issue.received === 'undefined' ? 'is missing' : 'must be an object';
}

function codeOf(issue: v.BaseIssue<unknown>): PackProblemCode {
  if (issue.type === 'max_length') return 'limit';
  if (issue.message.startsWith(MESSAGE.hidden)) return 'text';
  if (issue.message === MESSAGE.address) return 'address';
  return 'shape';
}

function bad(row: number, where: string, code: PackProblemCode, message: string): PackRow {
  return { type: 'bad', problems: [{ row, where, code, message }] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value, or undefined (which is no JSON value) when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function jsonMessage(text: string): string {
  if (text.startsWith('<')) return 'this is a web page, not a pack: look at the address it came from';
  return text.endsWith('}') ? 'is no valid JSON' : 'is no valid JSON: the line seems cut off';
}
