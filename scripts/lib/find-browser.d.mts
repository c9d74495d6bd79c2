export type BrowserName = 'chromium' | 'firefox';
export declare const BROWSERS: readonly ['chromium', 'firefox'];
export declare const VARIABLES: Readonly<Record<BrowserName, string>>;
export declare function usualPlaces(
  browser: BrowserName,
  platform?: NodeJS.Platform,
  env?: NodeJS.ProcessEnv,
): string[];
export declare function findBrowser(
  browser: BrowserName,
  platform?: NodeJS.Platform,
  env?: NodeJS.ProcessEnv,
): string | null;
