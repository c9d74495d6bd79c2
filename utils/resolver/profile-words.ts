import type { EntityProfile } from '../model/mention';
import { commonWords, isCommonWord } from './common-words';
import type { ProfileWords, ResolverMemory } from './document';
import { eachWord, hashWord } from './word-hash';
import { wordCount } from './spans';
import { isUpperCode } from './words';

/** The most words of one profile that count: notes may be long, and the first ones say most. */
const WORDS_MAX = 400;

/** What a word weighs by where it comes from. The reader's or the pack's own context words were chosen to tell. */
const WEIGHTS = { context: 1, name: 0.8, summary: 0.6, capitalised: 0.6, background: 0.35 } as const;

const COMMON_HASHES: ReadonlySet<number> = new Set(
  Array.from(commonWords(), (word) => hashWord(word, 0, word.length)),
);

/** Spares most words the string that asking for sure takes. */
function mayBeCommon(hash: number): boolean {
  return COMMON_HASHES.has(hash);
}

/** The words that speak for an entity: context words, its names, its summary, notes and facts; common words left out. */
export function profileWords(profile: EntityProfile, memory: ResolverMemory | undefined): ProfileWords {
  const remembered = memory?.get(profile);
  if (remembered !== undefined) return remembered;
  const made = collectWords(profile);
  memory?.set(profile, made);
  return made;
}

function collectWords(profile: EntityProfile): ProfileWords {
  const words = new Map<number, { word: string; weight: number }>();
  const add = (text: string, weight: number, capitalisedWeight: number, chosen = false): void => {
    eachWord(text, (hash, start, end) => {
      if (words.size >= WORDS_MAX) return;
      const known = words.get(hash);
      const gained = isUpperCode(text.charCodeAt(start)) ? capitalisedWeight : weight;
      // Most words of long notes were met before, and gain nothing.
      if (known !== undefined && known.weight >= gained) return;
      const word = text.slice(start, end);
      if (!chosen && mayBeCommon(hash) && isCommonWord(word.toLowerCase())) return;
      if (known === undefined) words.set(hash, { word, weight: gained });
      else known.weight = Math.max(known.weight, gained);
    });
  };
  for (const phrase of profile.context) {
    // Half of "Defence Secretary" is half a hint.
    const weight = WEIGHTS.context / wordCount(phrase);
    add(phrase, weight, weight, true);
  }
  add(profile.name, WEIGHTS.name, WEIGHTS.name);
  for (const alias of profile.aliases) add(alias.text, WEIGHTS.name, WEIGHTS.name);
  add(profile.summary, WEIGHTS.summary, WEIGHTS.summary);
  add(profile.background, WEIGHTS.background, WEIGHTS.capitalised);
  const places = new Map<number, number>();
  const weights = new Float64Array(words.size);
  const spellings: string[] = [];
  let norm = 0;
  for (const [hash, { word, weight }] of words) {
    const place = spellings.length;
    places.set(hash, place);
    weights[place] = weight;
    norm += weight * weight;
    spellings.push(word);
  }
  const hashes = Int32Array.from(words.keys());
  return { hashes, weights, words: spellings, places, nameParts: namePartsOf(profile), norm };
}

function namePartsOf({ aliases }: EntityProfile): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const { text } of aliases) {
    for (const word of text.split(/[\s-]+/)) if (word.length < text.length) parts.add(word);
  }
  return parts;
}
