import type { Alias } from '../model/entity';
import type { EntityProfile } from '../model/mention';
import type { Anchors } from './anchors';
import { isCommonWord } from './common-words';
import { findDefinitions } from './definitions';
import type { ResolverBlock } from './document';
import { firstNameOf, initialsOf, operationNameOf, shortOrganisationOf, surnamesOf } from './name-parts';
import type { Claim, Origin, Span } from './spans';
import { isUpperCode, isWordCode, wordEnd } from './words';

/** A form that stands for an entity on this page only. */
export interface PageAlias {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** A definition whose long form is nobody we know: on this page the short form means something else. */
export interface Learned {
  readonly aliases: readonly PageAlias[];
  /** Short forms that the page defines as something unknown, with that long form in small letters. */
  readonly foreign: ReadonlyMap<string, string>;
}

/** Derives the aliases that hold on this page: parts of full names that it gives, and acronyms that it defines. */
export function learnAliases(
  blocks: readonly ResolverBlock[],
  spans: readonly Span[],
  anchors: Anchors,
): Learned {
  const byText = new Map<string, Claim[]>();
  const add = (text: string, profile: EntityProfile, origin: Origin, source: Claim['source']): void => {
    const alias: Alias = { text, case: 'auto', strength: origin === 'acronym' ? 'strong' : 'weak' };
    const claims = byText.get(text);
    const claim = { profile, alias, origin, source };
    if (claims === undefined) byText.set(text, [claim]);
    else if (!claims.some((other) => other.profile.key === profile.key)) claims.push(claim);
  };

  const foreign = learnDefinitions(blocks, spans, add);
  for (const list of anchors.values()) {
    for (const { profile, name, block } of list) {
      const source = { text: name, block };
      for (const [text, origin] of partsOf(profile, name)) add(text, profile, origin, source);
    }
  }
  return { aliases: [...byText].map(([text, claims]) => ({ text, claims })), foreign };
}

/** The parts of one full name that may stand alone after it. */
function partsOf(profile: EntityProfile, name: string): [string, Origin][] {
  const parts: [string, Origin][] = [];
  if (profile.kind === 'person') {
    for (const surname of surnamesOf(name)) parts.push([surname, 'surname']);
    const first = firstNameOf(name);
    if (first !== null) parts.push([first, 'first-name']);
    return parts;
  }
  const operation = operationNameOf(name);
  if (operation !== null) parts.push([operation, 'short-form']);
  if (profile.kind === 'organisation' || profile.kind === 'group') {
    const short = shortOrganisationOf(name);
    if (short !== null && !isCommonWord(short.toLowerCase())) parts.push([short, 'short-form']);
  }
  if (profile.kind !== 'place' && profile.kind !== 'operation') {
    const initials = initialsOf(name);
    if (initials !== null) parts.push([initials, 'initials']);
  }
  return parts;
}

type AddAlias = (text: string, profile: EntityProfile, origin: Origin, source: Claim['source']) => void;

/** Reads "Long Form (LF)" in every block; answers the short forms whose long form is not ours. */
function learnDefinitions(
  blocks: readonly ResolverBlock[],
  spans: readonly Span[],
  add: AddAlias,
): ReadonlyMap<string, string> {
  const foreign = new Map<string, string>();
  const byEnd = new Map(spans.map((span) => [endKey(span.order, span.end), span]));
  blocks.forEach((block, order) => {
    if (!block.text.includes('(')) return;
    for (const definition of findDefinitions(block.text)) {
      const long = block.text.slice(definition.longStart, definition.longEnd);
      // The known name may be a little longer than what the letters pick out ("the so-called X").
      const found = byEnd.get(endKey(order, definition.longEnd));
      const isLong =
        found !== undefined &&
        found.start <= definition.longStart + 1 &&
        found.end - found.start > definition.short.length;
      const named = isLong ? found : undefined;
      if (named === undefined) {
        if (!foreign.has(definition.short)) foreign.set(definition.short, long.toLowerCase());
        continue;
      }
      foreign.delete(definition.short);
      for (const claim of named.claims) {
        add(definition.short, claim.profile, 'acronym', { text: named.surface, block: block.id });
      }
    }
  });
  return foreign;
}

/** One number for a place in the document: texts are far shorter than the room left for them. */
function endKey(order: number, end: number): number {
  return order * 4_194_304 + end;
}

/** An occurrence of a page alias. UTF-16 offsets in the block. */
export interface PageAliasHit {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly Claim[];
}

/** Finds the page's aliases in one block: whole words that begin with a capital, longest first. */
export function findPageAliases(index: PageAliasIndex, text: string): PageAliasHit[] {
  const hits: PageAliasHit[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at);
    // "al-Baghdadi" and "van Gogh" begin small; short words are few enough to look up.
    if (isUpperCode(code) || end - at <= 3) {
      const hit = longestAt(index, text, at, end);
      if (hit !== null) {
        hits.push(hit);
        at = Math.max(hit.end, end);
        continue;
      }
    }
    at = end;
  }
  return hits;
}

/** Page aliases by their first word in small letters, longest first. */
export type PageAliasIndex = ReadonlyMap<string, readonly PageAlias[]>;

export function indexPageAliases(aliases: readonly PageAlias[]): PageAliasIndex {
  const index = new Map<string, PageAlias[]>();
  for (const alias of aliases) {
    const first = alias.text.slice(0, wordEnd(alias.text, 0)).toLowerCase();
    const known = index.get(first);
    if (known === undefined) index.set(first, [alias]);
    else known.push(alias);
  }
  return new Map(
    [...index].map(([first, list]) => [first, list.toSorted((a, b) => b.text.length - a.text.length)]),
  );
}

function longestAt(
  index: PageAliasIndex,
  text: string,
  start: number,
  firstEnd: number,
): PageAliasHit | null {
  const aliases = index.get(text.slice(start, firstEnd).toLowerCase());
  if (aliases === undefined) return null;
  for (const { text: alias, claims } of aliases) {
    const end = start + alias.length;
    const surface = text.slice(start, end);
    if (surface !== alias && surface !== alias.toUpperCase()) continue;
    if (end < text.length && isWordCode(text.charCodeAt(end))) continue;
    return { start, end, claims };
  }
  return null;
}
