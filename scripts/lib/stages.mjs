/** The stages of `npm test` and how each is counted. Node built-ins only. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, node, npm } from './command.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Stage
 */

/** A stage that passes or fails as a whole. */
function check(name, runIt) {
  return {
    name,
    run: async () => ((await runIt()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  };
}

/** One of the scripts in `package.json`. */
function script(name) {
  return check(name, () => npm(['run', '--silent', name]));
}

/** A Vitest run, counted by its own report. */
function tests(name, config, env) {
  const report = join(ROOT, '.cache', 'test', `${name.replaceAll(/\W+/g, '-')}.json`);
  return {
    name,
    run: async () => {
      mkdirSync(dirname(report), { recursive: true });
      rmSync(report, { force: true });
      const args = [
        'run',
        '-c',
        config,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ];
      const code = await node('node_modules/vitest/vitest.mjs', args, env);
      return countReport(readReport(report), code);
    },
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Counts a Vitest report. What a report cannot say counts as a failure: no report, no test at all, a file that could not
 * be loaded, or an exit code that no failed test explains.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, message?: string,
 *   assertionResults: { status: string }[] }[] } | null} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countReport(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const passed = report.numPassedTests;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

/**
 * @param {{ chromium: string, firefox: string }} browsers their programs
 * @returns {readonly Stage[]} in the order in which they run: quick ones first
 */
export function stages(browsers) {
  const env = { CHROME_BIN: browsers.chromium, FIREFOX_BIN: browsers.firefox };
  return [
    script('types'),
    script('lint'),
    script('format:check'),
    tests('unit tests', 'vitest.config.ts', env),
    script('build:granted'),
    tests('real-browser tests', 'vitest.browser.config.ts', env),
    tests('end-to-end tests', 'vitest.e2e.config.ts', env),
  ];
}
