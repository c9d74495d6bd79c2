import type { PopupHost } from '../popup/popup-host';

/** What the library page asks of the browser itself: what the panels beside it ask, and ids for imports. */
export interface LibraryHost extends PopupHost {
  /** A new random id. */
  readonly newId: () => string;
}
