/** What the background tells of a mark besides its place and kind; the sum of those that apply. */

/** The name's first mention in the document: drawn strong, later ones faint. */
export const MARK_FIRST = 1;

/** An operation's name that nobody has saved: drawn in a quiet style of its own. */
export const MARK_UNKNOWN = 2;
