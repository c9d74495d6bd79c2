import { putEntity } from '../db/entities';
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
