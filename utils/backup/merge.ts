import type { Alias } from '../model/entity';
import type { Draft } from '../model/note';
import { OVERLAY_FIELDS } from '../model/overlay';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';
import type { BackupEntity, BackupNote, BackupOverlay, BackupSettings } from './format';

/**
 * How what is here and what a file brings become one. Each function answers what shall be here, or the very object that
 * is here when the file adds nothing. Nothing is ever deleted.
 */

/** Entities carry no date: what is here stays, and gains the file's names, words and links that it lacks. */
export function mergeEntity(here: BackupEntity, brought: BackupEntity): BackupEntity {
  const aliases = addAliases(here.aliases, brought.aliases);
  const companions = union(here.companions, brought.companions, (id) => id);
  const context = union(here.context, brought.context, (word) => word);
  const links = union(here.links, brought.links, ({ url }) => url);
  const summary = here.summary === '' ? brought.summary : here.summary;
  const gains =
    summary !== here.summary ||
    aliases !== here.aliases ||
    companions !== here.companions ||
    context !== here.context ||
    links !== here.links;
  return gains ? { ...here, aliases, companions, context, links, summary } : here;
}

/** Names and corrections here win; what is missing is taken from the file. */
export function mergeOverlay(here: BackupOverlay, brought: BackupOverlay): BackupOverlay {
  const aliases = addAliases(here.aliases, brought.aliases);
  const isNew = OVERLAY_FIELDS.some(
    (field) => brought.fields?.[field] !== undefined && here.fields?.[field] === undefined,
  );
  if (!isNew) return aliases === here.aliases ? here : { ...here, aliases };
  return { ...here, aliases, fields: { ...brought.fields, ...here.fields } };
}

/** The rules here win for the same text. */
export function addAliases(here: readonly Alias[], brought: readonly Alias[]): readonly Alias[] {
  return union(here, brought, ({ text }) => text);
}

/** The words that were written last; deleted only when it is so in both. */
export function mergeNote(here: BackupNote, brought: BackupNote): BackupNote {
  const newer = brought.updated > here.updated ? brought : here;
  const deleted = here.deleted === 0 || brought.deleted === 0 ? 0 : here.deleted;
  return newer === here && deleted === here.deleted ? here : { ...newer, deleted };
}

/** The draft that was typed last. */
export function mergeDraft(here: Draft, brought: Draft): Draft {
  return brought.updated > here.updated ? brought : here;
}

/** What the reader chose here stays; what was never changed is taken from the file, and so are rules for other sites. */
export function mergeSettings(here: Settings, brought: BackupSettings): Settings {
  const pick = <Key extends 'mode' | 'painter' | 'eagerness'>(key: Key): BackupSettings[Key] =>
    here[key] === DEFAULT_SETTINGS[key] ? brought[key] : here[key];
  return {
    ...here,
    mode: pick('mode'),
    painter: pick('painter'),
    eagerness: pick('eagerness'),
    sites: { ...brought.sites, ...here.sites },
    welcomed: here.welcomed || brought.welcomed,
  };
}

function union<Item>(
  here: readonly Item[],
  brought: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const known = new Set(here.map(keyOf));
  const fresh = brought.filter((item) => !known.has(keyOf(item)));
  return fresh.length === 0 ? here : [...here, ...fresh];
}
