/**
 * `npm start`: from a clone to a lit-up article. Needs nothing but Node, npm and a network for the packages.
 *
 * Node built-ins only up to the line that says otherwise, since nothing may be installed yet.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { USAGE, UsageError, readArguments } from './lib/arguments.mjs';
import { ROOT } from './lib/command.mjs';
import { buildGranted } from './lib/granted.mjs';
import { ensureBrowser } from './lib/install-browser.mjs';
import { ensurePackages } from './lib/packages.mjs';

async function main() {
  const options = readArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  await ensurePackages();
  const executablePath = await ensureBrowser(options.browser);
  await buildGranted(options.browser);
  const profileFolder = join(ROOT, '.profiles', options.browser);
  if (options.fresh) rmSync(profileFolder, { recursive: true, force: true });
  // From here on packages may be used.
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'scripts/lib/show-article.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return module.showArticle({ ...options, executablePath, profileFolder });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`\n${error.message}`);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  else if (process.env['DEBUG']) console.error(error.stack);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
