import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runPackTests } from '../../utils/packs/check';
import { packOf } from './lines-of-file';

// Names are compiled anew for each pack: on a busy machine that takes longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** Test data that lies beside the project on some machines and is no part of it. */
const GOLD = resolve(import.meta.dirname, '../../../shared/seed/gold.json');

interface GoldBlock {
  readonly text: string;
  readonly mentions: readonly { readonly surface: string; readonly entity: string }[];
}

test('the starter pack lights the names of the sample article, and nothing else', async ({ skip }) => {
  if (!existsSync(GOLD)) {
    console.warn(`skipped: the sample article is not at ${GOLD}`);
    skip();
  }
  const blocks = JSON.parse(readFileSync(GOLD, 'utf8')) as readonly GoldBlock[];
  const lights = blocks.flatMap(({ mentions }) =>
    mentions.map(({ surface, entity }) => ({ text: surface, entity })),
  );
  const pack = await packOf('public/packs/starter.jsonl');
  const text = blocks.map((block) => block.text).join('\n');
  const article = { ...pack, tests: [{ row: 1, text, lights }] };
  expect(runPackTests(article).failures.map(({ missing, extra }) => ({ missing, extra }))).toEqual([]);
});
