import { findForbiddenKey } from './forbidden-key';
import type { Pack, PackEntity, PackManifest, PackTest } from './format';
import { PACK_LIMITS } from './limits';
import { readRow } from './row';
import { drain } from './steps';
import { entityLine, manifestLine, testLine } from './write';

/** Version of the delta format, first thing in its first line. */
export const DELTA_FORMAT = 1;

/** What leads from one release to the next, read and sound by itself. */
export interface Delta {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly manifest: PackManifest;
  readonly entities: readonly PackEntity[];
  /** Local ids of entities that go. */
  readonly goneEntities: readonly string[];
  readonly tests: readonly PackTest[];
  /** Tests that go, each as its line. */
  readonly goneTests: readonly string[];
}

export type ReadDelta =
  { readonly ok: true; readonly delta: Delta } | { readonly ok: false; readonly message: string };

/**
 * The lines that lead from one release to another: the new manifest, entities that are new or changed, whole, and what goes.
 *
 * @yields lines without their ends
 */
export function* deltaLines(before: Pack, after: Pack): Generator<string, void, undefined> {
  yield JSON.stringify({
    'backgrounder-delta': DELTA_FORMAT,
    id: after.manifest.id,
    from: before.manifest.version,
    to: after.manifest.version,
  });
  yield `{"manifest":${manifestLine(after.manifest)}}`;
  const old = new Map(before.entities.map((entity) => [entity.id, entityLine(entity)]));
  for (const entity of after.entities) {
    const line = entityLine(entity);
    if (old.get(entity.id) !== line) yield line;
    old.delete(entity.id);
  }
  for (const id of old.keys()) yield JSON.stringify({ gone: id });
  const oldTests = new Set(before.tests.map((test) => testLine(test)));
  const newTests = new Set(after.tests.map((test) => testLine(test)));
  for (const line of newTests) if (!oldTests.has(line)) yield line;
  for (const line of oldTests) if (!newTests.has(line)) yield `{"goneTest":${line}}`;
}

/** Reads a delta's lines. Never throws, whatever they hold; errors of their source pass through. */
export async function readDelta(lines: Iterable<string> | AsyncIterable<string>): Promise<ReadDelta> {
  let row = 0;
  let length = 0;
  let head: Pick<Delta, 'id' | 'from' | 'to'> | null = null;
  let manifest: PackManifest | null = null;
  const entities: PackEntity[] = [];
  const goneEntities: string[] = [];
  const tests: PackTest[] = [];
  const goneTests: string[] = [];
  for await (const line of lines) {
    row += 1;
    length += line.length + 1;
    if (length > PACK_LIMITS.packLength) return no(row, 'the delta is longer than any pack');
    if (row === 1) {
      head = readHead(line);
      if (head === null) return no(row, 'this is no delta of a pack');
      continue;
    }
    if (row === 2) {
      const inner = innerOf(line, 'manifest');
      const read = inner === null ? null : readRow(inner, 1);
      if (read?.type !== 'manifest') return no(row, 'must be the manifest of the new release');
      ({ manifest } = read);
      continue;
    }
    const gone = goneOf(line);
    if (gone !== null) {
      goneEntities.push(gone);
      continue;
    }
    const inner = innerOf(line, 'goneTest');
    const read = readRow(inner ?? line, row);
    if (read.type === 'entity') entities.push(read.entity);
    else if (read.type === 'test' && inner !== null) goneTests.push(testLine(read.test));
    else if (read.type === 'test') tests.push(read.test);
    else if (read.type === 'bad') return no(row, read.problems[0]?.message ?? 'is not sound');
  }
  if (head === null || manifest === null) return no(row, 'the delta is cut off');
  return { ok: true, delta: { ...head, manifest, entities, goneEntities, tests, goneTests } };
}

/**
 * The release that a delta leads to, not yet checked as a whole: its lines must be read anew, and their hash compared.
 * Null when the delta belongs to another release.
 */
export function applyDelta(pack: Pack, delta: Delta): Pack | null {
  return drain(applySteps(pack, delta));
}

/**
 * {@link applyDelta} in steps of some milliseconds.
 *
 * @yields after each step
 */
export function* applySteps(pack: Pack, delta: Delta): Generator<void, Pack | null> {
  const { manifest } = pack;
  if (manifest.id !== delta.id || manifest.version !== delta.from) return null;
  if (delta.manifest.id !== delta.id || delta.manifest.version !== delta.to) return null;
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  yield;
  for (const entity of delta.entities) entities.set(entity.id, entity);
  for (const id of delta.goneEntities) entities.delete(id);
  yield;
  const tests = new Map(pack.tests.map((test) => [testLine(test), test]));
  for (const test of delta.tests) tests.set(testLine(test), test);
  for (const line of delta.goneTests) tests.delete(line);
  return { manifest: delta.manifest, entities: [...entities.values()], tests: [...tests.values()] };
}

function readHead(line: string): Pick<Delta, 'id' | 'from' | 'to'> | null {
  const value = parsed(line.replace(/^\ufeff/, ''));
  if (value === null || value['backgrounder-delta'] !== DELTA_FORMAT) return null;
  const { id, from, to } = value;
  if (typeof id !== 'string' || !Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return null;
  return { id, from: from as number, to: to as number };
}

function goneOf(line: string): string | null {
  const value = line.startsWith('{"gone":') ? parsed(line) : null;
  return typeof value?.['gone'] === 'string' ? value['gone'] : null;
}

/** The text of the only field of a line, as JSON of its own; null when the line has another. */
function innerOf(line: string, key: string): string | null {
  if (!line.startsWith(`{"${key}":`)) return null;
  const value = parsed(line);
  return value === null ? null : JSON.stringify(value[key]);
}

function parsed(line: string): Record<string, unknown> | null {
  if (line.length > PACK_LIMITS.lineLength) return null;
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return findForbiddenKey(value) === null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function no(row: number, message: string): ReadDelta {
  return { ok: false, message: `row ${row}: ${message}` };
}
