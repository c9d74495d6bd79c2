import type { Alias, Strength } from '../model/entity';
import type { Kind } from '../model/kind';
import { placeNames } from './countries';
import { initialsOf, operationNameOf, shortOrganisationOf, surnamesOf } from './name-parts';
import { isCommonWord } from './common-words';
import { spellingsOf } from './spellings';

/** More proposals than a reader would look through. */
const PROPOSALS_MAX = 16;

/**
 * Aliases to offer for a new entity, best first; the reader ticks those that fit. What is clear by itself is strong,
 * what could be somebody else is weak, so that accepting everything does no harm.
 *
 * - person: the surname ("Wallace"), the name without middle names and suffixes
 * - organisation, group: the acronym, the name without "Inc", "Group" or "County Cricket Club"
 * - place: other names of the country, its adjective and its people
 * - operation: "Op X" for "Operation X", and X alone
 * - any: spellings (al-Qaeda, al-Qaida, al Qaeda), "United Nations" with "UN" and "U.N."
 *
 * The name itself is not among them.
 */
export function proposeAliases(name: string, kind: Kind): Alias[] {
  const proposals = new Map<string, Alias>();
  const add = (text: string, strength: Strength): void => {
    const isNew = text !== name && text.length > 1 && !proposals.has(text);
    if (isNew) proposals.set(text, { text, case: 'auto', strength });
  };
  for (const spelling of spellingsOf(name)) add(spelling, 'strong');
  proposeByKind(name, kind, add);
  return [...proposals.values()].slice(0, PROPOSALS_MAX);
}

type Add = (text: string, strength: Strength) => void;

function proposeByKind(name: string, kind: Kind, add: Add): void {
  switch (kind) {
    case 'person':
      proposePerson(name, add);
      break;
    case 'place':
      proposePlace(name, add);
      break;
    case 'operation': {
      const rest = operationNameOf(name);
      if (rest === null) break;
      if (name.startsWith('Operation ')) add(`Op ${rest}`, 'strong');
      if (name.startsWith('Exercise ')) add(`Ex ${rest}`, 'strong');
      add(rest, 'weak');
      break;
    }
    case 'organisation':
    case 'group':
      proposeBody(name, add);
      break;
    case 'equipment':
    case 'document':
    case 'event':
      proposeAcronym(name, add);
      proposeThing(name, add);
      break;
  }
}

function proposePerson(name: string, add: Add): void {
  const words = name
    .replace(/,.*$/, '')
    .split(/\s+/)
    .filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (words.length === 3 && /^\p{Lu}/u.test(words[1] ?? '')) add(`${first} ${last}`, 'strong');
  if (words.length > 1) add(words.join(' '), 'strong');
  for (const surname of surnamesOf(name)) add(surname, 'weak');
}

function proposePlace(name: string, add: Add): void {
  const known = placeNames(name);
  if (known !== null) {
    for (const other of known.names) add(other, 'strong');
    for (const demonym of known.demonyms) add(demonym, 'strong');
    return;
  }
  const short = /^(?:(?:City|Province|State|County|Republic|Kingdom) of )(\p{Lu}.+)$/u.exec(name)?.[1];
  if (short !== undefined) add(short, 'weak');
  const bare = / (?:City|Province|County|Region|State|District|Municipality)$/u.exec(name);
  if (bare !== null) add(name.slice(0, bare.index), 'weak');
  if (name.startsWith('Republic of ')) add(name.slice(12), 'strong');
}

/** Legal forms as newspapers shorten them. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  Corporation: 'Corp',
  Company: 'Co',
  Limited: 'Ltd',
  Incorporated: 'Inc',
};

function proposeBody(name: string, add: Add): void {
  if (/^The \p{Lu}/u.test(name)) add(name.slice(4), 'strong');
  proposeAcronym(name, add);
  const plain = name.replace(
    /^(?:United States|U\.S\.|US|United Kingdom|UK) (?:of America )?(?=\p{Lu})/u,
    '',
  );
  if (plain !== name && !isCommonWord(plain.toLowerCase())) add(plain, /\s/.test(plain) ? 'strong' : 'weak');
  const ministry = /^(Ministry|Department|Office) (?:of|for) (?:the )?(\p{Lu}[\p{L} ]+)$/u.exec(plain);
  if (ministry !== null) add(`${ministry[2]} ${ministry[1]}`, plain === name ? 'strong' : 'weak');
  const form = /^(.+?),? (Corporation|Company|Limited|Incorporated)$/u.exec(name);
  if (form !== null) add(`${form[1]} ${SHORT_FORMS[form[2] ?? ''] ?? ''}`.trim(), 'strong');
  const short = shortOrganisationOf(name);
  if (short !== null && !isCommonWord(short.toLowerCase())) add(short, /\s/.test(short) ? 'strong' : 'weak');
  // "England cricket team", "France national football team": the country alone, where the sport is about.
  const team =
    /^(.+?) (?:men's |women's )?(?:national )?(?:under-\d+ )?(?:association )?(?:\p{Ll}+ )*(?:team|side)$/u.exec(
      name,
    )?.[1];
  if (team !== undefined) add(team, 'weak');
  // "Chicago White Sox": the nickname after the town.
  const town = /^(?:New |Los |San |St\.? |Kansas |Tampa |Green |Las )?\p{Lu}\p{Ll}+ (?=\p{Lu})/u.exec(
    name,
  )?.[0];
  if (town !== undefined && /(?:s|Sox|Magic|Heat|Jazz|Lightning|Wild|Thunder)$/.test(name)) {
    add(town.trim(), 'weak');
    add(name.slice(town.length), 'weak');
  }
}

function proposeAcronym(name: string, add: Add): void {
  const initials = initialsOf(name);
  if (initials === null) {
    const two = /^(\p{Lu})\p{Ll}+ (\p{Lu})\p{Ll}+$/u.exec(name);
    if (two !== null) {
      add(`${two[1]}${two[2]}`, 'weak');
      add(`${two[1]}.${two[2]}.`, 'weak');
    }
    return;
  }
  add(initials, initials.length >= 4 ? 'strong' : 'weak');
  if (initials.length <= 4)
    add(
      initials
        .split('')
        .map((letter) => `${letter}.`)
        .join(''),
      'weak',
    );
}

function proposeThing(name: string, add: Add): void {
  // "1998 FIFA World Cup" -> "FIFA World Cup", "World Cup".
  const noYear = name.replace(/^(?:19|20)\d\d /, '').replace(/ (?:19|20)\d\d$/, '');
  add(noYear, 'weak');
  const noBody = noYear.replace(/^\p{Lu}{3,5} (?=\p{Lu}\p{Ll})/u, '');
  if (/\s/.test(noBody)) add(noBody, 'weak');
  if (noYear !== name) add(`${name.match(/(?:19|20)\d\d/)?.[0] ?? ''} ${noBody}`, 'strong');
}
