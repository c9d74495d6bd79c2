import type { Alias, CaseRule } from '../../utils/model/entity';

/**
 * One table of cases, grouped by what must hold; every form of the search runs all of it.
 * ⟦ and ⟧ stand around the mentions that must be found, and around nothing else.
 */
export interface SearchCase {
  readonly title: string;
  readonly names: readonly (string | Alias)[];
  readonly marked: string;
}

const as = (rule: CaseRule, text: string): Alias => ({ text, case: rule, strength: 'strong' });
const exact = (text: string): Alias => as('exact', text);
const fold = (text: string): Alias => as('fold', text);

export const BASICS: readonly SearchCase[] = [
  { title: 'no names', names: [], marked: 'Iran' },
  { title: 'no text', names: ['Iran'], marked: '' },
  { title: 'the whole text', names: ['Iran'], marked: '⟦Iran⟧' },
  { title: 'start, middle and end', names: ['Iran'], marked: '⟦Iran⟧ and ⟦Iran⟧ or ⟦Iran⟧' },
  { title: 'whole words only', names: ['Iran'], marked: 'Iranian, Tirana, Iran2, ⟦Iran⟧.' },
  { title: 'digits belong to words', names: ['MI5', 'AK47'], marked: '⟦MI5⟧ MI55 AK472 ⟦AK47⟧' },
  { title: 'underscores do not', names: ['Iran'], marked: '_⟦Iran⟧_' },
  { title: 'a hashtag and a handle', names: ['Iran'], marked: '#⟦Iran⟧ @⟦Iran⟧' },
  {
    title: 'quotes and brackets around',
    names: ['Daesh'],
    marked: '"⟦Daesh⟧" (⟦Daesh⟧) “⟦Daesh⟧” «⟦Daesh⟧»',
  },
  { title: 'slashes between', names: ['Syrian', 'Russian'], marked: 'the ⟦Syrian⟧/⟦Russian⟧/Iranian axis' },
];

export const LEFTMOST_LONGEST: readonly SearchCase[] = [
  {
    title: 'the longest of names that start together',
    names: ['Islamic State', 'Islamic State of Iraq and Syria'],
    marked: 'the ⟦Islamic State of Iraq and Syria⟧, or ⟦Islamic State⟧',
  },
  {
    title: 'back to the shorter one when the longer breaks off',
    names: ['Islamic State', 'Islamic State of Iraq and Syria', 'Iraq'],
    marked: '⟦Islamic State⟧ of ⟦Iraq⟧ and Jordan',
  },
  {
    title: 'the leftmost wins over the longer',
    names: ['New York', 'York Times Square'],
    marked: '⟦New York⟧ Times Square',
  },
  {
    title: 'after a match the rest is free',
    names: ['Saudi Arabia', 'Arabia Felix'],
    marked: '⟦Saudi Arabia⟧ Felix',
  },
  { title: 'a false start', names: ['New New York'], marked: 'New ⟦New New York⟧ New York' },
  { title: 'a name inside another', names: ['York', 'New York City'], marked: 'New ⟦York⟧, ⟦New York City⟧' },
  { title: 'a name that ends with the text', names: ['Op Shader', 'Op Shader Two'], marked: '⟦Op Shader⟧' },
  { title: 'a start that ends with the text', names: ['Op Shader'], marked: 'an Op' },
  {
    title: 'back to the shorter one when the longer fails its case rule',
    names: ['Typhoon', exact('Typhoon Jet')],
    marked: 'a ⟦Typhoon⟧ jet, a ⟦Typhoon Jet⟧',
  },
];

export const LETTER_CASE: readonly SearchCase[] = [
  { title: 'exact: only as written', names: [exact('IS')], marked: '⟦IS⟧ is Is iS' },
  { title: 'exact with small letters', names: [exact('Isis')], marked: 'ISIS ⟦Isis⟧ isis' },
  { title: 'exact, inside the word', names: [exact('iPhone')], marked: '⟦iPhone⟧ iphone Iphone IPHONE' },
  {
    title: 'fold: any case',
    names: [fold('coronavirus')],
    marked: '⟦coronavirus⟧ ⟦Coronavirus⟧ ⟦CORONAVIRUS⟧',
  },
  { title: 'fold, alias with a capital', names: [fold('Sarin')], marked: '⟦sarin⟧ ⟦Sarin⟧ ⟦SARIN⟧' },
  {
    title: 'auto: a proper name in any case but small',
    names: ['Daesh'],
    marked: '⟦Daesh⟧ ⟦DAESH⟧ daesh ⟦DaEsh⟧',
  },
  {
    title: 'auto: one capital is enough',
    names: ['Islamic State'],
    marked: '⟦Islamic State⟧ ⟦Islamic state⟧ ⟦islamic State⟧ islamic state ⟦ISLAMIC STATE⟧',
  },
  { title: 'auto: mostly capitals, as written', names: ['NATO'], marked: '⟦NATO⟧ Nato nato' },
  {
    title: 'auto: mostly capitals with a small letter',
    names: ['UNSCoM'],
    marked: '⟦UNSCoM⟧ ⟦UNSCOM⟧ Unscom UnsCom',
  },
  { title: 'auto: three quarters is mostly', names: ['NATo'], marked: '⟦NATo⟧ ⟦NATO⟧ Nato' },
  { title: 'auto: two thirds is not', names: ['NATOan'], marked: '⟦NATOan⟧ ⟦Natoan⟧ natoan' },
  {
    title: 'auto: three letters, as written or capitals',
    names: ['Xi', 'IS'],
    marked: '⟦Xi⟧ xi xI ⟦XI⟧ ⟦IS⟧ is Is',
  },
  { title: 'auto: a name without capitals', names: ['novichok'], marked: '⟦novichok⟧ ⟦Novichok⟧ ⟦NOVICHOK⟧' },
  { title: 'a name in a script without case', names: ['إيران'], marked: 'في ⟦إيران⟧ اليوم' },
  { title: 'Greek and Cyrillic', names: ['Ελλάδα', 'Россия'], marked: '⟦ΕΛΛΆΔΑ⟧ ⟦Ελλαδα⟧ ⟦РОССИЯ⟧ россия' },
  {
    title: 'one of several rules is enough',
    names: [exact('MOD'), fold('mod')],
    marked: '⟦MOD⟧ ⟦mod⟧ ⟦Mod⟧',
  },
];

export const FOLDING: readonly SearchCase[] = [
  { title: 'accents in the text', names: ['Erdogan'], marked: '⟦Erdoğan⟧ ⟦Erdog\u0306an⟧' },
  { title: 'accents in the name', names: ['Erdoğan', 'Ngô Đình Diệm'], marked: '⟦Erdogan⟧ ⟦Ngo Dinh Diem⟧' },
  { title: 'an accent on the last letter is inside', names: ['Cafe'], marked: 'au ⟦Cafe\u0301⟧ noir' },
  { title: 'ß and ẞ', names: ['Weißensee'], marked: '⟦Weissensee⟧ ⟦WEISSENSEE⟧ ⟦WEIẞENSEE⟧' },
  {
    title: 'letters that stand for two',
    names: ['Ægir', 'Œuvre', 'Þórr'],
    marked: '⟦Aegir⟧ ⟦Ægir⟧ ⟦Oeuvre⟧ ⟦Thorr⟧',
  },
  { title: 'letters with a stroke', names: ['Łódź', 'Tromsø'], marked: '⟦Lodz⟧ ⟦Tromso⟧ ⟦ŁÓDŹ⟧' },
  {
    title: 'dotted and dotless i',
    names: ['İstanbul', 'Diyarbakır'],
    marked: '⟦Istanbul⟧ ⟦Diyarbakir⟧ ⟦İSTANBUL⟧',
  },
  { title: 'ligatures', names: ['Griffin'], marked: '⟦Gri\ufb03n⟧' },
  { title: 'full width', names: ['NATO'], marked: '⟦ＮＡＴＯ⟧' },
  { title: 'mathematical letters', names: ['Iran'], marked: '⟦𝐈𝐫𝐚𝐧⟧ x' },
  { title: 'a footnote sign is no letter', names: ['Iran'], marked: '⟦Iran⟧² and ⟦Iran⟧™' },
  { title: 'Arabic vowels and tatweel', names: ['محمد'], marked: '⟦مُحَمَّد⟧ ⟦محـمد⟧' },
  { title: 'Hebrew points', names: ['שלום'], marked: '⟦שָׁלוֹם⟧' },
  { title: 'Persian and Arabic letters', names: ['کیهان'], marked: '⟦كيهان⟧' },
  { title: 'final sigma', names: ['Αλέξης'], marked: '⟦ΑΛΈΞΗΣ⟧' },
];

export const GAPS: readonly SearchCase[] = [
  {
    title: 'hyphens, dashes, no-break spaces and line ends are spaces',
    names: ['al-Qaeda'],
    marked: '⟦al-Qaeda⟧ ⟦al Qaeda⟧ ⟦al\u00a0Qaeda⟧ ⟦al\u2011Qaeda⟧ ⟦al–Qaeda⟧ ⟦al\n  Qaeda⟧ alQaeda',
  },
  { title: 'a name before a hyphen', names: ['Daesh'], marked: 'a ⟦Daesh⟧-held town, non-⟦Daesh⟧' },
  { title: 'hyphens make two tokens', names: ['AK-47'], marked: '⟦AK-47⟧ ⟦AK 47⟧ AK47' },
  { title: 'without a hyphen it is one', names: ['AK47'], marked: 'AK-47 ⟦AK47⟧' },
  { title: 'an em dash parts', names: ['Islamic State'], marked: 'the Islamic—State officials say' },
  { title: 'an em dash beside', names: ['Daesh'], marked: 'the group—⟦Daesh⟧—said' },
  { title: 'tabs and ideographic spaces', names: ['New York'], marked: '⟦New\tYork⟧ ⟦New\u3000York⟧' },
];

export const INVISIBLE: readonly SearchCase[] = [
  { title: 'soft hyphens inside', names: ['Iran'], marked: '⟦I\u00adr\u00adan⟧' },
  { title: 'zero-width characters inside', names: ['Iran'], marked: '⟦Ir\u200b\u200can⟧\u200d\u2060' },
  {
    title: 'invisible around stays outside',
    names: ['Iran'],
    marked: '\u200e⟦Iran⟧\u200f \u00ad⟦Iran⟧\u00ad',
  },
  { title: 'in the name', names: ['I\u00adran'], marked: '⟦Iran⟧' },
  { title: 'a byte order mark', names: ['Iran'], marked: '\ufeff⟦Iran⟧' },
  { title: 'right-to-left marks', names: ['ایران'], marked: '\u200f⟦ایران⟧\u200f در' },
  {
    title: 'zero-width non-joiner',
    names: ['می خواهم', 'نیم\u200cفاصله'],
    marked: '⟦نیمفاصله⟧ ⟦نیم\u200cفاصله⟧',
  },
];

export const APOSTROPHES: readonly SearchCase[] = [
  { title: 'possessive', names: ['Iran'], marked: "⟦Iran⟧'s ⟦Iran⟧’s ⟦IRAN⟧'S ⟦IRAN⟧’S" },
  { title: 'possessive of a plural', names: ['Reuters'], marked: "⟦Reuters⟧' ⟦Reuters⟧’ report" },
  { title: 'possessive before punctuation', names: ['Iran'], marked: "⟦Iran⟧'s, (⟦Iran⟧’s) ⟦Iran⟧'s-" },
  {
    title: 'inner apostrophes are left out',
    names: ['Qaida', "Sana'a"],
    marked: "⟦Qa'ida⟧ ⟦Qa’ida⟧ ⟦Sanaa⟧ ⟦Sana’a⟧",
  },
  {
    title: 'letters used like apostrophes',
    names: ['Qaida', 'Hawaii'],
    marked: '⟦Qaʿida⟧ ⟦Qāʾida⟧ ⟦Hawaiʻi⟧',
  },
  { title: 'inner and possessive', names: ["Sana'a"], marked: "⟦Sana'a⟧'s" },
  {
    title: 'a name with a possessive',
    names: ["Lloyd's of London"],
    marked: '⟦Lloyd’s of London⟧, Lloyd of London',
  },
  {
    title: 'a name that ends in a possessive',
    names: ["McDonald's", 'McDonald'],
    marked: '⟦McDonald’s⟧ ⟦McDonald⟧',
  },
  { title: 'the S of a possessive starts no name', names: ['S Club'], marked: "Iran's Club, ⟦S Club⟧" },
  { title: 'single quotes around', names: ['Islamic State'], marked: "'⟦Islamic State⟧' ‘⟦Islamic State⟧’" },
  {
    title: 'an apostrophe before a name',
    names: ["'Abd al-Rahman"],
    marked: "⟦Abd al-Rahman⟧ '⟦Abd al-Rahman⟧",
  },
  { title: 'Irish', names: ["O'Brien"], marked: '⟦O’Brien⟧ ⟦OBrien⟧' },
  {
    title: 'French elision',
    names: ['Iran', 'OTAN'],
    marked: "l'⟦Iran⟧ d’⟦Iran⟧ qu'⟦Iran⟧ L’⟦OTAN⟧ jusqu’⟦Iran⟧",
  },
  {
    title: 'Italian elision',
    names: ['Iran', 'Ucraina'],
    marked: "dell'⟦Iran⟧ all’⟦Ucraina⟧ Nell'⟦Ucraina⟧",
  },
  { title: 'elision in a name', names: ["Côte d'Ivoire"], marked: '⟦Côte d’Ivoire⟧ ⟦COTE D’IVOIRE⟧' },
  {
    title: "a capital D' belongs to the name",
    names: ['Souza'],
    marked: "Dinesh D'Souza, d'⟦Souza⟧, ⟦Souza⟧",
  },
  { title: 'elision after another apostrophe', names: ['Iran'], marked: "q'u'⟦Iran⟧" },
  { title: 'contractions', names: ['Iran'], marked: "Iran'll Iran've, ⟦Iran⟧" },
];

export const PUNCTUATION: readonly SearchCase[] = [
  { title: 'full stops in a name', names: ['F.B.I.'], marked: 'the ⟦F.B.I.⟧ said, F.B.I, FBI' },
  { title: 'a full stop after it', names: ['F.B.I'], marked: 'the ⟦F.B.I⟧.' },
  { title: 'an abbreviated word', names: ['Op. Shader'], marked: '⟦Op. Shader⟧ ⟦Op.Shader⟧ Op Shader' },
  { title: 'ampersand', names: ['A&E', 'AT&T'], marked: '⟦A&E⟧ A&EX ⟦AT&T⟧ ⟦A & E⟧' },
  { title: 'at the edges', names: ['Yahoo!', '.NET'], marked: '⟦Yahoo!⟧ Yahoo ⟦.NET⟧ NET' },
  { title: 'signs after a letter', names: ['C++'], marked: '⟦C++⟧ C+ C' },
  {
    title: 'kinds of double quotes are one',
    names: ['Op "Shader"'],
    marked: '⟦Op “Shader”⟧ ⟦Op «Shader»⟧ Op Shader',
  },
  { title: 'a comma parts', names: ['Islamic State'], marked: 'Islamic, State' },
  {
    title: 'emoji beside and inside',
    names: ['Iran', 'Team 🚀 Nine'],
    marked: '🚀⟦Iran⟧🚀 ⟦Team 🚀 Nine⟧ Team Nine',
  },
  { title: 'lone surrogates beside', names: ['Iran'], marked: '\ud83d⟦Iran⟧\ude80 \udc00⟦Iran⟧\ud800' },
];

export const SPACELESS: readonly SearchCase[] = [
  { title: 'Chinese', names: ['北京', '北京大学'], marked: '他在⟦北京大学⟧，不在⟦北京⟧市' },
  { title: 'Japanese', names: ['東京', 'イラン'], marked: '⟦東京⟧都と⟦イラン⟧の' },
  {
    title: 'katakana words stand whole',
    names: ['イラン', 'アメリカ'],
    marked: 'ラテンアメリカ ⟦アメリカ⟧人 ⟦イラン⟧・イランイラン',
  },
  {
    title: 'a katakana middle dot is a gap',
    names: ['ジョン・スミス'],
    marked: '⟦ジョン・スミス⟧ ⟦ジョン スミス⟧',
  },
  { title: 'Korean endings', names: ['서울'], marked: '⟦서울⟧에서 ⟦서울⟧ 신서울' },
  { title: 'Latin words beside', names: ['NATO'], marked: '日本⟦NATO⟧は' },
  { title: 'Thai', names: ['อิหร่าน'], marked: 'ใน⟦อิหร่าน⟧x' },
  { title: 'a Thai vowel sign after', names: ['กา'], marked: 'กา\u0e31 ⟦กา⟧' },
  { title: 'characters beyond the basic plane', names: ['𠮷野家'], marked: '今日は⟦𠮷野家⟧で' },
  { title: 'half and full width katakana', names: ['イラン'], marked: '⟦ｲﾗﾝ⟧' },
];

export const CASES: Readonly<Record<string, readonly SearchCase[]>> = {
  BASICS,
  LEFTMOST_LONGEST,
  LETTER_CASE,
  FOLDING,
  GAPS,
  INVISIBLE,
  APOSTROPHES,
  PUNCTUATION,
  SPACELESS,
};

/** The text of a case, and what must be found in it. */
export function unmark(marked: string): { text: string; spans: [start: number, end: number][] } {
  let text = '';
  const spans: [number, number][] = [];
  let start = 0;
  for (const character of marked.split(/([⟦⟧])/)) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') spans.push([start, text.length]);
    else text += character;
  }
  return { text, spans };
}

/** The names of a case: one entity each, numbered from 1. */
export function sourcesOf(names: readonly (string | Alias)[]): { key: number; aliases: Alias[] }[] {
  return names.map((name, index) => ({
    key: index + 1,
    aliases: [typeof name === 'string' ? as('auto', name) : name],
  }));
}
