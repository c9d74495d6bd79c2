import type { ArticleVerdict, PageState } from '../utils/model/page';

/** What a panel says about a page without names: a headline and one sentence or two. */
export interface StateWords {
  readonly title: string;
  readonly text: string;
}

/** Buttons that lead out of a state. The panel decides what each does. */
export type StateAction = 'light' | 'always' | 'site-on' | 'allow-site' | 'reload' | 'retry';

/** A button's words; the first action of a state is the likely next step and is filled. */
export const ACTION_WORDS: Readonly<Record<StateAction, string>> = {
  light: 'Read this page anyway',
  always: 'Always read it',
  'site-on': 'Turn marks on here',
  'allow-site': 'Allow on this site',
  reload: 'Reload this page',
  retry: 'Try again',
};

const WORDS: Readonly<Record<PageState, StateWords>> = {
  lit: {
    title: 'No name of yours is in this article',
    text: 'It was read to the end. Type a name above to save it; it lights up at once.',
  },
  'not-article': {
    title: 'This does not look like a news article',
    text: 'Marks stay off where there is no single article to read.',
  },
  'site-off': {
    title: 'Marks are off on this site',
    text: 'You turned them off. Your names and notes are all still here.',
  },
  'on-click': {
    title: 'This site waits for you',
    text: 'Nothing is read here until you ask for it.',
  },
  'no-text': {
    title: 'There is no text to read here',
    text: 'The page holds pictures, video or an application. If its text arrives later, names light up by themselves.',
  },
  'too-busy': {
    title: 'This page rewrites itself all the time',
    text: 'Marks are paused so that it stays fast. Your names and notes are safe.',
  },
  hidden: {
    title: 'This page is not shown yet',
    text: 'It is read as soon as its tab comes to the front.',
  },
  'no-permission': {
    title: 'The browser has not let Backgrounder read this site',
    text: 'Nothing was read. You can allow this site for good, or this page once.',
  },
  closed: {
    title: 'The browser keeps this page to itself',
    text: 'Extensions may not read store pages, settings or the built-in PDF viewer. Your names and notes work everywhere else.',
  },
  'needs-reload': {
    title: 'Backgrounder was updated',
    text: 'Reload this page to see marks; your notes are safe.',
  },
  failed: {
    title: 'This page could not be read just now',
    text: 'Nothing is lost: your names and notes are on this computer.',
  },
};

const ACTIONS: Readonly<Record<PageState, readonly StateAction[]>> = {
  lit: [],
  'not-article': ['light', 'always'],
  'site-off': ['site-on', 'light'],
  'on-click': ['light', 'always'],
  'no-text': ['retry'],
  'too-busy': ['retry'],
  hidden: [],
  'no-permission': ['allow-site', 'light'],
  closed: [],
  'needs-reload': ['reload'],
  failed: ['retry', 'reload'],
};

/** Whether the detector saw a list of articles and no single one. */
export function isFrontPage(verdict: ArticleVerdict | null): boolean {
  return verdict?.signs.some(({ sign, found }) => sign === 'front-page' && found) ?? false;
}

/** What to say about a page in this state. */
export function stateWords(state: PageState, verdict: ArticleVerdict | null): StateWords {
  if (state !== 'not-article' || !isFrontPage(verdict)) return WORDS[state];
  return { ...WORDS['not-article'], title: 'This looks like a front page' };
}

/** What the reader can do about it, the likely step first. */
export function stateActions(state: PageState): readonly StateAction[] {
  return ACTIONS[state];
}
