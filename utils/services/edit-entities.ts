import { putEntity } from '../db/entities';
import { changePackEntity, OVERLAY_TABLES } from '../db/overlays';
import { CallError } from '../model/call-error';
import type { Alias } from '../model/entity';
import type { EntityId } from '../model/ids';
import type { Kind } from '../model/kind';
import { commit, type Library } from './library';

/** An entity as the reader enters it. */
export interface NewEntity {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly Alias[];
  readonly summary: string;
}

/** Saves a new entity of the reader's own. Resolves once it is durable. */
export async function createEntity(library: Library, entity: NewEntity): Promise<EntityId> {
  const id = library.newId() as EntityId;
  await commit(
    library,
    ['entities'],
    async () => {
      await putEntity(library.database, {
        id,
        ...entity,
        name: entity.name.normalize('NFC'),
        companions: [],
        context: [],
        links: [],
        pack: null,
      });
    },
    { names: true },
  );
  return id;
}

/** An entity's own fields as the reader wants them. */
export interface EntityEdit extends NewEntity {
  readonly entityId: EntityId;
}

/**
 * Changes an entity: one of the reader's own in place, a pack's as corrections that lie over the pack's text and survive its
 * updates. Resolves once it is durable.
 *
 * @throws CallError `not-found` when it is gone
 */
export async function editEntity(library: Library, edit: EntityEdit): Promise<void> {
  const { entityId, ...fields } = edit;
  const { database } = library;
  const aliases = uniqueAliases(fields.aliases);
  await commit(
    library,
    OVERLAY_TABLES,
    async () => {
      const row = await database.entities.get(entityId);
      if (row === undefined) throw new CallError('not-found', 'the entity is gone');
      const changed = { ...fields, name: fields.name.normalize('NFC'), aliases };
      if (row.pack === null) await putEntity(database, { ...row, ...changed });
      else await changePackEntity(database, entityId, changed);
    },
    { names: true },
  );
}

/** Later rules for the same text win. */
function uniqueAliases(aliases: readonly Alias[]): Alias[] {
  return [...new Map(aliases.map((alias) => [alias.text.normalize('NFC'), alias])).values()].map((alias) => ({
    ...alias,
    text: alias.text.normalize('NFC'),
  }));
}
