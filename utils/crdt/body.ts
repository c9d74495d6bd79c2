import type { Doc } from './doc';
import type { VersionId } from './op';
import { headsOf, type History, historyOf, type Versions } from './versions';
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
  return bodyOfVersions(doc.versions, new Map());
}

/** @param seenTexts what authors had in view, as far as it was worked out; grows */
function bodyOfVersions(versions: Versions, seenTexts: Map<VersionId, string>): Body | null {
  const heads = headsOf(versions);
  const texts = textsOf(versions, heads);
  const [first] = texts;
  if (first === undefined) return null;
  if (texts.length === 1) return { text: first, heads, origin: 'single' };
  const history = historyOf(versions);
  const base = history.versions[history.base];
  // Everything after a crossing in the parents-first order descends from it.
  const offset = history.base + 1;
  const edits = history.versions.slice(offset).map((version, index) => ({
    text: version.text,
    seen: seenBy(history, offset + index, seenTexts),
    saw: (other: number) => history.descends(offset + index, offset + other),
  }));
  const origin = base === undefined ? 'united' : 'replayed';
  return { text: weave(base?.text ?? '', edits), heads, origin };
}

/**
 * The text that a version's author had in view: its parent's, or what its parents held together at that time. Null for a
 * root, and where folded history leaves it uncertain: then the version takes nothing out, since taking a word for
 * removed that was merely not repeated would lose it.
 */
function seenBy(history: History, index: number, seenTexts: Map<VersionId, string>): string | null {
  const version = history.versions[index];
  const id = history.ids[index];
  if (version === undefined || id === undefined || version.parents.length === 0) return null;
  const past = history.ids.flatMap((earlierId, earlier) => {
    const earlierVersion = history.descends(index, earlier) ? history.versions[earlier] : undefined;
    return earlierVersion === undefined ? [] : [[earlierId, earlierVersion] as const];
  });
  const parents = past.filter(([parent]) => version.parents.includes(parent));
  if (parents.length < new Set(version.parents).size) return null;
  const [only, ...others] = parents;
  if (only !== undefined && others.length === 0) return only[1].text;
  const known = seenTexts.get(id);
  if (known !== undefined) return known;
  const versions = new Map(past);
  const body = bodyOfVersions(versions, seenTexts);
  if (body === null || (body.origin !== 'single' && hasGaps(versions))) return null;
  seenTexts.set(id, body.text);
  return body.text;
}

/** Whether some version above the base names a parent that is not there. */
function hasGaps(versions: Versions): boolean {
  const history = historyOf(versions);
  return history.versions
    .slice(history.base + 1)
    .some(({ parents }) => parents.some((parent) => !versions.has(parent)));
}

/** The different texts of the heads, oldest first. */
function textsOf(versions: Versions, heads: readonly VersionId[]): string[] {
  return [...new Set(heads.flatMap((head) => versions.get(head)?.text ?? []))];
}
