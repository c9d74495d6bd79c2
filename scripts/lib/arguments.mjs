/** Reads the arguments of `npm start`. */
import { parseArgs } from 'node:util';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

export const USAGE = `usage: npm start [-- OPTIONS]

  --firefox      Firefox instead of Chromium
  --url URL      open this page instead of the demonstration article
  --file PAGE    open this HTML file, served from 127.0.0.1
  --headless     no window: look at the page, save a picture, end (the default where there is no display)
  --fresh        forget what earlier starts left in the extension's profile
  --help         this text`;

/** Arguments that make no sense; the message is for the user. */
export class UsageError extends Error {}

/**
 * @param {readonly string[]} args
 * @param {string} cwd the folder that `--file` is relative to
 * @returns {{ browser: 'chromium' | 'firefox', url: string | null, file: string | null, headless: boolean,
 *   fresh: boolean, help: boolean }}
 * @throws {UsageError}
 */
export function readArguments(args, cwd = process.cwd()) {
  const { firefox, url, file, headless, fresh, help } = parse(args);
  if (url !== undefined && file !== undefined) throw new UsageError('--url and --file exclude each other.');
  if (url !== undefined && !isWebAddress(url)) {
    throw new UsageError(`--url needs an address that starts with https:// or http://, not ${url}`);
  }
  return {
    browser: firefox ? 'firefox' : 'chromium',
    url: url ?? null,
    file: file === undefined ? null : checkFile(file, cwd),
    headless: headless ?? false,
    fresh: fresh ?? false,
    help: help ?? false,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        firefox: { type: 'boolean' },
        url: { type: 'string' },
        file: { type: 'string' },
        headless: { type: 'boolean' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    // Node's sentence goes on with advice about "--" that only confuses here.
    throw new UsageError(error.message.split('. ')[0]);
  }
}

function isWebAddress(url) {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function checkFile(file, cwd) {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new UsageError(`--file: there is no ${path}`);
  if (!statSync(path).isFile()) throw new UsageError(`--file needs a page, and ${path} is none.`);
  if (!/\.x?html?$/i.test(path)) throw new UsageError(`--file needs an HTML page (.html), not ${path}`);
  return path;
}
