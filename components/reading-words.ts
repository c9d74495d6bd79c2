import { counted } from './words';

const whole = new Intl.NumberFormat('en-GB');

/** "today", "yesterday", "41 days ago". */
function ago(days: number): string {
  if (days === 0) return 'earlier today';
  return days === 1 ? 'yesterday' : `${whole.format(days)} days ago`;
}

/** Words about articles that were read or saved. */
export const READING = {
  lastMet: (days: number) => `Last met ${ago(days)}`,
  in: 'in',
  firstMet: 'Met here for the first time.',
  newHere: (count: number) =>
    count === 0 ? 'Nothing new here.' : `New here: ${counted(count, 'sentence', 'sentences')}.`,
  sightings: 'Sightings',
  sightingsCount: (mentions: number, articles: number) =>
    `${counted(mentions, 'mention', 'mentions')} in ${counted(articles, 'article', 'articles')}`,
  byMonth: 'Articles by month of publication',
  month: 'Month',
  articles: 'Articles',
  mentions: 'Mentions',
  seenWith: 'Seen with',
  seenWithHint: 'Names in the same articles, with the number of articles',
  inArticles: (count: number) => counted(count, 'article', 'articles'),
  naming: 'Spellings',
  others: (sites: number) => counted(sites, 'other publisher', 'other publishers'),
  ofAll: (count: number, total: number) => `${whole.format(count)} of ${whole.format(total)}`,
  share: (count: number, total: number) => `${Math.round((100 * count) / total)} %`,
  namesOf: (title: string) => `Names in “${title}”`,
  showNames: 'Names',
} as const;

/** Words of the view of one article. */
export const ARTICLE = {
  back: 'Back',
  title: 'This article',
  open: (line: string) => `${line}: its names, related articles, what is kept of it`,
  undated: 'no date',
  names: 'Names in this article',
  noNames: 'No name of yours is in this article.',
  related: 'Related articles',
  noRelated: 'No saved or read article shares a name with it yet.',
  save: 'Save article',
  saved: 'Saved',
  savedHint: 'Saved. Press to take it off your list.',
  kept: 'Kept in your reading index',
  read: (when: string) => `read ${when}`,
  notKept: 'Not kept in your reading index.',
  indexOff: 'Your reading index is off: no article is kept but those that you save.',
  siteOff: (site: string) => `Nothing is kept of ${site}.`,
  forget: 'Forget this article',
  forgotten: 'Forgotten. It is not kept again before the browser is closed. What you saved stays.',
  forgetSite: (site: string, count: number) => `Forget ${site} (${counted(count, 'article', 'articles')})`,
  forgotSite: (site: string, count: number) =>
    `Forgot ${counted(count, 'article', 'articles')} of ${site}. What you saved stays.`,
  noUndo: 'Forgetting cannot be undone.',
  keepSite: (site: string) => `Keep what I read on ${site}`,
  gone: 'This article is not kept any more.',
} as const;

/** Words of the reading index in the settings and in the first run. */
export const INDEX = {
  title: 'Reading index',
  note: 'Off unless you turn it on.',
  question: 'Remember which articles you read?',
  questionNote: 'Never in private windows. It stays on this computer.',
  on: {
    name: 'Yes, keep a reading index',
    hint: 'Of news articles: title, address, day, your names in them and the sentences they stand in. Cards then say when you last met a name and what is new.',
  },
  off: {
    name: 'No',
    hint: 'No article is kept but those that you save. Of unknown operations only the name and a count.',
  },
  label: 'Keep a reading index',
  what: 'Keeps of each news article you read: title, publisher, address, day, your names in it, the sentences they stand in, and how they were spelt. The inbox of unknown operations keeps a sentence and the address as well. Never in private windows. No sync carries any of it, and of an exported file only the inbox is a part.',
  whenOff:
    'No article is kept but those that you save. The inbox of unknown operations keeps names and counts, no sentence and no address.',
  keepFor: 'Keep for',
  keepForNote: 'Counted from when you last read the article.',
  keepWords: (days: number | null) =>
    days === null ? 'For ever' : days === 365 ? 'One year' : `${days} days`,
  offSites: 'Keep nothing of these sites',
  offSitesNote: 'What was kept of a site stays until you forget it.',
  addSite: 'Add a site',
  add: 'Add',
  removeSite: (site: string) => `Keep articles of ${site} again`,
  removed: (site: string) => `Articles of ${site} may be kept again.`,
  count: (articles: number, since: string | null) =>
    since === null
      ? 'Nothing is kept.'
      : `${counted(articles, 'article is', 'articles are')} kept, the oldest read ${since}.`,
  inbox: (count: number) =>
    `The inbox of unknown operations keeps sentences and addresses of ${counted(count, 'article', 'articles')}.`,
  forgetAll: (count: number) => `Forget all ${counted(count, 'article', 'articles')}`,
  forgetAllNote: 'One click, and it cannot be undone. Names, notes and saved articles stay.',
  forgot: (count: number) => `Forgot ${counted(count, 'article', 'articles')}.`,
  forgetInbox: 'Forget the inbox’s sentences and addresses',
  forgotInbox: 'Forgot them. The names and counts stay.',
  stays: 'What was kept before stays until you forget it here.',
} as const;

/** What the inbox says of sentences that were kept while nobody had been asked. */
export const INBOX_SOURCES = {
  title: (count: number) => `Sentences from ${counted(count, 'article', 'articles')} are kept here`,
  text: 'An earlier version, or your reading index while it was on, kept the sentence and the address of these names. New ones get neither while the index is off.',
  forget: 'Forget sentences and addresses',
} as const;

/** Words of the side panel's strip. */
export const TABS = {
  strip: 'What the panel shows',
  page: 'Page',
  inbox: 'Inbox',
  library: 'Library',
  label: (name: string, count: number) => `${name}, ${whole.format(count)}`,
} as const;
