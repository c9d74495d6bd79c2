import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { countriesPack } from './made/countries';
import { packText, type PackDraft } from './made/pack-lines';
import { peoplePack } from './made/people';
import { packLines } from './table';

/** Packs that are kept as tables, and the files they become. */
export const TABLES: Readonly<Record<string, string>> = {
  'operations.txt': 'operations.jsonl',
  'institutions.txt': 'institutions.jsonl',
  'organisations.txt': 'organisations.jsonl',
  'equipment.txt': 'equipment.jsonl',
  'groups.txt': 'groups.jsonl',
};

/** Packs that are made of data sets and lists, and need more than a table. */
export function madePacks(): readonly PackDraft[] {
  return [peoplePack(), countriesPack()];
}

/** Day of the release that the packs carry. */
export const UPDATED = '2026-11-25';
const FROM = resolve(import.meta.dirname, '.');
const TO = resolve(import.meta.dirname, '../../public/packs');

/** Entry point: writes each table's pack; a problem is told with the table's row. */
export async function main(): Promise<number> {
  for (const [table, pack] of Object.entries(TABLES)) {
    const { lines, problems } = packLines(await readFile(resolve(FROM, table), 'utf8'), UPDATED);
    for (const problem of problems) console.error(`${table}:${problem.row}: ${problem.what}`);
    if (problems.length > 0) return 1;
    await writeFile(resolve(TO, pack), `${lines.join('\n')}\n`);
    console.log(`${pack}: ${lines.length - 1} entities and tests`);
  }
  for (const draft of madePacks()) {
    await writeFile(resolve(TO, draft.file), packText(draft, UPDATED));
    console.log(`${draft.file}: ${draft.entities.length} entities, ${draft.tests.length} tests`);
  }
  return 0;
}
