import { isCommonWord } from './common-words';
import {
  endsAbbreviation,
  gapBetween,
  isAllCaps,
  isCapitalised,
  isLowerCode,
  isPossessive,
  isUpperCode,
  startsSentence,
  wordAfter,
  wordBefore,
  type Word,
} from './words';

/** What stands around a span, read once a span. All flags are about the text, none about who might be meant. */
export interface Surroundings {
  /** The nearest words in small letters, empty when punctuation stands between. */
  readonly previous: string;
  readonly next: string;
  readonly sentenceStart: boolean;
  /** A capitalised word stands right before, and it is not just the first word of the sentence. */
  readonly capitalBefore: boolean;
  readonly capitalAfter: boolean;
  /** "Mr", "President", "Gen." stand right before. */
  readonly titleBefore: boolean;
  /** "P. Simmons". */
  readonly initialBefore: boolean;
  /** "Bank of X": a capitalised word and "of" stand before. */
  readonly ofBefore: boolean;
  /** "X University", "X Times": the name of something else goes on. */
  readonly headAfter: boolean;
  /** "Bank of X", "University of X". */
  readonly headOfBefore: boolean;
  /** "X Democratic Party": the run of capitals after the span ends in such a word. */
  readonly runHeadAfter: boolean;
  /** "X-led". */
  readonly hyphenSmallAfter: boolean;
  /** "KYIV, Ukraine (AP) -", "LONDON 1996-08-30": where the report was filed. */
  readonly dateline: boolean;
  /** Alone in brackets: "Hingis (Switzerland)", "the ministry (MOD)". */
  readonly inBrackets: boolean;
  /** "Anglo-X", "al-X". */
  readonly hyphenBefore: boolean;
  /** "X-Y" with a capital; "X-led" is none. */
  readonly hyphenCapitalAfter: boolean;
  readonly numberBefore: boolean;
  readonly numberAfter: boolean;
  readonly possessive: boolean;
  /** Share of ALL-CAPS words among the longer words around, 0 to 1. */
  readonly capsShare: number;
  /** Share of capitalised words among the longer words around, 0 to 1: near 1 in a headline in title case. */
  readonly titleShare: number;
}

const TITLES = new Set(
  `mr mrs ms miss dr sir dame lord lady baroness prof professor president premier chancellor minister secretary senator sen rep
  representative congressman congresswoman governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant
  sgt corporal cpl private admiral adm commodore marshal commander brigadier king queen prince princess pope archbishop bishop
  father sister sheikh ayatollah imam mullah chairman chief director coach manager striker midfielder defender goalkeeper captain
  champion seed australian american inspector sheriff officer detective herr frau monsieur madame señor señora don`.split(
    /\s+/,
  ),
);

const HEADS = new Set(
  `university college school institute academy times post herald tribune gazette journal news daily mail telegraph chronicle star sun
  observer guardian press review magazine bank banking group inc corp corporation co company ltd plc gmbh ag sa holdings partners capital
  insurance airlines airways railway hotel hospital clinic stadium park street road avenue square bridge airport station tower
  county province district city town village lake river island islands mountain mountains bay sea ocean valley beach hills heights
  united rovers wanderers fc cf athletic association federation league club union council committee commission
  agency authority department ministry office bureau board court party front army navy brigade battalion regiment division corps
  command fleet force forces foundation trust fund society museum gallery theatre theater centre center institute church cathedral
  award awards prize cup trophy open championship championships classic grand tour act treaty accord accords agreement
  declaration convention protocol plan doctrine exchange index stock securities motors electric oil gas steel chemical
  parliament senate congress assembly bureau tour rally republic kingdom embassy consulate cabinet cooperation
  industries international systems technologies records pictures studios entertainment house hall palace castle`.split(
    /\s+/,
  ),
);

/** How many words on either side say what kind of line this is. */
const WINDOW_WORDS = 5;

/** @param nounCapitals whether the language capitalises every noun: then a capital beside the span says nothing */
export function readSurroundings(
  text: string,
  start: number,
  end: number,
  nounCapitals: boolean,
): Surroundings {
  const before = wordBefore(text, start, 3);
  const possessive = isPossessive(text, end) || isSpacedPossessive(text, end);
  const after = possessive ? null : wordAfter(text, end, 3);
  const beforeGap = before === null ? 'break' : gapBetween(text, before.end, start);
  const afterGap = after === null ? 'break' : gapBetween(text, end, after.start);
  const sentenceStart = startsSentence(text, start);
  const shares = lineShares(text, start, end);
  // In a headline every word has a capital, so a capital beside the name says nothing.
  const capitalsTell = !nounCapitals && shares.titleShare < 0.75 && shares.capsShare < 0.5;

  const previous =
    before !== null && beforeGap !== 'break' ? text.slice(before.start, before.end).toLowerCase() : '';
  const next =
    after !== null && afterGap !== 'break' && afterGap !== 'hyphen'
      ? text.slice(after.start, after.end).toLowerCase()
      : '';
  const isInitial = before !== null && beforeGap === 'dot' && before.end - before.start === 1;
  const titleBefore =
    before !== null && TITLES.has(previous) && (beforeGap === 'space' || beforeGap === 'dot') && !isInitial;
  const capitalBefore =
    before !== null &&
    beforeGap === 'space' &&
    capitalsTell &&
    !titleBefore &&
    isCapitalised(text, before) &&
    !isOwner(previous) &&
    !(isCommonWord(previous) && startsSentence(text, before.start));
  const capitalAfter =
    after !== null &&
    afterGap === 'space' &&
    capitalsTell &&
    isCapitalised(text, after) &&
    !isMonthOrDay(next);

  return {
    previous,
    next,
    sentenceStart,
    capitalBefore,
    capitalAfter,
    titleBefore,
    initialBefore:
      isInitial && before !== null && isCapitalised(text, before) && endsAbbreviation(text, before.end),
    ofBefore: previous === 'of' && before !== null && capitalsTell && capitalStandsBefore(text, before.start),
    headOfBefore: before !== null && headStandsBefore(text, before, previous),
    runHeadAfter: after !== null && capitalAfter && runEndsInHead(text, after),
    hyphenSmallAfter: after !== null && afterGap === 'hyphen' && !isCapitalised(text, after),
    dateline:
      mayBeDateline(text, end) &&
      DATELINE.test(text.slice(end, end + 40)) &&
      (sentenceStart ||
        isAllCaps(text, start, end) ||
        /\p{Lu}{3}\s?,\s?$/u.test(text.slice(Math.max(0, start - 6), start))),
    inBrackets:
      (text.charCodeAt(end) === 41 || text.charCodeAt(end + 1) === 41) &&
      /\(\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
      /^\s?\)/.test(text.slice(end, end + 2)),
    headAfter:
      after !== null &&
      afterGap === 'space' &&
      !nounCapitals &&
      HEADS.has(next) &&
      isCapitalised(text, after),
    hyphenBefore: beforeGap === 'hyphen',
    hyphenCapitalAfter: after !== null && afterGap === 'hyphen' && isCapitalised(text, after),
    numberBefore: before !== null && beforeGap !== 'break' && isDigit(text, before),
    numberAfter: after !== null && afterGap !== 'break' && isDigit(text, after),
    possessive,
    capsShare: shares.capsShare,
    titleShare: shares.titleShare,
  };
}

/** "Israel’s", before "Mossad": it tells whose the name is and is no part of it. */
function isOwner(lower: string): boolean {
  return lower.endsWith('’s') || lower.endsWith("'s");
}

const CALENDAR = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december`.split(/\s+/),
);

function isMonthOrDay(lower: string): boolean {
  return CALENDAR.has(lower);
}

function isDigit(text: string, word: Word): boolean {
  const code = text.charCodeAt(word.start);
  return code >= 48 && code <= 57;
}

/** "Iran 's", as tokenised text has it. */
function isSpacedPossessive(text: string, end: number): boolean {
  return text.charCodeAt(end) === 32 && isPossessive(text, end + 1);
}

const DATELINE =
  /^(?:\s?,[^.,]{2,24},?)?\s{0,2}(?:\d{4}-\d\d-\d\d|\([A-Z][A-Za-z ]{1,12}\)\s?(?:-|–|—)|[–—]\s)/u;

/** Turns most places away before the pattern is asked: a small letter after the space, as a rule. */
function mayBeDateline(text: string, end: number): boolean {
  let code = text.charCodeAt(end);
  if (code === 32) code = text.charCodeAt(end + 1);
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return !isLetter && code !== 46 && code !== 39 && code !== 0x2019;
}

const LINKS = new Set(['of', 'in', 'for', 'de', 'du', 'des', 'von', 'del']);

/** Words that may stand between a head and the place it is called after: "Bank of", "Tour of the", "Cooperation in". */
function headStandsBefore(text: string, before: Word, previous: string): boolean {
  let link = before;
  if (previous === 'the') {
    const earlier = wordBefore(text, before.start, 1);
    if (earlier === null) return false;
    link = earlier;
  }
  const length = link.end - link.start;
  if (length < 2 || length > 3 || !LINKS.has(text.slice(link.start, link.end).toLowerCase())) return false;
  const head = wordBefore(text, link.start, 1);
  return (
    head !== null && isCapitalised(text, head) && HEADS.has(text.slice(head.start, head.end).toLowerCase())
  );
}

function runEndsInHead(text: string, first: Word): boolean {
  let last = first;
  for (let step = 0; step < 4; step += 1) {
    const next = wordAfter(text, last.end, 1);
    if (next === null || gapBetween(text, last.end, next.start) !== 'space' || !isCapitalised(text, next))
      break;
    last = next;
  }
  return last !== first && HEADS.has(text.slice(last.start, last.end).toLowerCase());
}

function capitalStandsBefore(text: string, at: number): boolean {
  const word = wordBefore(text, at, 1);
  return word !== null && isCapitalised(text, word) && gapBetween(text, word.end, at) === 'space';
}

/** Shares of capitals in the line around a span, the span itself apart. Sentence ends and line breaks bound the line. */
function lineShares(text: string, start: number, end: number): { capsShare: number; titleShare: number } {
  // Words, capitalised ones and those in capitals throughout, added up in one number: 8 bits each.
  let counts = 0;
  let at = start;
  for (let step = 0; step < WINDOW_WORDS; step += 1) {
    if (startsSentence(text, at)) break;
    const word = wordBefore(text, at, 4);
    if (word === null) break;
    counts += countOf(text, word);
    at = word.start;
  }
  at = end;
  for (let step = 0; step < WINDOW_WORDS; step += 1) {
    const word = wordAfter(text, at, 4);
    if (word === null || startsSentence(text, word.start)) break;
    counts += countOf(text, word);
    at = word.end;
  }
  const words = counts & 0xff;
  const caps = counts >> 16;
  // One or two long words prove nothing: "Islamic State (IS) group" is no headline.
  if (words < 3) return { capsShare: words > 0 && caps === words ? 0.6 : 0, titleShare: 0 };
  return { capsShare: caps / words, titleShare: ((counts >> 8) & 0xff) / words };
}

const ONE_WORD = 1;
const ONE_CAPITALISED = 0x100;
const ONE_IN_CAPITALS = 0x10000;

function countOf(text: string, { start, end }: Word): number {
  const first = text.charCodeAt(start);
  // Little words are small in headlines too; numbers have no case.
  if (end - start < 4) return 0;
  if (!isUpperCode(first)) return isLowerCode(first) ? ONE_WORD : 0;
  return ONE_WORD + ONE_CAPITALISED + (isAllCaps(text, start, end) ? ONE_IN_CAPITALS : 0);
}
