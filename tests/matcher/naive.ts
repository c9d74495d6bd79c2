import type { Alias } from '../../utils/model/entity';
import type { NameSource } from '../../utils/matcher/compile';
import { classOf, foldCharacter, isLower, isUpper } from '../../utils/text/characters';
import { edgesHold } from '../../utils/text/edges';

/**
 * The search, obviously right and slow: split into tokens character by character, and at each token ask a map for the
 * longest sequence that some alias spells and whose case rule is met. What the compiled search must equal.
 */

export interface NaiveToken {
  /** Folded letters; a possessive's S is `'s`, which no word is. */
  readonly letters: string;
  readonly start: number;
  readonly end: number;
}

interface Character {
  readonly text: string;
  readonly kind: ReturnType<typeof classOf>;
  readonly start: number;
  readonly end: number;
}

function charactersOf(text: string): Character[] {
  let offset = 0;
  return Array.from(text, (character) => {
    const start = offset;
    offset += character.length;
    return { text: character, kind: classOf(character), start, end: offset };
  });
}

const ELISIONS = 'l d qu jusqu lorsqu puisqu quoiqu dell all nell sull dall quell'.split(' ');

function isIgnored(character: Character | undefined): boolean {
  return character?.kind === 'mark' || character?.kind === 'format';
}

export function naiveTokens(text: string): NaiveToken[] {
  const characters = charactersOf(text);
  const tokens: { letters: string; start: number; end: number; isOpen: boolean }[] = [];
  const close = (): void => {
    const last = tokens.at(-1);
    if (last) last.isOpen = false;
  };
  const nextMeaningful = (from: number): number => {
    let index = from;
    while (isIgnored(characters[index])) index++;
    return index;
  };

  for (let index = 0; index < characters.length; index++) {
    const character = characters[index];
    if (!character) break;
    const last = tokens.at(-1);
    const open = last?.isOpen === true ? last : null;
    if (character.kind === 'word') {
      if (open) {
        open.letters += foldCharacter(character.text);
        open.end = character.end;
      } else {
        tokens.push({
          letters: foldCharacter(character.text),
          start: character.start,
          end: character.end,
          isOpen: true,
        });
      }
    } else if (character.kind === 'unit') {
      close();
      tokens.push({
        letters: foldCharacter(character.text),
        start: character.start,
        end: character.end,
        isOpen: false,
      });
    } else if (character.kind === 'mark') {
      if (open) open.end = character.end;
      else if (last?.end === character.start) last.end = character.end;
    } else if (character.kind === 'gap') {
      close();
    } else if (character.kind === 'apostrophe' && open) {
      const after = nextMeaningful(index + 1);
      const letter = characters[after];
      const isS = letter?.kind === 'word' && foldCharacter(letter.text) === 's' && letter.text.length === 1;
      if (letter && isS && characters[nextMeaningful(after + 1)]?.kind !== 'word') {
        close();
        tokens.push({ letters: "'s", start: letter.start, end: letter.end, isOpen: false });
        index = after;
      } else if (letter?.kind !== 'word' || isElision(open)) {
        close();
      }
    }
  }
  return tokens.map(({ letters, start, end }) => ({ letters, start, end }));
}

function isElision(token: NaiveToken): boolean {
  // The limit spares the compiled search a long way back; no real word comes near it.
  return token.end - token.start <= 12 && ELISIONS.includes(token.letters);
}

function count(text: string, is: (letter: string) => boolean): number {
  return Array.from(text).filter(is).length;
}

/** Whether an alias's case rule lets a surface stand for it; both spell the same form. */
export function naiveMeets(alias: Alias, surface: string): boolean {
  const upper = count(alias.text, isUpper);
  const lower = count(alias.text, isLower);
  if (upper + lower === 0 || alias.case === 'fold') return true;
  const isWithoutSmall = count(surface, isLower) === 0;
  const isAsWritten = lower === 0 ? isWithoutSmall : capitalsOf(alias.text) === capitalsOf(surface);
  if (alias.case === 'exact') return isAsWritten;
  const letters = count(alias.text, (letter) => /\p{L}/u.test(letter));
  if (upper / (upper + lower) >= 0.75 || letters <= 3) return isAsWritten || isWithoutSmall;
  return upper === 0 || count(surface, isUpper) > 0;
}

/** One sign for each folded letter: whether a capital stands there. */
function capitalsOf(text: string): string {
  return charactersOf(text)
    .filter(({ kind }) => kind === 'word' || kind === 'unit')
    .map((character) => (isUpper(character.text) ? '^' : '.').repeat(foldCharacter(character.text).length))
    .join('');
}

export interface NaiveCandidate {
  readonly start: number;
  readonly end: number;
  /** Every sense of the form, in the order of the names. */
  readonly senses: readonly { readonly key: number; readonly alias: Alias }[];
}

/** A form as a string: equal for two texts exactly when they are spellings of one name. */
export function naiveForm(text: string): string {
  return JSON.stringify(naiveTokens(text).map(({ letters }) => letters));
}

export function naiveSearch(names: Iterable<NameSource>, text: string): NaiveCandidate[] {
  const sensesByForm = new Map<string, { key: number; alias: Alias }[]>();
  let longest = 0;
  for (const { key, aliases } of names) {
    for (const alias of aliases) {
      const form = naiveForm(alias.text);
      const senses = sensesByForm.get(form) ?? [];
      senses.push({ key, alias });
      sensesByForm.set(form, senses);
      longest = Math.max(longest, naiveTokens(alias.text).length);
    }
  }
  const tokens = naiveTokens(text);
  const found: NaiveCandidate[] = [];
  let at = 0;
  while (at < tokens.length) {
    const match = longestAt(at);
    if (match) found.push(match.candidate);
    at += match?.length ?? 1;
  }
  return found;

  function longestAt(from: number): { candidate: NaiveCandidate; length: number } | null {
    for (let length = Math.min(longest, tokens.length - from); length > 0; length--) {
      const run = tokens.slice(from, from + length);
      const senses = sensesByForm.get(JSON.stringify(run.map(({ letters }) => letters)));
      const start = run[0]?.start ?? 0;
      const end = run.at(-1)?.end ?? 0;
      const surface = text.slice(start, end);
      if (senses?.some(({ alias }) => naiveMeets(alias, surface)) && edgesHold(text, start, end)) {
        return { candidate: { start, end, senses }, length };
      }
    }
    return null;
  }
}
