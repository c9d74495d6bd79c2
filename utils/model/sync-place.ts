/** Where a vault's files lie. Passwords travel from the settings page to the background and never back, except in a pairing code. */
export type SyncPlace =
  | { readonly type: 'webdav'; readonly url: string; readonly user: string; readonly password: string }
  | {
      readonly type: 's3';
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      /** Folder within the bucket. */
      readonly prefix: string;
      readonly keyId: string;
      readonly secret: string;
      readonly style: 'path' | 'host';
    }
  /** `storage.sync`: the browser vendor's account. */
  | { readonly type: 'account' }
  /** A folder of this computer; the page keeps its handle in IndexedDB. Chromium only. */
  | { readonly type: 'folder' };
