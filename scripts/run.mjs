/**
 * Runs a TypeScript script with the project's own module resolution: `node scripts/run.mjs scripts/evaluate.ts --json out.json`.
 * Node 20 does not read TypeScript; Vite, which the build needs anyway, does.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
  process.exit(2);
}
process.argv = [process.argv[0], resolve(file), ...args];
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = (await module.main(args)) ?? 0;
