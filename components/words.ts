import type { Kind } from '../utils/model/kind';
import type { DecisionScope } from '../utils/model/mention';
import type { ArticleSign, Eagerness, PainterName, ScanMode } from '../utils/model/page';
import type { SiteRule } from '../utils/model/settings';

/**
 * Every word that the interface says, in one place, in English.
 *
 * Manner: plain, present tense, sentence case; numbers before adjectives; an error says what happened, what is safe and
 * what to do, in that order. Sentences with a value in them are functions, since word order differs between languages.
 */

const whole = new Intl.NumberFormat('en-GB');

/** "1 name", "1,284 names". */
export function counted(count: number, one: string, many: string): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/** What a kind is called under a headword. */
export const KIND_WORD: Readonly<Record<Kind, string>> = {
  person: 'person',
  organisation: 'organisation',
  group: 'armed group',
  place: 'place',
  operation: 'operation',
  equipment: 'equipment',
  document: 'document',
  event: 'event',
};

/** What a kind is called as a filter. */
export const KIND_PLURAL: Readonly<Record<Kind, string>> = {
  person: 'People',
  organisation: 'Organisations',
  group: 'Groups',
  place: 'Places',
  operation: 'Operations',
  equipment: 'Equipment',
  document: 'Documents',
  event: 'Events',
};

export const SIGN_WORDS: Readonly<Record<ArticleSign, { readonly found: string; readonly missed: string }>> =
  {
    'article-markup': { found: 'Article markup', missed: 'No article markup' },
    'published-date': { found: 'Publication date', missed: 'No publication date' },
    'long-text': { found: 'Long running text', missed: 'No long running text' },
    'article-address': { found: 'Address of an article', missed: 'Address of no single article' },
    'front-page': { found: 'Many short teasers, like a front page', missed: 'Not a front page' },
    editor: { found: 'Text is being edited here', missed: 'No editor on the page' },
    'news-site': { found: 'Says that it is a news site', missed: 'Not known as a news site' },
  };

export const SCOPE_WORDS: Readonly<Record<DecisionScope, (site: string) => string>> = {
  page: () => 'In this article',
  site: (site) => `On ${site}`,
  everywhere: () => 'Everywhere',
};

export const MODE_WORDS: Readonly<Record<ScanMode, { readonly name: string; readonly hint: string }>> = {
  news: { name: 'News articles', hint: 'Front pages, shops and mail stay dark.' },
  readable: { name: 'Any page with running text', hint: 'Blogs, encyclopedias and reports as well.' },
  everything: { name: 'Every page', hint: 'The whole page, menus included. Expect more false marks.' },
  list: { name: 'Only the sites on my list', hint: 'Sites that are set to “Always” below.' },
};

export const PAINTER_WORDS: Readonly<Record<PainterName, { readonly name: string; readonly hint: string }>> =
  {
    highlight: {
      name: 'Highlight',
      hint: 'Fastest. A page’s own script can read which names on it are marked.',
    },
    overlay: {
      name: 'Overlay',
      hint: 'Boxes the page cannot read. A little slower on very long pages.',
    },
    none: { name: 'None', hint: 'Names only in the popup.' },
  };

export const EAGERNESS_WORDS: Readonly<Record<Eagerness, { readonly name: string; readonly hint: string }>> =
  {
    strict: { name: 'Strict', hint: 'Short names light up only when the page spells them out.' },
    balanced: { name: 'Balanced', hint: 'Short names light up when the page around them fits.' },
    eager: { name: 'Eager', hint: 'Short names light up on slight evidence. Some will be wrong.' },
  };

export const RULE_WORDS: Readonly<Record<SiteRule, string>> = {
  on: 'Always',
  off: 'Never',
  click: 'Only when I ask',
};

/** Words of the card and of an entity's page. */
export const ENTRY = {
  facts: 'Facts',
  slot: 'Fact',
  asOf: 'Then',
  now: 'Now',
  none: 'None',
  unknown: 'Not known',
  yourNote: 'Your note',
  yourNotes: 'Your notes',
  related: 'Related',
  relatedArticles: 'Related articles',
  couldAlsoBe: 'Could also be',
  chooseThis: 'Use this',
  chooseThisLabel: (name: string) => `Use this: in this article it is ${name}`,
  chosen: (surface: string, name: string) => `“${surface}” is ${name} in this article.`,
  noNoteCard: 'Nothing yet. Open it to write one.',
  noCard: 'No card just now',
  notThis: 'Not this',
  notThisLabel: (surface: string) => `Not this: stop marking “${surface}” as this name`,
  undo: 'Undo',
  open: 'Open',
  writeNote: 'Write note',
  editNote: 'Edit note',
  close: 'Close',
  from: (pack: string) => `from ${pack}`,
  also: (names: string) => `also ${names}`,
  source: (title: string) => `source: ${title}`,
  newTab: '(opens a new tab)',
  ignored: (surface: string, scope: DecisionScope, site: string) =>
    ({
      page: `Ignored “${surface}” in this article.`,
      site: `Ignored “${surface}” on ${site}.`,
      everywhere: `Ignored “${surface}” everywhere.`,
    })[scope],
};

/** Words of the note editor and the list of notes. */
export const NOTE = {
  placeholder: 'Nothing yet. Write here; it is kept as you type.',
  keeping: 'Keeping…',
  kept: 'Draft kept. Safe to close.',
  notKept: 'Not kept yet. Keep this open and try again.',
  saved: 'Saved.',
  saving: 'Saving…',
  save: 'Save',
  discard: 'Discard',
  cancel: 'Cancel',
  edit: 'Edit',
  remove: 'Delete',
  add: 'Add a note',
  savedOn: (when: string) => `saved ${when}`,
  deleted: 'Note deleted.',
  bytesLeft: (bytes: number) => `${counted(bytes, 'byte', 'bytes')} left`,
  tooLong: (bytes: number) => `${counted(bytes, 'byte', 'bytes')} too long. Shorten it to save.`,
  label: 'Your note',
};

/** Words of the popup. */
export const POPUP = {
  veiled: 'Marks are hidden on this page.',
  unveil: 'Show them',
  search: 'Find a name',
  searchHint: (count: number | null) =>
    count === null ? 'Find a name' : `Find in ${counted(count, 'name', 'names')}`,
  clear: 'Clear',
  noMatch: 'No name like this in your library.',
  notTheOne: 'None of these? Save it as a name of its own.',
  as: 'as',
  saveNew: (name: string) => `Save “${name}”`,
  kindOfNew: 'Kind of the new name',
  names: 'Names on this page',
  found: 'Names found',
  filter: 'Filter by kind',
  all: 'All',
  more: 'More kinds',
  moreShort: 'More',
  hasNote: 'has a note',
  mentions: (count: number) => counted(count, 'mention', 'mentions'),
  previous: 'Previous mention',
  next: 'Next mention',
  position: (index: number, count: number) => `${whole.format(index)} of ${whole.format(count)}`,
  lost: 'Not found',
  notShown: 'Its text is not on the page any more.',
  back: 'Back to names',
  settings: 'Settings',
  sidePanel: 'Open beside the page',
  siteSwitch: (site: string) => `Marks on ${site}`,
  saveArticle: 'Save article',
  savedArticle: 'Saved',
  savedHint: 'Saved. Press to take it off your list.',
  onComputer: 'Kept on this computer',
  notes: (count: number) => counted(count, 'note', 'notes'),
  readOnly: 'Read only: a newer version of Backgrounder keeps the data.',
  muted: 'Gone quiet: too many marks on this page',
  loading: 'Reading the page…',
  gone: 'This name is not in your library any more.',
  find: 'Find names',
  paste: 'Paste text to look up names in it',
  pasteHint: 'Paste an article, a cable, a transcript',
  pasteSafe: 'Stays on this computer.',
  foundNone: 'None of your names is in this text.',
  keys: 'Up and down to choose, Enter to open, N to write, / to search.',
};

/** Words of the popup's line under the site: how the page was read. */
export const READ_AS = {
  article: (day: string) => `Read as a news article of ${day}`,
  undated: 'Read as an article without a date',
  page: 'Read at your wish',
  'not-article': 'Not read: no single article here',
  frontPage: 'Not read: looks like a front page',
  'site-off': 'Not read: off on this site',
  'on-click': 'Not read yet: waits for you',
  'no-text': 'Nothing to read',
  'too-busy': 'Paused',
  hidden: 'Waits until it is shown',
  'no-permission': 'Not read: no permission',
  closed: 'Closed to extensions',
  'needs-reload': 'Needs a reload',
  failed: 'Could not be read',
  noSite: 'This page',
};

/** Words about operations that nobody has saved. */
export const UNKNOWN = {
  title: (count: number) => counted(count, 'unknown operation', 'unknown operations'),
  save: 'Save',
  saveLabel: (name: string) => `Save ${name}`,
  alias: 'Alias of…',
  aliasLabel: (name: string) => `Alias of…: say whose other name ${name} is`,
  ignore: 'Ignore',
  ignoreLabel: (name: string) => `Ignore ${name}`,
  ignored: (name: string) => `Ignored “${name}”.`,
  choose: (name: string) => `Choose the name that “${name}” is another name of.`,
  aliasOf: (name: string) => `Whose other name is “${name}”?`,
  notInLibrary: 'not in your library',
  metIn: (count: number) =>
    count === 1 ? 'Met in this article only' : `Met in ${whole.format(count)} articles`,
  metTimes: (count: number) => (count === 1 ? 'Met once' : `Met ${whole.format(count)} times`),
  because: (trigger: string) => `Found by the word “${trigger}” before a name.`,
  saved: (name: string) => `Saved “${name}”. It lights up from now on.`,
  inbox: 'Unknown operations',
  openInbox: (count: number) => `All ${whole.format(count)} in the inbox`,
  empty: 'Nothing waits here. Names of operations that you have not saved are collected as you read.',
};
