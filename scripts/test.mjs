/**
 * `npm test`: everything that must hold, on a fresh clone, in one command. Installs what is missing, runs every stage even
 * when an earlier one failed, and ends with one line, `N passed, N failed`.
 */
import { BROWSERS } from './lib/find-browser.mjs';
import { ensureBrowser } from './lib/install-browser.mjs';
import { ensureServers } from './lib/install-servers.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { stages } from './lib/stages.mjs';

async function prepare() {
  await ensurePackages();
  const found = [];
  for (const browser of BROWSERS) found.push([browser, await ensureBrowser(browser)]);
  await ensureServers();
  return Object.fromEntries(found);
}

async function runStages(all) {
  const rows = [];
  for (const { name, run } of all) {
    console.log(`\n=== ${name}`);
    const startedAt = Date.now();
    const count = await run();
    rows.push({ name, ...count, seconds: (Date.now() - startedAt) / 1000 });
  }
  return rows;
}

function report(rows) {
  console.log('');
  for (const { name, passed, failed, seconds } of rows) {
    const outcome = failed === 0 ? 'ok  ' : 'FAIL';
    console.log(
      `${outcome} ${name.padEnd(20)} ${passed} passed${failed ? `, ${failed} FAILED` : ''} (${seconds.toFixed(1)} s)`,
    );
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

try {
  process.exitCode = report(await runStages(stages(await prepare())));
} catch (error) {
  console.error(`\n${error.message}`);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
