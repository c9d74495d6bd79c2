import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Folder of the sample article: test data that is no part of the project. `SAMPLE_DIR` names another one, with
 * `article.html` and `gold.json` in it.
 */
export const SAMPLE_FOLDER = resolve(
  process.env['SAMPLE_DIR'] ?? join(import.meta.dirname, '../../../../shared/seed'),
);

/** One block of the sample with the mentions that a reader expects to see marked: UTF-16, ends exclusive. */
export interface GoldBlock {
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly surface: string }[];
}

/** The expected mentions, or null (said loudly) where the sample is not at hand. */
export function readGold(): readonly GoldBlock[] | null {
  const file = join(SAMPLE_FOLDER, 'gold.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as readonly GoldBlock[];
  console.warn(`NOT RUN: there is no sample article in ${SAMPLE_FOLDER}. SAMPLE_DIR can name its folder.`);
  return null;
}
