import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * Times sets with `timeSet` of `speed.ts`, as one bundle in a process of its own: the way the extension ships its code. The
 * script runner looks up every import at every use, which makes tight loops several times slower.
 *
 * @returns milliseconds per 100,000 UTF-16 code units, in the order of the paths
 */
export async function timeSets(paths: readonly string[]): Promise<number[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(import.meta.dirname, 'speed.ts'),
      write: false,
      minify: false,
      target: 'node20',
    },
  });
  const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const chunk = output.find((part) => part.type === 'chunk' && part.isEntry);
  if (chunk?.type !== 'chunk') throw new Error('speed.ts gave no bundle');
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  try {
    const bundle = join(folder, 'speed.mjs');
    writeFileSync(bundle, chunk.code);
    const script = `import { timeSet } from ${JSON.stringify(pathToFileURL(bundle).href)};
console.log(JSON.stringify(process.argv.slice(1).map(timeSet)));`;
    const answer = execFileSync(process.execPath, ['--input-type=module', '-e', script, ...paths], {
      encoding: 'utf8',
    });
    return JSON.parse(answer) as number[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
