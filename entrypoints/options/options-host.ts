import type { PacksHost } from './packs-host';

/** What the settings page asks of the browser itself. */
export interface OptionsHost {
  /** Match patterns that may be read now. */
  readonly grantedOrigins: () => Promise<readonly string[]>;
  readonly allowEverySite: () => Promise<boolean>;
  /** Gives back the right to read any page; false when the browser keeps it. */
  readonly takeBack: () => Promise<boolean>;
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
  /** Opens the first-run page again. */
  readonly openWelcome: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new random id. */
  readonly newId: () => string;
  readonly packs: PacksHost;
  /** Hears of changes of the library until the returned function is called. */
  readonly onLibraryChanged: (changed: () => void) => () => void;
}
