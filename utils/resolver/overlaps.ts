import type { EntityProfile } from '../model/mention';
import type { ProfileWords, ResolverMemory } from './document';
import type { PageWords } from './page-words';
import { profileWords } from './profile-words';
import type { Span } from './spans';
import { eachWord } from './word-hash';

/** What a page has of one entity's words. The words of a surface are not taken out. */
export interface Overlap {
  readonly words: ProfileWords;
  /** Places in the lists of `words` of those that the page has. */
  readonly found: readonly number[];
  readonly weight: number;
  readonly squares: number;
  /** Sum of weights, each times how few of the page's claimants share the word. */
  readonly rare: number;
  /** 1 for a word that a single claimant has, towards 0 for one that all have. */
  readonly rarity: (hash: number) => number;
}

/** Overlaps by entity number; made once a page. */
export type Overlaps = ReadonlyMap<number, Overlap>;

/** How many context words a reason names. */
const WORDS_SHOWN = 5;

/**
 * Works out what the page has of the words of everybody who is claimed on it.
 *
 * Cost: one look-up for each word of each claimed profile, which is most of what resolving costs where notes are long.
 */
export function findOverlaps(
  spans: readonly Span[],
  words: PageWords,
  memory: ResolverMemory | undefined,
): Overlaps {
  const profiles = new Map<number, EntityProfile>();
  for (const { claims } of spans) for (const { profile } of claims) profiles.set(profile.key, profile);
  const sharers = new Uint32Array(words.capacity);
  const found = Array.from(profiles.values(), (profile) => {
    const own = profileWords(profile, memory);
    const { hashes } = own;
    const places: number[] = [];
    for (let place = 0; place < hashes.length; place += 1) {
      const hash = hashes[place] ?? 0;
      const slot = words.slotOf(hash);
      if (words.isFree(slot)) continue;
      places.push(place);
      sharers[slot] = (sharers[slot] ?? 0) + 1;
    }
    return { key: profile.key, own, places };
  });
  const scale = Math.log(2 + profiles.size);
  // Few counts occur, each many times.
  const rarities: number[] = [];
  const rarity = (hash: number): number => {
    const count = sharers[words.slotOf(hash)] ?? 0;
    return (rarities[count] ??= 1 - Math.log(1 + count) / scale);
  };
  const overlaps = new Map<number, Overlap>();
  for (const { key, own, places } of found) overlaps.set(key, sumUp(own, places, rarity));
  return overlaps;
}

function sumUp(words: ProfileWords, found: readonly number[], rarity: (hash: number) => number): Overlap {
  let weight = 0;
  let squares = 0;
  let rare = 0;
  for (const place of found) {
    const own = words.weights[place] ?? 0;
    weight += own;
    squares += own * own;
    rare += own * rarity(words.hashes[place] ?? 0);
  }
  return { words, found, weight, squares, rare, rarity };
}

/** The words of an entity that the page has besides those of the surface, most telling first, at most five. */
export function sharedWords(overlap: Overlap | undefined, surface: string): string[] {
  if (overlap === undefined) return [];
  const own = new Set<number>();
  eachWord(surface, (hash) => own.add(hash));
  const { hashes, weights, words } = overlap.words;
  // The few that are shown, kept in order as they are met: sorting all of them costs more than the rest.
  const best: number[] = [];
  for (const place of overlap.found) {
    const weight = weights[place] ?? 0;
    if (best.length === WORDS_SHOWN && weight <= (weights[best[WORDS_SHOWN - 1] ?? 0] ?? 0)) continue;
    if (own.has(hashes[place] ?? 0)) continue;
    let at = Math.min(best.length, WORDS_SHOWN - 1);
    while (at > 0 && (weights[best[at - 1] ?? 0] ?? 0) < weight) {
      best[at] = best[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = place;
  }
  return best.map((place) => words[place] ?? '');
}
