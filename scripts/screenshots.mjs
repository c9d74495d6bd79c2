/** `npm run screenshots`: takes the README's pictures of the real extension into `docs/`. */
import { join } from 'node:path';
import { ROOT } from './lib/command.mjs';
import { buildGranted } from './lib/granted.mjs';
import { ensureBrowser } from './lib/install-browser.mjs';
import { ensurePackages } from './lib/packages.mjs';

try {
  await ensurePackages();
  const executablePath = await ensureBrowser('chromium');
  await buildGranted('chromium');
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'scripts/lib/take-pictures.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  await module.takePictures(executablePath);
  console.log('pictures: docs/');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
