/** What the sync section asks of the browser itself. */
export interface SyncHost {
  /** Asks, straight from a click, for the right to reach hosts (match patterns). */
  readonly allowOrigins: (patterns: readonly string[]) => Promise<boolean>;
  /** Lets the reader choose a folder and keeps its handle; its name, or null when none was chosen. Null where no browser offers it. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
  readonly copy: (text: string) => Promise<void>;
  /** Saves bytes as a file. */
  readonly save: (name: string, base64: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
