import type { BackupEntity, BackupNote, BackupSections } from '../backup/format';

/** One of the reader's own entities with its living notes, oldest first. */
export interface Told {
  readonly entity: BackupEntity;
  readonly notes: readonly BackupNote[];
}

/** The reader's own entities with their notes, in the order of names. */
export function toldEntities({ entities, notes }: Pick<BackupSections, 'entities' | 'notes'>): Told[] {
  const byEntity = new Map<string, BackupNote[]>();
  for (const note of notes) {
    if (note.deleted !== 0) continue;
    const list = byEntity.get(note.entityId) ?? [];
    list.push(note);
    byEntity.set(note.entityId, list);
  }
  return entities
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((entity) => ({
      entity,
      notes: (byEntity.get(entity.id) ?? []).toSorted((a, b) => a.created - b.created),
    }));
}

/** The other names of an entity, each once. */
export function otherNames({ name, aliases }: BackupEntity): string[] {
  return [...new Set(aliases.map(({ text }) => text))].filter((text) => text !== name);
}

/** The tags of an entity's notes, each once. */
export function tagsOf({ notes }: Told): string[] {
  return [...new Set(notes.flatMap(({ tags }) => tags ?? []))];
}
