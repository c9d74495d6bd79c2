import type { Strength } from '../utils/model/entity';
import type { Found } from '../utils/model/found';
import type { LibrarySort } from '../utils/model/library-list';
import { counted } from './words';

/** Words of the search over everything. */
export const FOUND = {
  label: 'Found',
  type: {
    entity: 'name',
    note: 'note',
    fact: 'fact',
    article: 'saved article',
    reading: 'read article',
  } satisfies Record<Found['type'], string>,
  /** While the index is still being built. */
  partial: 'Names first. Notes and articles follow in a moment.',
} as const;

const names = (count: number): string => counted(count, 'name', 'names');
/** What a bulk change left out. */
const left = (count: number): string => (count === 0 ? '' : ` ${names(count)} of packs stayed as they are.`);

/** Words of the library page. */
export const LIBRARY = {
  title: 'Library',
  open: 'Library',
  settings: 'Settings',
  table: 'Names in your library',
  search: 'Search names, aliases, notes',
  kind: 'Kind',
  anyKind: 'Any kind',
  origin: 'From',
  origins: { all: 'Yours and packs', own: 'Yours', pack: 'From packs' },
  note: 'Notes',
  notes: { all: 'With or without note', with: 'With a note', without: 'Without a note' },
  columns: {
    name: 'Name',
    kind: 'Kind',
    facts: 'Facts',
    notes: 'Notes',
    seen: 'Seen',
    changed: 'Changed',
    from: 'From',
  } satisfies Record<LibrarySort, string>,
  also: 'Also known as',
  yours: 'yours',
  edited: (pack: string) => `${pack}, edited`,
  select: (name: string) => `Select ${name}`,
  selectAll: 'Select all in this list',
  clear: 'Clear selection',
  selected: (count: number) => `${counted(count, '', '').trim()} selected`,
  changeKind: 'Change kind…',
  changeStrength: 'Change strength…',
  strengths: {
    strong: 'Always lights up',
    weak: 'Only with evidence',
    off: 'Never lights up',
  } satisfies Record<Strength, string>,
  merge: 'Merge…',
  bin: 'Move to bin',
  range: (from: number, to: number, total: number) =>
    total === 0
      ? names(0)
      : `${from.toLocaleString('en-GB')}–${to.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`,
  none: 'No name like this in your library.',
  empty: 'Nothing here yet. Names that you save stand here, with those of your packs.',
  loading: 'Reading your library…',
  mergeTitle: 'Merge into one name',
  mergeLead:
    'The name you choose keeps its headword and gains everything of the others: names, notes, facts.',
  mergeInto: 'Name that stays',
  mergeNow: 'Merge',
  mergePacks: 'Two names of packs cannot be merged. Choose names of your own, and at most one of a pack.',
  mergeMany: 'At most 100 names are merged at once. Choose fewer.',
  cancel: 'Cancel',
  splitTitle: 'Other names',
  split: 'Make it a name of its own',
  splitLabel: (text: string) => `Make it a name of its own: ${text}`,
  close: 'Close',
  edited2: (count: number) => `Changed ${names(count)}.`,
  binned: (count: number, skipped: number) =>
    `Moved ${names(count)} to the bin. They stay for 30 days.${left(skipped)}`,
  merged: (count: number, name: string) => `Merged ${names(count)} into “${name}”.`,
  splitDone: (text: string) => `“${text}” is a name of its own now.`,
  undone: 'Taken back.',
} as const;
