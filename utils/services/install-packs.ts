import { replacePackEntities } from '../db/entities';
import { CallError } from '../model/call-error';
import { packContents } from '../packs/entities';
import type { Pack } from '../packs/format';
import { linesOf } from '../packs/lines';
import { parsePack } from '../packs/parse';
import { commit, type Library } from './library';

/**
 * Installs a pack that came with the extension, unless this version of it is there already. Nothing changes when it is
 * unsound.
 *
 * @param file the pack as text
 * @throws CallError `malformed` for a pack that is not sound: a defect of ours, since the tests read every bundled pack
 */
export async function installBundledPack(library: Library, file: string): Promise<void> {
  const parsed = await parsePack(linesOf([file]));
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new CallError('malformed', `bundled pack, row ${first?.row}: ${first?.message}`);
  }
  const { id, version } = parsed.pack.manifest;
  const installed = await library.database.packs.get(id);
  if (installed !== undefined && installed.version >= version) return;
  await installPack(library, parsed.pack);
}

/** Makes the library hold exactly this release of a pack, in one transaction. */
export async function installPack(library: Library, pack: Pack): Promise<void> {
  const { database } = library;
  const { entities, facts } = packContents(pack);
  const { id, name, version } = pack.manifest;
  await commit(
    library,
    ['entities', 'overlays', 'facts', 'packs'],
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
      await database.packs.put({ id, name, version, entityCount: entities.length, installed: library.now() });
    },
    { names: true },
  );
}
