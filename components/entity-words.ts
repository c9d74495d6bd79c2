import type { BinItem } from '../utils/model/bin';
import type { CaseRule, Strength } from '../utils/model/entity';
import { counted } from './words';

/** Words about one entity in editing. */
export const ENTITY = {
  edit: 'Edit name and aliases',
  title: 'Edit this name',
  name: 'Name',
  kind: 'Kind',
  summary: 'Summary',
  aliases: 'Also known as',
  aliasesHint: 'What each of these lights up on, and how.',
  caseOf: (text: string) => `Letter case of ${text}`,
  strengthOf: (text: string) => `How ${text} lights up`,
  removeAlias: (text: string) => `Remove ${text}`,
  addAlias: 'Add another name',
  add: 'Add',
  packHint: (pack: string) =>
    `From ${pack}. Your changes lie over the pack and survive its updates; a removed name is switched off.`,
  save: 'Save changes',
  saving: 'Saving…',
  cancel: 'Cancel',
  discard: 'Discard',
  delete: 'Move to the bin',
  deleted: (name: string) => `Moved “${name}” to the bin. It stays for 30 days.`,
  left: (name: string) => `“${name}” is not saved yet.`,
  goOn: 'Continue',
} as const;

export const CASE_WORDS: Readonly<Record<CaseRule, string>> = {
  auto: 'case: automatic',
  exact: 'exactly as written',
  fold: 'in any case',
};

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: 'always',
  weak: 'on evidence',
  off: 'never',
};

/** Words of the bin. */
export const BIN = {
  title: 'Bin',
  lead: 'What you deleted stays here for 30 days and comes back as it was.',
  empty: 'The bin is empty.',
  restore: 'Restore',
  restoreLabel: (title: string) => `Restore ${title}`,
  restored: (title: string) => `Restored “${title}”.`,
  what: ({ what, of, noteCount, factCount }: BinItem): string => {
    const belongs = of === null ? '' : ` on ${of}`;
    if (what === 'note') return `note${belongs}`;
    if (what === 'fact') return `fact${belongs}`;
    return `name with ${counted(noteCount, 'note', 'notes')} and ${counted(factCount, 'fact', 'facts')}`;
  },
  deletedOn: (when: string) => `deleted ${when}`,
} as const;
