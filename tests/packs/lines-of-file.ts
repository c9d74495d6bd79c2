import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { linesOf } from '../../utils/packs/lines';
import { parsePack, type ParseResult } from '../../utils/packs/parse';
import type { Pack } from '../../utils/packs/format';

const ROOT = resolve(import.meta.dirname, '../..');

/** Text of a file of the project, path from the project's folder. */
export function textOf(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8');
}

export function parseText(text: string): Promise<ParseResult> {
  return parsePack(linesOf([text]));
}

/** The pack in a file of the project; throws with the problems when it is not sound. */
export async function packOf(path: string): Promise<Pack> {
  const result = await parseText(textOf(path));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.pack;
}
