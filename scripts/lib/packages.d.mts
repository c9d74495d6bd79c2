export declare function packagesAreFresh(installed?: string, wanted?: string): boolean;
export declare function ensurePackages(): Promise<void>;
