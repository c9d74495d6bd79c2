import type { SpanProblem } from '../utils/model/dates';
import { formatDay } from './dates';
import { counted } from './words';

/** Words about facts: their form, their list, the strip over a page's names. */
export const FACT = {
  title: 'Facts',
  none: 'Nothing yet. A fact has a date and a source, so that old articles show what was true then.',
  add: 'Add a fact',
  newFact: 'New fact',
  change: 'Change this fact',
  slot: 'What',
  slotHint: 'Office, status, cost',
  value: 'Is',
  from: 'From',
  to: 'Until',
  dayHint: '2019, 2019-07 or 2019-07-24; empty when unknown.',
  sourceTitle: 'Source',
  sourceUrl: 'Address of the source',
  save: 'Save fact',
  saving: 'Saving…',
  cancel: 'Cancel',
  discard: 'Discard',
  kept: 'Draft kept. Safe to close.',
  keeping: 'Keeping…',
  notKept: 'Not kept yet. Keep this open and try again.',
  edit: 'Edit',
  editLabel: (slot: string, value: string) => `Edit ${slot}: ${value}`,
  remove: 'Delete',
  removeLabel: (slot: string, value: string) => `Delete ${slot}: ${value}`,
  deleted: (slot: string) => `Fact “${slot}” deleted.`,
  all: (count: number) => `All ${counted(count, 'fact', 'facts')}, of other times too`,
  fewer: 'Only then and now',
  yours: 'yours',
  fromPack: (pack: string) => `from ${pack}`,
  differ: (sources: number) => counted(sources, 'source differs', 'sources differ'),
  noSource: 'no source',
  problem: {
    from: '“From” is no date. Write 2019, 2019-07 or 2019-07-24.',
    to: '“Until” is no date. Write 2019, 2019-07 or 2019-07-24.',
    order: '“Until” lies before “From”. Nothing was saved.',
    url: 'The address has to begin with https:// or http://.',
  } satisfies Record<SpanProblem | 'url', string>,
  changed: (count: number, day: string, thisYear: string) =>
    `${counted(count, 'fact here has', 'facts here have')} changed since ${
      day.startsWith(thisYear) ? formatDay(day) : day.slice(0, 4)
    }`,
  show: 'Show',
  showAll: 'Show all names',
} as const;
