import type { EntityId } from '../model/ids';
import { longerAnchor, type Anchor, type Anchors } from './anchors';
import type { Overlaps } from './overlaps';
import type { PageWords } from './page-words';
import { wordCount, type Claim, type Span } from './spans';
import { eachWord, hashWord } from './word-hash';

/** What the page says for or against one claim. */
export interface Evidence {
  /** The page gives a longer name of the entity. */
  readonly fullName: Anchor | null;
  /** Another claimant has its full name on the page and this one has not. */
  readonly rivalFullName: boolean;
  /** The page defines this surface as a short form of the entity. */
  readonly defined: Claim['source'];
  /** The page defines this surface as something that is not this entity. */
  readonly definedOtherwise: boolean;
  /** Cosine-like overlap of the entity's words with the page, 0 to 1. */
  readonly contextShare: number;
  /** Weight of the words found, squeezed into 0 to 1. */
  readonly contextHits: number;
  /** As `contextShare` and `contextBest`, with words that few of the page's claimants share weighing more. */
  readonly rareShare: number;
  readonly rareBest: number;
  /** How much of a sports report the page is, 0 to 1: there a town is often its team. */
  readonly sport: number;
  /** 1 for the claimant with the most context, less for the others; 0 for a single claimant. */
  readonly contextBest: number;
  /** Names of companions that the page has. */
  readonly companions: readonly string[];
  readonly section: string | null;
  readonly seenShare: number;
  /** How often the surface was this entity, squeezed into 0 to 1. */
  readonly seenCount: number;
  readonly seenMost: boolean;
  readonly neverSeen: boolean;
  /** The surface is one word of a longer name of the entity. */
  readonly partOfName: boolean;
  /** Whether anything at all speaks for the claim: what a weak alias needs. */
  readonly any: boolean;
}

/** What evidence is weighed against; made once a page. */
export interface PageEvidence {
  readonly words: PageWords;
  readonly anchors: Anchors;
  /** Entities with an anchor, by id, with the surface as it stands. */
  readonly present: ReadonlyMap<EntityId, string>;
  /** Short forms that the page defines as something unknown. */
  readonly foreign: ReadonlyMap<string, string>;
  /** Hashes of the words of section and site. */
  readonly sectionWords: ReadonlySet<number>;
  readonly section: string;
  readonly overlaps: Overlaps;
  /** What was weighed before, by surface; filled as the page is read. */
  readonly weighed: Map<
    string,
    { readonly claims: readonly Claim[]; readonly evidences: readonly Evidence[] }
  >;
  readonly sport: number;
}

/** Weight of context words that makes evidence: one chosen context word, or two or three from notes. */
const CONTEXT_ENOUGH = 0.9;

interface Context {
  readonly share: number;
  readonly weight: number;
  readonly rare: number;
  readonly rareShare: number;
}

const NO_CONTEXT: Context = { share: 0, weight: 0, rare: 0, rareShare: 0 };

/**
 * Evidence for every claim on a span, in the order of its claims. It does not depend on where the span stands, so all
 * spans of one surface share it.
 */
export function weighEvidence(span: Span, page: PageEvidence): readonly Evidence[] {
  const known = page.weighed.get(span.surface);
  if (known !== undefined && sameClaims(known.claims, span.claims)) return known.evidences;
  const evidences = weigh(span, page);
  page.weighed.set(span.surface, { claims: span.claims, evidences });
  return evidences;
}

function sameClaims(a: readonly Claim[], b: readonly Claim[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((claim, index) => {
    const other = b[index];
    return (
      claim.profile === other?.profile &&
      claim.origin === other.origin &&
      claim.alias.text === other.alias.text
    );
  });
}

function weigh(span: Span, page: PageEvidence): Evidence[] {
  const { claims, surface } = span;
  const own = hashesOf(surface);
  const contexts: Context[] = [];
  const fullNames: (Anchor | null)[] = [];
  const seen: number[] = [];
  let anyFullName = false;
  let seenTotal = 0;
  let seenMax = -Infinity;
  let weightMax = -Infinity;
  let rareMax = -Infinity;
  for (const claim of claims) {
    const context = contextOf(claim, own, page);
    const fullName = longerAnchor(page.anchors, claim.profile.key, surface);
    const count = claim.profile.seen?.[surface] ?? 0;
    contexts.push(context);
    fullNames.push(fullName);
    seen.push(count);
    anyFullName ||= fullName !== null;
    seenTotal += count;
    seenMax = Math.max(seenMax, count);
    weightMax = Math.max(weightMax, context.weight);
    rareMax = Math.max(rareMax, context.rare);
  }

  return claims.map((claim, index) => {
    const { profile, alias, origin, source } = claim;
    const context = contexts[index] ?? NO_CONTEXT;
    const fullName = fullNames[index] ?? null;
    const companions = companionsOn(page, profile.companions);
    const hasSection =
      page.sectionWords.size > 0 &&
      profile.context.some((word) => page.sectionWords.has(hashWord(word, 0, word.length)));
    const defined = origin === 'acronym' ? source : null;
    const count = seen[index] ?? 0;
    return {
      fullName,
      rivalFullName: anyFullName && fullName === null,
      defined,
      definedOtherwise: isDefinedOtherwise(claim, surface, page),
      contextShare: context.share,
      contextHits: 1 - Math.exp(-context.weight / 3),
      rareShare: context.rareShare,
      rareBest: claims.length < 2 || rareMax === 0 ? 0 : context.rare / rareMax,
      sport: page.sport,
      contextBest: claims.length < 2 || weightMax === 0 ? 0 : context.weight / weightMax,
      companions,
      section: hasSection ? page.section : null,
      seenShare: seenTotal === 0 ? 0 : count / seenTotal,
      seenCount: 1 - 1 / (1 + count),
      seenMost: count > 0 && count === seenMax,
      neverSeen: profile.seen !== undefined && count === 0,
      partOfName:
        wordCount(alias.text) === 1 &&
        page.overlaps.get(profile.key)?.words.nameParts.has(alias.text) === true,
      any:
        fullName !== null ||
        origin !== 'listed' ||
        companions.length > 0 ||
        hasSection ||
        context.weight >= CONTEXT_ENOUGH,
    };
  });
}

/** Hashes of the words of a surface, each once. */
function hashesOf(surface: string): readonly number[] {
  const hashes: number[] = [];
  eachWord(surface, (hash) => {
    if (!hashes.includes(hash)) hashes.push(hash);
  });
  return hashes;
}

const NO_COMPANIONS: readonly string[] = [];

function companionsOn(page: PageEvidence, companions: readonly EntityId[]): readonly string[] {
  if (companions.length === 0) return NO_COMPANIONS;
  return companions.map((id) => page.present.get(id)).filter((name) => name !== undefined);
}

/** The overlap without the words of the surface itself, which prove nothing. */
function contextOf(claim: Claim, own: readonly number[], page: PageEvidence): Context {
  const overlap = page.overlaps.get(claim.profile.key);
  if (overlap === undefined) return NO_CONTEXT;
  let { weight, squares, rare } = overlap;
  const { places, weights, norm } = overlap.words;
  for (const hash of own) {
    const place = places.get(hash);
    if (place === undefined) continue;
    const ownWeight = weights[place] ?? 0;
    weight -= ownWeight;
    squares -= ownWeight * ownWeight;
    rare -= ownWeight * overlap.rarity(hash);
  }
  return {
    weight: Math.max(0, weight),
    rare: Math.max(0, rare),
    share: norm === 0 ? 0 : Math.sqrt(Math.max(0, squares) / norm),
    rareShare: norm === 0 ? 0 : Math.max(0, rare) / Math.sqrt(norm) / 4,
  };
}

/** The page says "Museum of Design (MOD)": then MOD is nobody's who has no such name. */
function isDefinedOtherwise(claim: Claim, surface: string, page: PageEvidence): boolean {
  if (claim.origin !== 'listed') return false;
  const long = page.foreign.get(surface);
  if (long === undefined) return false;
  return !claim.profile.aliases.some((alias) => alias.text.toLowerCase() === long);
}
