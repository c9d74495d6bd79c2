import type { PageWords } from './page-words';
import { eachWord } from './word-hash';

const WORDS = `championship championships league cup match matches innings wicket wickets goal goals season tournament team teams coach
  player players striker midfielder goalkeeper defender batsman bowler inning homer pitcher quarterback touchdown halftime penalty
  qualifier qualifiers semifinal semifinals quarterfinal quarterfinals final finals fixture fixtures squad referee soccer football rugby
  cricket tennis golf basketball baseball hockey athletics cycling olympic olympics medal medals champion champions scored beat defeated
  defeat victory draw drew stadium club clubs points division rounds seed seeded set sets birdie bogey lap laps race racing`;

const HASHES = hashes(WORDS);

function hashes(words: string): ReadonlySet<number> {
  const found = new Set<number>();
  eachWord(words, (hash) => found.add(hash));
  return found;
}

/** How much of a sports report a page is, 0 to 1, by the share of its words that sports reports are made of. */
export function sportShare(words: PageWords): number {
  let count = 0;
  for (const hash of HASHES) count += words.count(hash);
  return Math.min(1, (12 * count) / Math.max(40, words.total));
}
