import type { Doc } from './doc';
import type { VersionId } from './op';
import { headsOf, historyOf, type Versions } from './versions';
import { weave } from './weave';

/**
 * How the text came to be.
 * - `single`: one head, or several with one text.
 * - `replayed`: several heads above a common version, merged word by word.
 * - `united`: the same, but the text has several beginnings (written or imported apart, or a common one was dropped); a
 *   removed word may have come back, so the reader is asked to check.
 */
export type BodyOrigin = 'single' | 'replayed' | 'united';

export interface Body {
  readonly text: string;
  /** What a new version must name as its parents when its author had this text in view. */
  readonly heads: readonly VersionId[];
  readonly origin: BodyOrigin;
}

/**
 * The text of a document, or null when it never had one or was purged: a pure function of its versions, so every
 * profile that holds the same versions shows the same text, and no merge has to be written down to agree.
 */
export function bodyOf(doc: Pick<Doc, 'versions'>): Body | null {
  const heads = headsOf(doc.versions);
  const texts = textsOf(doc.versions, heads);
  const [first] = texts;
  if (first === undefined) return null;
  if (texts.length === 1) return { text: first, heads, origin: 'single' };
  const history = historyOf(doc.versions);
  const base = history.versions[history.base];
  // Everything after a crossing in the parents-first order descends from it.
  const offset = history.base + 1;
  const above = history.versions.slice(offset).map((version, index) => ({ version, at: offset + index }));
  const edits = above.map(({ version, at }) => ({
    text: version.text,
    saw: (other: number) => history.descends(at, offset + other),
    isRoot: !history.versions.some((_, earlier) => earlier < at && history.descends(at, earlier)),
  }));
  const origin = base === undefined ? 'united' : 'replayed';
  return { text: weave(base?.text ?? '', edits), heads, origin };
}

/** The different texts of the heads, oldest first. */
function textsOf(versions: Versions, heads: readonly VersionId[]): string[] {
  return [...new Set(heads.flatMap((head) => versions.get(head)?.text ?? []))];
}
