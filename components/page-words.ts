import { counted } from './words';

/** Words of the settings page. */
export const SETTINGS = {
  title: 'Settings',
  lead: 'Every change applies at once, in open pages too.',
  mode: 'Which pages light up',
  modeNote: 'A rule for a site always wins.',
  painter: 'How marks are drawn',
  eagerness: 'Short and ambiguous names',
  eagernessNote: 'Names such as IS, MOD or Typhoon need evidence from the page.',
  permission: 'What may be read',
  permissionNote: 'The browser asks you; it can be taken back here or there.',
  everySite: 'Every site. Pages are read here and sent nowhere.',
  someSites: (count: number) =>
    `${counted(count, 'site', 'sites')}, and any page on which you press the button.`,
  noSite: 'No site by itself; only a page on which you press the button.',
  allowEvery: 'Allow on every site',
  takeBack: 'Take it back',
  refused: 'The browser kept things as they were.',
  sites: 'Rules for sites',
  sitesNote: 'They win over everything above.',
  noRules: 'No rules yet. The switch in the popup makes one.',
  addSite: 'Add a site',
  addHint: 'example.com',
  add: 'Add',
  notASite: 'This is no site’s address. Write it like example.com.',
  ruleOf: (site: string) => `Rule for ${site}`,
  removeRule: (site: string) => `Remove the rule for ${site}`,
  removed: (site: string) => `Removed the rule for ${site}.`,
  data: 'Your library',
  library: (names: number, notes: number) =>
    `${counted(names, 'name', 'names')} and ${counted(notes, 'note', 'notes')}, on this computer only.`,
  welcome: 'Show the first page again',
  noRequests: 'No account, no analytics, no requests of our own.',
};

/** Words of the first-run page. */
export const WELCOME = {
  title: 'Your background notes, on the page you are reading',
  lead: 'Backgrounder marks the names you know in news articles and shows what you know about them, as it stood when the article was written.',
  question: 'Where should names light up?',
  choices: {
    list: {
      name: 'News sites',
      hint: (count: number) => `The browser asks once, for the ${count} sites on our list.`,
    },
    all: {
      name: 'Every site',
      hint: 'The browser asks to “read data on all websites”. Pages are read here and sent nowhere.',
    },
    click: { name: 'Only when I click the button', hint: 'No standing permission at all.' },
  },
  showList: (count: number) => `The ${count} sites`,
  start: 'Start reading',
  later: 'You can change all of this later.',
  skip: 'Skip for now',
  promise: 'No account, no analytics, no requests of our own. Notes stay in this browser.',
  refused:
    'The browser did not give the permission. Nothing is lost: press “Start reading” to be asked again, or choose “Only when I click the button”.',
  doneTitle: 'Ready',
  done: {
    list: 'Open an article on one of the news sites: the names you know are underlined. Rest the pointer on one.',
    all: 'Open any news article: the names you know are underlined. Rest the pointer on one.',
    click: 'Open an article and press Backgrounder’s button in the toolbar, then “Read this page”.',
    skipped: 'Nothing is read yet. Press Backgrounder’s button on an article, or choose in the settings.',
  },
  openSettings: 'Open the settings',
  elsewhere: 'Notes in another browser or profile already? They can be brought here in the settings.',
  doneIndex:
    'Your reading index is on: cards say when you last met a name. Forget it, or leave out sites, in the settings.',
  change: 'Choose again',
  sample: 'How it looks: rest the pointer on a name',
  keys: [
    ['Rest', 'the pointer on a name: its card opens'],
    ['Esc', 'closes the card, wherever you are'],
    ['Button', 'all names on the page, search, your notes'],
  ] as const,
};
