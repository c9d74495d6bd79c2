import type { Doc } from './doc';
import type { VersionId } from './op';
import { headsOf, historyOf, type Versions } from './versions';
import { unite, weave } from './weave';

/**
 * How the text came to be.
 * - `single`: one head, or several with one text.
 * - `replayed`: several heads over a common base, merged word by word.
 * - `united`: several heads without a common base; removed words may have come back, so the reader is asked to check.
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
  if (base === undefined) return { text: unite(texts), heads, origin: 'united' };
  // Everything after a crossing in the parents-first order descends from it.
  const offset = history.base + 1;
  const edits = history.versions.slice(offset).map((version, index) => ({
    text: version.text,
    saw: (other: number) => history.descends(offset + index, offset + other),
  }));
  return { text: weave(base.text, edits), heads, origin: 'replayed' };
}

/** The different texts of the heads, oldest first. */
function textsOf(versions: Versions, heads: readonly VersionId[]): string[] {
  return [...new Set(heads.flatMap((head) => versions.get(head)?.text ?? []))];
}
