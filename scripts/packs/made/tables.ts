import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A row of a table: its cells by the name in the first line; a cell that is not there is empty. */
export type Row = Readonly<Record<string, string>>;

/** Rows of a tab-separated table beside this file; lines that begin with `#` are remarks. */
export function readTable(path: string): Row[] {
  const [head = '', ...lines] = textOf(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length > names.length) throw new Error(`${path}: too many cells in "${line}"`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** Lines of a file beside this one, without empty ones. */
export function readLines(path: string): string[] {
  return textOf(path)
    .split('\n')
    .filter((line) => line !== '');
}

/** A cell's parts, which semicolons divide. */
export function parts(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Rows with the same value in a column, in the order of their first appearance. */
export function grouped(rows: readonly Row[], column: string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups];
}

function textOf(path: string): string {
  return readFileSync(resolve(import.meta.dirname, path), 'utf8');
}
