import type { BrowserName } from './find-browser.mjs';

export declare const USAGE: string;
export declare class UsageError extends Error {}
export declare function readArguments(
  args: readonly string[],
  cwd?: string,
): {
  browser: BrowserName;
  url: string | null;
  file: string | null;
  headless: boolean;
  fresh: boolean;
  help: boolean;
};
