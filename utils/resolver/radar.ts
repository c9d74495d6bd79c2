import { isCommonWord } from './common-words';
import {
  EX_ROLES,
  GENERIC_NEXT,
  HEADLINE_NEXT,
  MILITARY,
  NO_NAME,
  OPEN_BEFORE,
  PLAIN_BEFORE,
  TIED_BEFORE,
} from './operation-words';
import {
  gapBetween,
  isAllCaps,
  isLowerCode,
  isPossessive,
  isUpperCode,
  isWordCode,
  wordBefore,
  wordEnd,
  type Word,
} from './words';

/** The name of an operation, exercise or task force as it stands in a text, saved or not. UTF-16, end exclusive. */
export interface FoundOperation {
  readonly start: number;
  readonly end: number;
  /** The word that gave it away, as written: "Operation", "Op.", "Task Force". */
  readonly trigger: string;
}

const TRIGGER =
  /(?:[Oo]pérations?|[Oo]peraci(?:ó|o)n|[Oo]pera(?:ç|c)(?:ã|a)o|[Oo]perazione|[Oo]perations?|OPERATIONS?|Op\.?|OP\.?|[Ee]xercises?|EXERCISES?|Ex\.?|EX|(?:Combined )?(?:Joint )?Task Force|TASK FORCE)/g;

type Sort = 'operation' | 'short' | 'exercise' | 'short-exercise' | 'task-force';

/**
 * Finds names of operations, exercises and task forces by grammar: a trigger word and a name that is quoted,
 * capitalised or numbered. Never overlapping, ascending. Linear in the text.
 */
export function findOperations(text: string): FoundOperation[] {
  const found: FoundOperation[] = [];
  let done = 0;
  for (const match of text.matchAll(TRIGGER)) {
    const start = match.index;
    const trigger = match[0];
    const isWhole =
      (start === 0 || !isWordCode(text.charCodeAt(start - 1))) &&
      !isWordCode(text.charCodeAt(start + trigger.length));
    if (start < done || !isWhole) continue;
    const end = nameEnd(text, start, trigger);
    if (end === null) continue;
    found.push({ start, end, trigger });
    done = end;
  }
  return found;
}

function sortOf(trigger: string): Sort {
  const lower = trigger.toLowerCase().replace('.', '');
  if (lower === 'op') return 'short';
  if (lower === 'ex') return 'short-exercise';
  if (lower.startsWith('exercise')) return 'exercise';
  return lower.endsWith('force') ? 'task-force' : 'operation';
}

/** Where the name that begins with the trigger ends, or null when none does. */
function nameEnd(text: string, start: number, trigger: string): number | null {
  const triggerEnd = start + trigger.length;
  const sort = sortOf(trigger);
  const isPlural = /s$/i.test(trigger);
  // "Op-ed", "exercise-induced", "Operation/Maintenance", and columns of a table.
  const gap = /^(?:[ \u00a0\n]\n?|(?=["“”„«‘']))(?:(?<quotes>["“”„«‹‘'`]{1,2})[ \u00a0]?)?/u.exec(
    text.slice(triggerEnd, triggerEnd + 5),
  );
  if (gap === null) return null;
  const nameStart = triggerEnd + gap[0].length;
  const isQuoted = (gap.groups?.['quotes'] ?? '') !== '';
  if (isPlural && !isQuoted) return null;
  if (!isWordCode(text.charCodeAt(nameStart))) return null;

  const before = wordBefore(text, start, 2);
  const first: Word = { start: nameStart, end: wordEnd(text, nameStart) };
  if (!fitsBefore(text, start, before, trigger, sort, isQuoted)) return null;
  if (!startsName(text, first, sort, trigger, isQuoted)) return null;
  if (isQuoted) return quotedEnd(text, nameStart) ?? goOn(text, first, trigger);
  const inside = quoteBefore(text, start) ? quotedEnd(text, nameStart) : null;
  return inside ?? goOn(text, first, trigger);
}

/** Whether the word before lets the trigger open a name of its own. */
function fitsBefore(
  text: string,
  start: number,
  before: Word | null,
  trigger: string,
  sort: Sort,
  isQuoted: boolean,
): boolean {
  if (before === null || isQuoted) return true;
  const gap = gapBetween(text, before.end, start);
  if (gap === 'hyphen' || gap === 'slash') return false;
  if (gap !== 'space') return true;
  const word = text.slice(before.start, before.end);
  const lower = word.toLowerCase();
  if (isLowerCode(trigger.charCodeAt(0))) return !PLAIN_BEFORE.has(lower);
  if (!isUpperCode(word.charCodeAt(0))) return sort !== 'task-force' || !TIED_BEFORE.has(lower);
  if (TIED_BEFORE.has(lower)) return lower === 'joint' && sort !== 'task-force' && sort !== 'short';
  if (OPEN_BEFORE.has(lower) || /[’'¹]s$/.test(word)) return true;
  // "Anti-Gang Op", "Santa Cruz Operation": the tail of another name. Verbs in headlines end so: Extends, Announced.
  if (/(?:s|ed|ing)$/.test(lower)) return sort !== 'short' || !isAllCaps(trigger, 0, trigger.length);
  return sort === 'operation' && before.end - before.start <= 3;
}

/** Whether a word can open a name after this trigger. */
function startsName(text: string, word: Word, sort: Sort, trigger: string, isQuoted: boolean): boolean {
  const lower = text.slice(word.start, word.end).toLowerCase();
  const code = text.charCodeAt(word.start);
  if (code >= 48 && code <= 57) {
    const number = text.slice(word.start, word.end);
    if (sort === 'task-force') return /^\d{1,3}$/.test(number);
    // "Operation 1027" is one, "Op. 366" is music and "Exercise 2023" is a year.
    return sort === 'operation' && /^\d{4}$/.test(number) && !/^(?:19|20)/.test(number);
  }
  if (!isUpperCode(code)) return false;
  if (NO_NAME.has(lower) || GENERIC_NEXT.has(lower)) return false;
  if (isQuoted) return true;
  const isShouting = isAllCaps(trigger, 0, trigger.length) && trigger.length > 3;
  if (isShouting && !startsLine(text, word.start - trigger.length - 1) && !isLineOfCase(text, word))
    return false;
  if (sort === 'short-exercise') return !EX_ROLES.has(lower) && hasMilitaryWord(text, word.start);
  if (sort === 'short') return word.end - word.start >= 3;
  if (sort === 'task-force') return !/(?:s|ed)$/.test(lower) || isAllCaps(text, word.start, word.end);
  return true;
}

function startsLine(text: string, at: number): boolean {
  return at <= 0 || /(?:^|[\n.:!?"“”'‘’–-]\s*)$/.test(text.slice(Math.max(0, at - 3), at));
}

/** Whether the text near a shouted trigger is otherwise in ordinary case, so that capitals tell something. */
function isLineOfCase(text: string, word: Word): boolean {
  const near = text.slice(Math.max(0, word.start - 60), word.end + 60);
  const lower = near.replace(/[^\p{Ll}]/gu, '').length;
  return lower > near.length / 3;
}

/** How far around "Ex" soldiers are looked for, in code units: the sentence and its neighbours. */
const MILITARY_REACH = 250;

function hasMilitaryWord(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - MILITARY_REACH), at + MILITARY_REACH);
  return (near.match(/\p{L}+/gu) ?? []).some((word) => MILITARY.has(word.toLowerCase()));
}

function quoteBefore(text: string, start: number): boolean {
  return /["“„«‹‘'`]\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start));
}

/** The end of a name in quotes: up to the closing quote when only a name stands between, punctuation left out. */
function quotedEnd(text: string, nameStart: number): number | null {
  const rest = text.slice(nameStart, nameStart + 70);
  const close = /["”“»›]|[’'](?!\p{L})/u.exec(rest);
  if (close === null) return null;
  const inside = rest.slice(0, close.index).replace(/[\s.,;:!?]+$/u, '');
  const words = inside.split(/[\s,:–-]+/u).filter(Boolean);
  const isName =
    words.length <= 7 &&
    words.every((word) => /^[\p{Lu}\d]/u.test(word) || /^(?:and|of|the|de|del|la|e|y|et)$/u.test(word));
  return isName && inside !== '' ? nameStart + inside.length : null;
}

const LINKED = /^(?:(?:and|of|for|y|e|et) )?(?:(?:the|la|el|los|les|del?) )?$/u;

/** Extends a name from its first word over capitalised words, numbers, and the little words inside names. */
function goOn(text: string, first: Word, trigger: string): number {
  const shouts = isAllCaps(text, first.start, first.end) && first.end - first.start > 2;
  const wasShouted = isAllCaps(trigger, 0, trigger.length) && trigger.length > 3;
  let last = first;
  let words = 1;
  for (;;) {
    const next = nextWord(text, last, words);
    if (next === null) return last.end;
    const code = text.charCodeAt(next.start);
    const isNumber = code >= 48 && code <= 57;
    const word = text.slice(next.start, next.end);
    const lower = word.toLowerCase();
    if (isNumber)
      return /^(?:\d{1,2}|(?:19|20)\d\d)$/.test(word) && !isCount(text, next) ? next.end : last.end;
    if (!isUpperCode(code) || NO_NAME.has(lower) || HEADLINE_NEXT.has(lower)) return last.end;
    // "Operation INTERFLEX Training": the name's own style ends with it.
    if (shouts && !isAllCaps(text, next.start, next.end) && !isRoman(word)) return last.end;
    if (/^(?:operation|exercise|op|ex|task)$/.test(lower)) return last.end;
    if (wasShouted && words >= 3) return last.end;
    if (words >= 5) return last.end;
    last = next;
    words += 1;
  }
}

/** The next word of a name, or null when the name ends before it. */
function nextWord(text: string, last: Word, words: number): Word | null {
  let at = last.end;
  if (isPossessive(text, at)) {
    // "Operation Dragon's Head" goes on, "Task Force SAFE's findings" and "Operation Desert Storm's Kuwait" do not.
    if (words > 1 || text.charCodeAt(at + 2) !== 32 || !isUpperCode(text.charCodeAt(at + 3))) return null;
    at += 2;
  }
  const code = text.charCodeAt(at);
  if (code === 45 && isUpperCode(text.charCodeAt(at + 1)))
    return { start: at + 1, end: wordEnd(text, at + 1) };
  if (code !== 32 && code !== 0xa0) return null;
  const rest = text.slice(at + 1, at + 16);
  const capital = /[\p{Lu}\d]/u.exec(rest);
  if (capital === null) return null;
  const link = rest.slice(0, capital.index);
  if (link !== '') {
    // "Fast and Furious", "Liberation of the People"; but "Herrick and Telic" are two.
    const before = text.slice(last.start, last.end).toLowerCase();
    const bears = /(?:tion|ment|ance|ence|ing)$/.test(before) || (words === 1 && isCommonWord(before));
    if (!LINKED.test(link) || !bears || !isUpperCode(rest.charCodeAt(capital.index))) return null;
  }
  const start = at + 1 + capital.index;
  return { start, end: wordEnd(text, start) };
}

/** The end of an operation's name with the number that follows it: "Saif Sareea 2", "Herrick XVIII"; else `end` itself. */
export function numberedEnd(text: string, end: number): number {
  const match = /^ (?:\d{1,2}|[IVX]{1,5})(?![\p{L}\p{N}]|[.,:/-]\d)/u.exec(text.slice(end, end + 8));
  if (match === null) return end;
  const number = { start: end + 1, end: end + match[0].length };
  return match[0] === ' I' || isCount(text, number) ? end : number.end;
}

/** "Operation Shader 30 times": the number counts something else. */
function isCount(text: string, number: Word): boolean {
  return /^ ?(?:%|per cent|percent|January|February|March|April|May|June|July|August|September|October|November|December|\p{Ll}*(?:people|troops|soldiers|times|days|months|years|miles|km)\b)/u.test(
    text.slice(number.end, number.end + 14),
  );
}

function isRoman(word: string): boolean {
  return /^[IVX]+$/.test(word);
}
