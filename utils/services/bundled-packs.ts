import type { PackId } from '../model/ids';
import { CallError } from '../model/call-error';
import { linesOf } from '../packs/lines';
import { parsePack } from '../packs/parse';
import { installPack } from './install-packs';
import { commit, type Library } from './library';

/** A pack in `public/packs/index.json`. */
export interface BundledPack {
  /** Its name in `public/packs`. */
  readonly file: string;
  readonly id: PackId;
  readonly name: string;
  readonly version: number;
  readonly language: string;
  readonly description: string;
  /** How many entities it has. */
  readonly entities: number;
  /** Whether it is on in a new profile; the others wait in the settings. */
  readonly isDefault: boolean;
}

/** Reads a file of `public/packs` as text. */
export type ReadBundled = (file: string) => Promise<string>;

/** The packs that come with this version of the extension. */
export async function bundledPacks(read: ReadBundled): Promise<readonly BundledPack[]> {
  return (JSON.parse(await read('index.json')) as { readonly packs: readonly BundledPack[] }).packs;
}

/**
 * After installation or update of the extension: default packs that the reader has never seen go on, and packs that are on
 * are brought to the release that comes with this version. What the reader switched off stays off.
 */
export async function installBundledPacks(library: Library, read: ReadBundled): Promise<void> {
  for (const listed of await bundledPacks(read)) {
    const known = await library.database.packs.get(listed.id);
    if (known === undefined ? listed.isDefault : known.isOn && known.source.type === 'bundled')
      await installBundledPack(library, listed, read);
  }
}

/**
 * Installs a pack that comes with the extension, unless this release of it is active already.
 *
 * @throws CallError `malformed` for a pack that is not sound: a defect of ours, since the tests read every bundled pack
 */
export async function installBundledPack(
  library: Library,
  listed: BundledPack,
  read: ReadBundled,
): Promise<void> {
  const state = await library.database.packStates.get(listed.id);
  if (state?.isActive === true && state.version >= listed.version) return;
  const parsed = await parsePack(linesOf([await read(listed.file)]));
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new CallError('malformed', `bundled pack, row ${first?.row}: ${first?.message}`);
  }
  await installPack(library, parsed.pack, { type: 'bundled' });
}

/**
 * Switches a pack on or off. Off, its names do not light up and are not found; notes and facts of the reader's own stay,
 * and so do the entities that carry them.
 *
 * @throws CallError `not-found` for a pack that is neither here nor comes with the extension
 */
export async function setPack(
  library: Library,
  { packId, on }: { readonly packId: PackId; readonly on: boolean },
  read: ReadBundled,
): Promise<void> {
  const listed = (await bundledPacks(read)).find(({ id }) => id === packId);
  if (listed === undefined) throw new CallError('not-found', 'no such pack');
  if (on) return installBundledPack(library, listed, read);
  await commit(
    library,
    ['entities', 'packs', 'packStates', 'facts'],
    async () => {
      const { database } = library;
      await database.packs.put({ id: packId, name: listed.name, source: { type: 'bundled' }, isOn: false });
      await database.entities.where('pack').equals(packId).delete();
      await database.facts.filter(({ pack }) => pack === packId).delete();
      await database.packStates.update(packId, { isActive: false });
    },
    { names: true },
  );
}
