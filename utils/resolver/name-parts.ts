/** Parts of names that the page may use alone once it has given the name in full. Pure string work, no page. */

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'kbe', 'obe', 'mbe', 'mp', 'mep', 'phd', 'md']);

const PARTICLES = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn abu ten ter st zu zur vom mac mc'.split(
    ' ',
  ),
);

/** Words at the end of a company's or club's name that newspapers leave out from the second mention on. */
const DROPPED_ENDS = new Set(
  `inc incorporated corp corporation co company companies ltd limited plc gmbh ag sa spa nv bv llc lp llp group groupe holdings holding
  industries international enterprises partners technologies system systems laboratories insurance airlines airways motors motor
  textile textiles stores brands foods energy petroleum electronics pharmaceuticals fc cf afc sc club
  county cricket football rugby basketball baseball hockey`.split(/\s+/),
);

const OPERATION_WORDS = new Set(['operation', 'op', 'opération', 'operación', 'operação', 'exercise', 'ex']);

const bare = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');

function wordsOf(name: string): string[] {
  return name.split(/[\s\u00a0]+/).filter(Boolean);
}

/** Surnames under which a person's full name goes on: "Ben Wallace" -> Wallace; "Aung San Suu Kyi" -> Suu Kyi, Kyi. */
export function surnamesOf(name: string): string[] {
  const words = wordsOf(name.replace(/,.*$/, ''));
  while (words.length > 2 && SUFFIXES.has(bare(words.at(-1) ?? ''))) words.pop();
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !isNameWord(last)) return [];
  const found = new Set([last]);
  const second = words.at(-2) ?? '';
  if (PARTICLES.has(bare(second)) || words.length >= 3) found.add(`${second} ${last}`);
  const third = words.at(-3) ?? '';
  if (words.length >= 4 && PARTICLES.has(bare(third))) found.add(`${third} ${second} ${last}`);
  // "Abu Bakr al-Baghdadi" -> al-Baghdadi, Baghdadi.
  const article = /^(?:al|el|ul|as|ad)-(?=\p{Lu})/iu.exec(last);
  if (article !== null) found.add(last.slice(article[0].length));
  return [...found].filter((surname) => isNameWord(wordsOf(surname).at(-1) ?? ''));
}

/** A person's first name, or null when the name has one word or begins with an initial or a title. */
export function firstNameOf(name: string): string | null {
  const words = wordsOf(name);
  const first = words[0];
  if (first === undefined || words.length < 2) return null;
  return /^\p{Lu}\p{L}{2,}$/u.test(first) && !PARTICLES.has(bare(first)) ? first : null;
}

function isNameWord(word: string): boolean {
  return /^(?:\p{L}\p{M}*['’.-]?){2,}$/u.test(word) && !SUFFIXES.has(bare(word));
}

/** What is left of "Operation Shader" or "Op. Shader": Shader. Null for names that do not begin so. */
export function operationNameOf(name: string): string | null {
  const match = /^(\p{L}+)\.?\s+(\S.*)$/u.exec(name);
  if (match === null || !OPERATION_WORDS.has(match[1]?.toLowerCase() ?? '')) return null;
  return match[2] ?? null;
}

/** "Magna International" -> Magna; "Surrey County Cricket Club" -> Surrey. Null when nothing can be left out. */
export function shortOrganisationOf(name: string): string | null {
  const words = wordsOf(name.replace(/^the\s+/i, ''));
  let count = words.length;
  while (count > 1 && DROPPED_ENDS.has(bare(words[count - 1] ?? ''))) count -= 1;
  if (count > 1 && /^(?:and|&|of|de)$/i.test(words[count - 1] ?? '')) count -= 1;
  if (count === words.length) return null;
  const rest = words
    .slice(0, count)
    .join(' ')
    .replace(/[,&]+$/, '')
    .trim();
  return rest.length >= 3 && /^\p{Lu}/u.test(rest) ? rest : null;
}

/** Initials of the capitalised words: "International Monetary Fund" -> IMF. Null for fewer than three such words. */
export function initialsOf(name: string): string | null {
  const words = wordsOf(name.replace(/[-–/]/g, ' ')).filter((word) => /^\p{Lu}/u.test(word));
  if (words.length < 3 || words.length > 7) return null;
  const initials = words.map((word) => word.charAt(0)).join('');
  return /^\p{Lu}+$/u.test(initials) ? initials : null;
}
