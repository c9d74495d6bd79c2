import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { BrowserReport } from '../tests/bench/browser/report';
import { machine, runBrowserBench } from '../tests/bench/browser/run';
import { browserMarkdown, browserPlot } from '../tests/bench/browser/tables';
import { engineMarkdown, runEngineBench, type EngineReport } from '../tests/bench/engine';
import { buildGranted, grantedFolder } from './lib/granted.mjs';

const USAGE = 'usage: npm run bench -- [--json FILE] [--only engine|browser|report] [--extension DIR]';
const FOLDER = resolve(import.meta.dirname, '..', 'tests', 'bench');

/** What `tests/bench/results.json` keeps: the last run of each half, so that one can be run without losing the other. */
interface Results {
  readonly engine?: Half<EngineReport>;
  readonly browser?: Half<BrowserReport>;
}

interface Half<Report> {
  /** Day of the run, `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
  readonly report: Report;
}

interface Options {
  readonly json: string | null;
  /** One half; `report` measures nothing and writes the report of the last runs again. Null for both halves. */
  readonly only: string | null;
  /** A build to measure instead of a fresh one. */
  readonly extension: string | null;
}

/**
 * Measures the engine and the built extension beside their peers, prints tables, and writes `tests/bench/RESULTS.md` and
 * its plot.
 *
 * @returns exit code: a missed figure is no failure, it is told
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const runs = (half: string): boolean => options.only === null || options.only === half;
  let results = readResults();
  if (runs('engine')) results = { ...results, engine: await runEngine() };
  // Kept before the longer half begins.
  await write(results);
  if (runs('browser')) results = { ...results, browser: await runBrowser(options.extension) };
  await write(results);
  if (options.json !== null) {
    mkdirSync(dirname(resolve(options.json)), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
  }
  return 0;
}

async function runEngine(): Promise<Half<EngineReport>> {
  console.log('The engine beside its peers: about two minutes');
  const report = await runEngineBench();
  console.log(`\n${engineMarkdown(report)}`);
  return dated(report);
}

async function runBrowser(extension: string | null): Promise<Half<BrowserReport>> {
  if (extension === null) await buildGranted('chromium');
  console.log('\nThe built extension in Chromium: about ten minutes');
  const report = await runBrowserBench(resolve(extension ?? grantedFolder('chromium')));
  console.log(`\n${browserMarkdown(report)}`);
  return dated(report);
}

function dated<Report>(report: Report): Half<Report> {
  return { date: new Date().toISOString().slice(0, 10), machine: machine(), report };
}

function readResults(): Results {
  const file = join(FOLDER, 'results.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
}

async function write(results: Results): Promise<void> {
  await writeFormatted('results.json', JSON.stringify(results));
  const parts = ['# Benchmark', 'Made by `npm run bench`; see `browser/` for how each figure is measured.'];
  const { engine, browser } = results;
  if (engine !== undefined) {
    parts.push(`${engine.date}, ${engine.machine}.`, engineMarkdown(engine.report));
    parts.push('On a busy machine only the share of the limit in the same run holds, not the megabytes.');
  }
  if (browser !== undefined) {
    writeFileSync(join(FOLDER, 'browser.svg'), browserPlot(browser.report));
    parts.push(`${browser.date}, ${browser.machine}.`, browserMarkdown(browser.report));
  }
  await writeFormatted('RESULTS.md', parts.join('\n\n'));
}

/** What is committed is formatted as everything else is. */
async function writeFormatted(name: string, text: string): Promise<void> {
  const file = join(FOLDER, name);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function readOptions(args: readonly string[]): Options | null {
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index] ?? '', args[index + 1]];
    if (!['--json', '--only', '--extension'].includes(name) || value === undefined) return null;
    values.set(name, value);
  }
  const only = values.get('--only') ?? null;
  if (only !== null && !['engine', 'browser', 'report'].includes(only)) return null;
  return { json: values.get('--json') ?? null, only, extension: values.get('--extension') ?? null };
}
