import type { PackId } from '../model/ids';
import { CallError } from '../model/call-error';
import { activatePack, deactivatePack, installWaiting } from './install-packs';
import { commit, type Library } from './library';
import { preparePack, type PackJob } from './prepare-pack';

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
export async function installBundledPacks(library: Library, read: ReadBundled, job: PackJob): Promise<void> {
  for (const listed of await bundledPacks(read)) {
    const known = await library.database.packs.get(listed.id);
    if (known === undefined ? listed.isDefault : known.isOn && known.source.type === 'bundled')
      await installBundledPack(library, listed, read, job);
  }
}

/**
 * Installs a pack that comes with the extension, unless this release of it is active already.
 *
 * @throws CallError `malformed` for a pack that is not sound: a defect of ours, since the tests read every bundled pack
 */
async function installBundledPack(
  library: Library,
  listed: BundledPack,
  read: ReadBundled,
  job: PackJob,
): Promise<void> {
  const state = await library.database.packStates.get(listed.id);
  if ((state?.release?.version ?? 0) >= listed.version) {
    if (state?.isActive === true || (await activatePack(library, listed.id, job))) return;
  }
  const text = await read(listed.file);
  const prepared = await preparePack(
    library,
    { chunks: [text], length: text.length },
    { source: { type: 'bundled' }, packId: listed.id, reserved: [] },
    job,
  );
  if (prepared.status === 'ready') return installWaiting(library, listed.id, job);
  if (prepared.status === 'same' && (await activatePack(library, listed.id, job))) return;
  throw new CallError('malformed', `a bundled pack is not sound: ${prepared.status}`);
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
  job: PackJob,
): Promise<void> {
  const listed = (await bundledPacks(read)).find(({ id }) => id === packId);
  const known = await library.database.packs.get(packId);
  const isBundled = listed !== undefined && (known === undefined || known.source.type === 'bundled');
  if (known === undefined && !isBundled) throw new CallError('not-found', 'no such pack');
  if (!on) {
    if (known !== undefined) await deactivatePack(library, packId, job);
    // Remembered, so that an update of the extension does not bring it.
    else if (listed !== undefined)
      await commit(library, ['packs'], () =>
        library.database.packs.put({
          id: packId,
          name: listed.name,
          source: { type: 'bundled' },
          isOn: false,
        }),
      );
    return;
  }
  if (isBundled) return installBundledPack(library, listed, read, job);
  if (!(await activatePack(library, packId, job)))
    // Its lines come with the next look at its address; a pack from a file is chosen again.
    await commit(library, ['packs'], () => library.database.packs.update(packId, { isOn: true }));
}
