import type { Reply } from '../../../utils/messaging/wire';

/** What code that is evaluated inside a page of the extension uses of the browser. */
export interface ExtensionGlobals {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<Reply> };
    readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
    readonly management?: {
      getPermissionWarningsByManifest(manifest: string, done: (warnings: string[]) => void): void;
    };
  };
  readonly browser: {
    readonly action: { openPopup(): Promise<void> };
    readonly extension: {
      getBackgroundPage(): unknown;
      getViews(filter: { type: 'popup' }): readonly Window[];
    };
  };
}
