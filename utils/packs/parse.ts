import type { Pack, PackEntity, PackManifest, PackTest } from './format';
import { PACK_LIMITS } from './limits';
import type { PackProblem } from './problem';
import { readRow } from './row';

export type ParseResult =
  | { readonly ok: true; readonly pack: Pack; readonly warnings: readonly PackProblem[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

export interface ParseOptions {
  /** Called after each row with its number, from 1, so that a progress bar can move. */
  readonly onRow?: (row: number) => void;
}

/**
 * Reads a pack line by line; `linesOf` makes lines of a stream. Either the whole pack is sound, or every problem is told
 * with its row, in order of rows, at most {@link PACK_LIMITS.problemCount} of them.
 *
 * Reading stops at once where going on would cost more than it tells: at a bad manifest, at a limit on the whole pack, and
 * when the list of problems is full. Errors of the source of the lines pass through; nothing else is thrown.
 */
export async function parsePack(
  lines: Iterable<string> | AsyncIterable<string>,
  options: ParseOptions = {},
): Promise<ParseResult> {
  const reading = new PackReading();
  let row = 0;
  for await (const line of lines) {
    row += 1;
    const goOn = reading.add(line, row);
    options.onRow?.(row);
    if (!goOn) break;
  }
  return reading.finish();
}

/** One pack being read; lives as long as one call of {@link parsePack}. */
class PackReading {
  readonly #problems: PackProblem[] = [];
  readonly #warnings: PackProblem[] = [];
  readonly #entities: PackEntity[] = [];
  readonly #tests: PackTest[] = [];
  readonly #rowsById = new Map<string, number>();
  #manifest: PackManifest | null = null;
  #length = 0;
  #nameCount = 0;

  /** Takes one line. False when reading should stop. */
  add(line: string, row: number): boolean {
    this.#length += line.length + 1;
    if (this.#length > PACK_LIMITS.packLength)
      return this.#stop(row, `the pack is longer than ${PACK_LIMITS.packLength} characters`);
    const read = readRow(line, row);
    switch (read.type) {
      case 'manifest':
        this.#manifest = read.manifest;
        return true;
      case 'entity':
        this.#warnings.push(...read.warnings.slice(0, PACK_LIMITS.problemCount - this.#warnings.length));
        return this.#addEntity(read.entity);
      case 'test':
        if (this.#tests.length === PACK_LIMITS.testCount)
          return this.#stop(row, `the pack has more than ${PACK_LIMITS.testCount} tests`);
        this.#tests.push(read.test);
        return true;
      case 'blank':
        return true;
      case 'bad':
        return this.#report(read.problems) && this.#manifest !== null;
      default:
        return read satisfies never;
    }
  }

  #addEntity(entity: PackEntity): boolean {
    const { row } = entity;
    if (this.#entities.length === PACK_LIMITS.entityCount)
      return this.#stop(row, `the pack has more than ${PACK_LIMITS.entityCount} entities`);
    this.#nameCount += 1 + entity.aliases.length;
    if (this.#nameCount > PACK_LIMITS.nameCount)
      return this.#stop(row, `the pack has more than ${PACK_LIMITS.nameCount} names`);
    const earlier = this.#rowsById.get(entity.id);
    if (earlier !== undefined) {
      const message = `“${entity.id}” is already the id of row ${earlier}`;
      return this.#report([{ row, where: 'entity.id', code: 'duplicate', message }]);
    }
    this.#rowsById.set(entity.id, row);
    this.#entities.push(entity);
    return true;
  }

  finish(): ParseResult {
    // After a row that could not be read its id is unknown, and each reference to it would look wrong.
    if (this.#problems.length === 0) this.#checkReferences();
    if (this.#manifest === null || this.#problems.length > 0) {
      if (this.#problems.length === 0)
        this.#report([{ row: 1, where: '', code: 'format', message: 'the file is empty' }]);
      return { ok: false, problems: this.#problems.toSorted((a, b) => a.row - b.row) };
    }
    const pack = { manifest: this.#manifest, entities: this.#entities, tests: this.#tests };
    return { ok: true, pack, warnings: this.#warnings };
  }

  #checkReferences(): void {
    for (const entity of this.#entities) {
      entity.companions.forEach((id, index) =>
        this.#checkReference(id, entity.row, `entity.companions[${index}]`),
      );
    }
    for (const test of this.#tests) {
      test.lights.forEach((light, index) =>
        this.#checkReference(light.entity, test.row, `test.lights[${index}].entity`),
      );
    }
  }

  #checkReference(id: string, row: number, where: string): void {
    if (this.#rowsById.has(id)) return;
    this.#report([{ row, where, code: 'reference', message: `no entity of this pack has the id “${id}”` }]);
  }

  #stop(row: number, message: string): false {
    this.#report([{ row, where: '', code: 'limit', message }]);
    return false;
  }

  /** Keeps problems as long as there is room. False when there is none left. */
  #report(problems: readonly PackProblem[]): boolean {
    this.#problems.push(...problems.slice(0, PACK_LIMITS.problemCount - this.#problems.length));
    return this.#problems.length < PACK_LIMITS.problemCount;
  }
}
