import type { BrowserName } from './find-browser.mjs';

export declare function canInstallByApt(osRelease?: string, uid?: number): boolean;
export declare function adviceFor(browser: BrowserName, platform?: NodeJS.Platform): string;
export declare function ensureBrowser(browser: BrowserName): Promise<string>;
