/** Pairs of spellings that name the same in transliterations; each is tried both ways. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\bal-(?=\p{Lu})/gu, 'al '],
  [/\bal-(?=\p{Lu})/gu, 'el-'],
  [/\bel-(?=\p{Lu})/gu, 'al-'],
  [/\bAl-(?=\p{Lu})/gu, 'al-'],
  [/\bAl-(?=\p{Lu})/gu, 'Al '],
  [/\bQaeda\b/g, 'Qaida'],
  [/\bQaida\b/g, 'Qaeda'],
  [/\bShabaab\b/g, 'Shabab'],
  [/\bShabab\b/g, 'Shabaab'],
  [/\bHezbollah\b/g, 'Hizbollah'],
  [/\bHezbollah\b/g, 'Hizbullah'],
  [/\bHizbullah\b/g, 'Hezbollah'],
  [/\bMohammed\b/g, 'Muhammad'],
  [/\bMohammad\b/g, 'Mohammed'],
  [/\bMuhammad\b/g, 'Mohammed'],
  [/\bMuhammad\b/g, 'Mohammad'],
  [/\bAhmad\b/g, 'Ahmed'],
  [/\bAhmed\b/g, 'Ahmad'],
  [/\bHussein\b/g, 'Hussain'],
  [/\bHussain\b/g, 'Hussein'],
  [/\bGaddafi\b/g, 'Gadhafi'],
  [/\bGaddafi\b/g, 'Qaddafi'],
  [/\bDefence\b/g, 'Defense'],
  [/\bDefense\b/g, 'Defence'],
  [/\bCentre\b/g, 'Center'],
  [/\bCenter\b/g, 'Centre'],
  [/\bLabour\b/g, 'Labor'],
  [/\bOrganisation\b/g, 'Organization'],
  [/\bOrganization\b/g, 'Organisation'],
  [/\bSaint (?=\p{Lu})/gu, 'St '],
  [/\bSt\.? (?=\p{Lu})/gu, 'Saint '],
  [/ and /g, ' & '],
  [/ & /g, ' and '],
  [/\bKiev\b/g, 'Kyiv'],
  [/\bKyiv\b/g, 'Kiev'],
];

/**
 * Other usual spellings of a name: transliterations, British and American, initials with and without full stops.
 * Accents, hyphens and curly apostrophes need none: the search folds them.
 */
export function spellingsOf(name: string): string[] {
  const found = new Set<string>();
  for (const [pattern, replacement] of SWAPS) {
    const swapped = name.replace(pattern, replacement);
    if (swapped !== name) found.add(swapped);
  }
  // "J. K. Rowling" -> "JK Rowling", "J.K. Rowling"; "John S. Shad" -> "John Shad" is left to the proposals.
  const initials = /^((?:\p{Lu}\. ?){2,})(?=\p{Lu}\p{Ll})/u.exec(name)?.[1];
  if (initials !== undefined) {
    const letters = initials.replace(/[. ]/g, '');
    found.add(`${letters} ${name.slice(initials.length)}`);
    found.add(
      `${letters
        .split('')
        .map((letter) => `${letter}.`)
        .join('')} ${name.slice(initials.length)}`,
    );
  }
  // Umlauts spelled out: "Füle" -> "Fuele".
  const spelled = name
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa');
  if (spelled !== name) found.add(spelled);
  return [...found];
}
