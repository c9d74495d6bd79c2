import type { BrowserName } from './find-browser.mjs';

export declare const BUILDS: Readonly<Record<BrowserName, string>>;
export declare function grantHosts(manifest: object): object;
export declare function grantedFolder(browser: BrowserName): string;
export declare function releaseFolder(browser: BrowserName): string;
export declare function grantBuild(browser: BrowserName): void;
export declare function buildGranted(browser: BrowserName): Promise<void>;
