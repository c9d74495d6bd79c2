import { replacePackEntities } from '../db/entities';
import type { PackSource } from '../model/pack';
import { packContents } from '../packs/entities';
import type { Pack } from '../packs/format';
import { commit, type Library } from './library';

/** Makes the library hold exactly this release of a pack, in one transaction. */
export async function installPack(library: Library, pack: Pack, source: PackSource): Promise<void> {
  const { database } = library;
  const { entities, facts } = packContents(pack);
  const { id, name, version, updated } = pack.manifest;
  await commit(
    library,
    ['entities', 'overlays', 'facts', 'packs', 'packStates'],
    async () => {
      const before = await database.entities.where('pack').equals(id).primaryKeys();
      // The reader's own facts on these entities stay.
      await database.facts
        .where('entityId')
        .anyOf(before)
        .filter((fact) => fact.pack === id)
        .delete();
      await replacePackEntities(database, id, entities);
      await database.facts.bulkPut(facts.map((fact) => ({ ...fact, pack: id })));
      await database.packs.put({ id, name, source, isOn: true });
      await database.packStates.put({
        id,
        version,
        updated,
        entityCount: entities.length,
        nameCount: pack.entities.reduce((sum, entity) => sum + 1 + entity.aliases.length, 0),
        factCount: facts.length,
        testCount: pack.tests.length,
        failureCount: 0,
        held: [],
        generation: '',
        isActive: true,
        installed: library.now(),
      });
    },
    { names: true },
  );
}
