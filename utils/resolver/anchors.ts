import type { EntityProfile } from '../model/mention';
import { isCommonWord } from './common-words';
import { wordCount, type Claim, type Span } from './spans';

/** Where the page gives a name so fully that shorter forms of it may lean on it. */
export interface Anchor {
  readonly profile: EntityProfile;
  /** The form as the entity lists it. */
  readonly name: string;
  readonly surface: string;
  /** Id of the first block that has it. */
  readonly block: number;
}

/** The page's anchors by entity number, each entity's longest forms first. */
export type Anchors = ReadonlyMap<number, readonly Anchor[]>;

/**
 * Collects the anchors: strong listed names of two and more words, or of one long word that is the entity's own name,
 * standing free (not inside a longer name).
 */
export function findAnchors(spans: readonly Span[]): Anchors {
  const anchors = new Map<number, Anchor[]>();
  for (const span of spans) {
    for (const claim of span.claims) {
      if (!isAnchor(span, claim)) continue;
      const known = anchors.get(claim.profile.key);
      const anchor = {
        profile: claim.profile,
        name: claim.alias.text,
        surface: span.surface,
        block: span.block.id,
      };
      if (known === undefined) anchors.set(claim.profile.key, [anchor]);
      else if (!known.some((other) => other.name === anchor.name)) known.push(anchor);
    }
  }
  return new Map(
    [...anchors].map(([key, list]) => [key, list.toSorted((a, b) => b.name.length - a.name.length)]),
  );
}

function isAnchor({ around }: Span, { alias, profile }: Claim): boolean {
  if (alias.strength !== 'strong') return false;
  if (wordCount(alias.text) >= 2) return !(around.headAfter && profile.kind !== 'person');
  const isOwnName = alias.text === profile.name && alias.text.length >= 5;
  return isOwnName && !isCommonWord(alias.text.toLowerCase()) && !around.headAfter && !around.capitalBefore;
}

/** The entity's anchor that says more than `surface` does, or null. */
export function longerAnchor(anchors: Anchors, key: number, surface: string): Anchor | null {
  const first = anchors.get(key)?.[0];
  if (first === undefined || first.name.length <= surface.length) return null;
  return first.name.toLowerCase() === surface.toLowerCase() ? null : first;
}
