import { addAlias, OVERLAY_TABLES, packBase, putOverlay } from '../db/overlays';
import { CallError } from '../model/call-error';
import type { EntityId, PackId } from '../model/ids';
import type { Corrections, OverlayField } from '../model/overlay';
import { packEntityId } from '../packs/entities';
import { commit, type Library } from './library';

/** Lights an alias that is held back all the same, or (`on` false) no more: an overlay, which the next release leaves alone. */
export async function lightHeld(
  library: Library,
  request: { readonly packId: PackId; readonly entity: string; readonly alias: string; readonly on: boolean },
): Promise<void> {
  const { database } = library;
  const id = packEntityId(request.packId, request.entity);
  await commit(
    library,
    OVERLAY_TABLES,
    async () => {
      const theirs = await packBase(database, id);
      const alias = theirs?.aliases.find(({ text }) => text === request.alias);
      if (theirs === null || alias === undefined) throw new CallError('not-found', 'the alias is gone');
      if (request.on) {
        await addAlias(database, id, { ...alias, strength: 'strong' });
        return;
      }
      const overlay = await database.overlays.get(id);
      const aliases = (overlay?.aliases ?? []).filter(({ text }) => text !== request.alias);
      await putOverlay(database, id, { ...overlay, entityId: id, aliases });
    },
    { names: true },
  );
}

/** Settles a field that both changed: the reader's value stays for good, or the pack's comes back. */
export async function settleConflict(
  library: Library,
  request: {
    readonly entityId: EntityId;
    readonly field: OverlayField;
    readonly keep: 'mine' | 'theirs';
  },
): Promise<void> {
  const { database } = library;
  const { entityId, field } = request;
  await commit(
    library,
    OVERLAY_TABLES,
    async () => {
      const theirs = await packBase(database, entityId);
      const overlay = await database.overlays.get(entityId);
      const correction = overlay?.fields?.[field];
      if (theirs === null || overlay === undefined || correction === undefined) return;
      const { [field]: _settled, ...others } = overlay.fields ?? {};
      const fields = {
        ...others,
        ...(request.keep === 'mine' ? { [field]: { mine: correction.mine, base: theirs[field] } } : {}),
      } as Corrections;
      await putOverlay(database, entityId, { ...overlay, fields });
    },
    { names: true },
  );
}
