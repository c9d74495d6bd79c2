import type { OverlayField } from '../utils/model/overlay';
import type {
  FeedProblem,
  FeedProblemCode,
  HeldAlias,
  HoldReason,
  PackChanges,
  PackSource,
  PackStep,
} from '../utils/model/pack';
import type { PackChecked, PackReply } from '../utils/model/pack-view';
import { formatDay } from './dates';
import { counted } from './words';

/** Words of the packs' section of the settings page. */
export const PACKS = {
  title: 'Packs',
  lead: 'A pack is a shared set of names. It carries no code, and sentences that must and must not light up; they are run before anything changes.',
  fromAddress: 'From an address…',
  fromFile: 'From a file…',
  drop: 'Drop it here.',
  orDrop: 'Or drop a file here.',
  chooseFile: 'Pack file to add',
  address: 'Address of a pack',
  addressHint: 'https://desk.example/pack.json',
  addressNote:
    'The browser asks once, for this site alone. It is asked for changes a few times a day, without cookies.',
  subscribe: 'Look at it',
  notAnAddress: 'This is no address that can be subscribed to. It begins with https://.',
  refusedHost:
    'The browser did not allow this site. Nothing was changed; press “Look at it” to be asked again.',
  allowHost: 'Allow this site',
  names: (count: number) => counted(count, 'entity', 'entities'),
  version: (version: number, day: string) =>
    day === '' ? `version ${version}` : `version ${version}, ${formatDay(day)}`,
  source: (source: PackSource): string => {
    if (source.type === 'bundled') return 'comes with Backgrounder';
    return source.type === 'file' ? 'from a file' : hostOf(source.url);
  },
  signed: 'signed',
  tests: (passed: number, all: number) => `${passed} of ${counted(all, 'sentence passes', 'sentences pass')}`,
  noTests: 'It brings no sentences to test it with',
  edited: (count: number) => `${counted(count, 'entity', 'entities')} changed by you`,
  switch: (name: string, isOn: boolean) => `${name}: ${isOn ? 'on' : 'off'}`,
  checked: (when: string) => `looked at ${when}`,
  neverChecked: 'not looked at yet',
  update: 'Update now',
  updateLabel: (name: string) => `Update now: ${name}`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  sureToRemove: (name: string) =>
    `Remove ${name}? Its names go; your notes, your facts and the names that carry them stay.`,
  keep: 'Keep it',
  removed: (name: string) => `Removed ${name}. Your notes and facts are still here.`,
  install: 'Add this pack',
  takeUpdate: 'Take the update',
  dismiss: 'Not now',
  cancel: 'Cancel',
  cancelled: 'Called off. Nothing was changed.',
  installed: (name: string) => `Added ${name}.`,
  by: (authors: readonly string[], licence: string) => `by ${authors.join(', ')} · ${licence}`,
  problems: (count: number) => `This pack has ${counted(count, 'problem', 'problems')}, so nothing was added`,
  problemsToDo: 'Nothing was changed. Give its author these rows.',
  row: (row: number) => `row ${row}`,
  warnings: 'Look twice: words that mix alphabets',
  failures: (count: number) =>
    `${counted(count, 'sentence', 'sentences')} of its own did not light as they say`,
  missing: (names: readonly string[]) => `stayed dark: ${quoted(names)}`,
  extra: (names: readonly string[]) => `lit up: ${quoted(names)}`,
  lightIt: 'Light it all the same',
  lightLabel: (alias: string) => `Light “${alias}” all the same`,
  more: (count: number) => `and ${counted(count, 'more', 'more')}`,
} as const;

/** What a long job is at, with a count where there is one. */
export function stepWords(step: PackStep, done: number, total: number): string {
  switch (step) {
    case 'reading':
      return total > 0
        ? `Reading: ${Math.ceil(done / 1000)} of ${counted(Math.ceil(total / 1000), 'thousand characters', 'thousand characters')}`
        : 'Reading…';
    case 'testing':
      return 'Running its sentences…';
    case 'comparing':
      return 'Comparing with what is here…';
    case 'keeping':
      return 'Keeping it beside what is here…';
    case 'installing':
      return total > 0
        ? `Putting in place: ${done} of ${counted(total, 'entity', 'entities')}`
        : 'Putting in place…';
  }
}

/** A difference in words: "+12 names, 3 facts changed". */
export function changeWords(changes: PackChanges): string {
  const parts = [
    plus(changes.entitiesAdded, 'entity', 'entities'),
    minus(changes.entitiesRemoved, 'entity', 'entities'),
    changed(changes.entitiesChanged, 'entity', 'entities'),
    plus(changes.namesAdded, 'name', 'names'),
    minus(changes.namesRemoved, 'name', 'names'),
    plus(changes.factsAdded, 'fact', 'facts'),
    minus(changes.factsRemoved, 'fact', 'facts'),
    changed(changes.factsChanged, 'fact', 'facts'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Only words about the pack change' : parts.join(', ');
}

/** Why an update waits. */
export const LARGE_STEP = 'This changes more than a tenth of the pack, so it waits for your word.';

/** Held aliases in one sentence, as the reader needs it first: which, why, and that the rest is in use. */
export function heldWords(held: readonly HeldAlias[], count: number): string {
  const [first] = held;
  if (first === undefined) return '';
  return `${counted(count, 'alias', 'aliases')} held back: ${heldReason(first)}. Everything else in the pack is in use.`;
}

/** Why one alias is held back: “The Base” lit up in “the base of the hill”. */
export function heldReason({ alias, reason, sentence }: HeldAlias): string {
  return reason === 'lit-wrongly' && sentence !== null
    ? `“${alias}” lit up in “${sentence}”`
    : `“${alias}” ${HOLD_WORDS[reason]}`;
}

const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'common-word': 'is an everyday word',
  'too-short': 'is a single character',
  'lit-wrongly': 'lit up where it must not',
};

/** What a field of an entity is called. */
export const FIELD_WORDS: Readonly<Record<OverlayField, string>> = {
  name: 'name',
  summary: 'summary',
  kind: 'kind',
};

/** Words of a field that both the reader and the pack changed. */
export const CONFLICT = {
  title: (name: string, field: OverlayField) =>
    `You and the pack both changed the ${FIELD_WORDS[field]} of ${name}`,
  theirs: 'Theirs',
  yours: 'Yours, in use',
  before: 'Before',
  empty: 'empty',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
} as const;

const KEPT = 'What you have stays.';

const FEED_WORDS: Readonly<Record<FeedProblemCode, string>> = {
  offline: `Its site could not be reached. ${KEPT} It is asked again by itself.`,
  status: `Its site answered with an error. ${KEPT} If that lasts, ask the publisher.`,
  redirect: `Its site led elsewhere. ${KEPT} Ask the publisher for the new address.`,
  'no-permission': `The browser does not allow its site any more. ${KEPT} Press “Allow this site”.`,
  'too-large': `What came is larger than any pack may be. ${KEPT}`,
  'not-a-pack': `What came is no pack; it may be a page for signing in. ${KEPT} Look at the address.`,
  unsound: `The new release has problems, so it was not taken. ${KEPT} Tell the publisher.`,
  'wrong-hash': `What came is not what was announced, so it was not taken. ${KEPT} It is asked again by itself.`,
  rollback: `Its site offers an older release than yours, so it was not taken. ${KEPT}`,
  expired: `The publisher’s announcement has run out. ${KEPT} Ask the publisher for a new one.`,
  signature: `The signature is missing or wrong, so nothing was taken. ${KEPT} Ask the publisher by another way.`,
  'key-changed': `It is signed with another key than before, so nothing was taken. ${KEPT} Ask the publisher by another way; to trust the new key, remove the pack and add it again.`,
  'cannot-verify': `This browser cannot check its signature, so nothing was taken. ${KEPT} Update the browser.`,
  'other-pack': `Another pack came from this address, so it was not taken. ${KEPT}`,
};

/** Why a subscription got nothing: what happened, what is safe, what to do. */
export function feedWords({ code, detail }: FeedProblem): string {
  return detail === '' ? FEED_WORDS[code] : `${FEED_WORDS[code]} (${detail})`;
}

/** What looking for an update came to. */
export function checkedWords(checked: PackChecked, name: string): string {
  switch (checked.type) {
    case 'nothing-new':
      return `${name} is up to date.`;
    case 'installed':
      return `${name} was updated.`;
    case 'waiting':
      return `An update of ${name} waits for your word.`;
    case 'cancelled':
      return PACKS.cancelled;
    case 'problem':
      return feedWords(checked.problem);
  }
}

/** What looking at a pack came to, where there is nothing to ask and no list to show. */
export function replyWords(reply: PackReply): string {
  switch (reply.status) {
    case 'ready':
    case 'problems':
      return '';
    case 'same':
      return reply.name === ''
        ? 'You have this pack already.'
        : `You have ${reply.name} version ${reply.version} already.`;
    case 'older':
      return `This is version ${reply.version} of ${reply.name}; you have version ${reply.installed}. Nothing was changed.`;
    case 'taken':
      return `You have another pack under the same id: ${reply.name}, ${PACKS.source(reply.by)}. Nothing was changed; remove that one first if you trust this one more.`;
    case 'address':
      return feedWords(reply.problem);
    case 'cancelled':
      return PACKS.cancelled;
  }
}

/** Why a file could not be read. */
export const FILE_WORDS = {
  'too-large': 'This file holds more than any pack may. Nothing was changed.',
  'not-text': 'This file is no text. Nothing was changed. A pack ends in .jsonl or .jsonl.gz.',
  damaged: 'This file is damaged. Nothing was changed. Fetch it again.',
} as const;

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function plus(count: number, one: string, many: string): string {
  return count === 0 ? '' : `+${counted(count, one, many)}`;
}

function minus(count: number, one: string, many: string): string {
  return count === 0 ? '' : `−${counted(count, one, many)}`;
}

function changed(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${counted(count, one, many)} changed`;
}
