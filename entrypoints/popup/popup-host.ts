/** What the popup asks of the browser itself, beside the background. */
export interface PopupHost {
  /** Asks for the right to read a site, straight from a click. */
  readonly allowSite: (site: string) => Promise<boolean>;
  readonly reloadTab: (tabId: number) => Promise<void>;
  readonly openSettings: () => Promise<void>;
  /** Opens the library page; missing in the library page itself. */
  readonly openLibrary?: () => Promise<void>;
  /** Opens the side panel, straight from a click; missing in the side panel itself. */
  readonly openSidePanel?: () => Promise<void>;
  /** Calls back whenever something in the library changed, until the returned function is called. */
  readonly onLibraryChanged: (changed: () => void) => () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
