import type { Alias } from '../../utils/model/entity';
import type { EntityId } from '../../utils/model/ids';
import type { Kind } from '../../utils/model/kind';
import type { EntityProfile } from '../../utils/model/mention';
import { proposeAliases } from '../../utils/resolver/propose';
import type { DictEntry } from './sets';

/** Kinds of the corpora and ours. What a corpus calls "other" is mostly events and peoples. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  person: 'person',
  org: 'organisation',
  place: 'place',
  Facility: 'place',
  operation: 'operation',
  exercise: 'operation',
  platform: 'equipment',
  MilitaryPlatform: 'equipment',
  Weapon: 'equipment',
  Product: 'equipment',
  other: 'event',
};

/**
 * An entry of a set's dictionary as the entity that a reader would have: the names seen as strong aliases, the snippets as
 * notes, and all aliases accepted that the extension proposes for its name.
 */
export function toProfile(entry: DictEntry, key: number): EntityProfile {
  const kind = KIND_OF[entry.kind] ?? 'event';
  const name = entry.label === '' ? (entry.names[0] ?? entry.id) : entry.label;
  const listed = entry.names.map((text): Alias => ({ text, case: 'auto', strength: 'strong' }));
  const known = new Set(entry.names);
  // Corpora without labels know surfaces only: there "Iraq" and "Iraqi" are two.
  const proposed =
    entry.label === '' ? [] : proposeAliases(name, kind).filter((alias) => !known.has(alias.text));
  // A label that never stood in a text ("1998 FIFA World Cup") is searched like any headword.
  const headword = entry.names.includes(name)
    ? []
    : [{ text: name, case: 'auto', strength: 'strong' } as const];
  const counted = Object.keys(entry.freq).length > 0;
  return {
    id: entry.id as EntityId,
    key,
    kind,
    name,
    aliases: [...headword, ...listed, ...proposed],
    summary: '',
    companions: [],
    context: [],
    background: entry.notes,
    ...(counted ? { seen: entry.freq } : {}),
  };
}
