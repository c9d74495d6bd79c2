import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** One engine with one number of names. */
export interface EngineRow {
  readonly engine: string;
  /** Null for a physical limit. */
  readonly nameCount: number | null;
  /** Names to something that can search. */
  readonly compileMs: number | null;
  /** Size of the compiled names, where they are bytes. */
  readonly bytes: number | null;
  /** Stored bytes to something that can search. */
  readonly openMs: number | null;
  readonly foundCount: number | null;
  /** UTF-16, warm, median of the passes. */
  readonly megabytesPerSecond: number;
}

export interface EngineReport {
  /** Length of the text that the engine and the limits read; slower peers read its beginning. */
  readonly characterCount: number;
  readonly rows: readonly EngineRow[];
}

const ROOT = resolve(import.meta.dirname, '..', '..');

/**
 * Measures the engine, its npm peers and the physical limits in one run of one process of its own: about two minutes.
 * The code is bundled as the extension's is, since a development server's modules cost more than what they do.
 */
export async function runEngineBench(): Promise<EngineReport> {
  const outDir = join(ROOT, 'node_modules', '.cache', 'bench');
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'tests', 'bench', 'engine-run.ts'),
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
  const output = execFileSync(process.execPath, ['--max-old-space-size=4096', join(outDir, 'engine.mjs')], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    timeout: 600_000,
  });
  return JSON.parse(output) as EngineReport;
}

function cell(value: number | null, digits = 0): string {
  return value === null ? '' : value.toFixed(digits);
}

/** The report as a Markdown table. */
export function engineMarkdown({ characterCount, rows }: EngineReport): string {
  const limit = rows.find(({ engine }) => engine.includes('hash words'))?.megabytesPerSecond ?? 0;
  const lines = rows.map((row) =>
    [
      '',
      row.engine,
      cell(row.nameCount),
      cell(row.megabytesPerSecond, 1),
      cell(row.megabytesPerSecond / limit, 2),
      cell(row.compileMs),
      cell(row.bytes === null ? null : row.bytes / 1e6, 1),
      cell(row.openMs, 2),
      cell(row.foundCount),
      '',
    ].join(' | '),
  );
  return [
    `## Engine\n`,
    `${(characterCount / 1e6).toFixed(1)} M characters of the World Factbook, paragraph by paragraph; medians of seven passes after`,
    `three (peers: three after one). Peers are given names and text in lower case; slow ones a part of the text.\n`,
    '| engine | names | MB/s UTF-16 | of hashing words | compile ms | MB | open ms | found |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...lines.map((line) => line.trim()),
  ].join('\n');
}
