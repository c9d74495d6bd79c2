import type { EntityId, PackId } from '../model/ids';
import type { OverlayField } from '../model/overlay';
import type { PackChecked, PackDone, PackReply, PacksView } from '../model/pack-view';

/** Calls of the extension's own pages about packs. */
export type PackCalls = {
  /** Every pack that is here, and those that come with the extension; and what is being done on them. */
  listPacks(request: Record<string, never>): PacksView;
  /** Switches a pack that is here, or that comes with the extension, on or off. Nothing of the reader's own goes. */
  setPack(request: { packId: PackId; on: boolean }): void;
  /** Takes the parts of a pack's text, in order from 0. Nothing is kept. */
  stagePack(request: { stageId: string; index: number; text: string }): void;
  /** Reads the staged text, runs its sentences and lets it wait. Nothing that is here changes. */
  previewPack(request: { stageId: string }): PackReply;
  /** The same for an address that the reader wants to subscribe to; the browser must allow its host already. */
  addPack(request: { url: string }): PackReply;
  /** Makes the release that waits the pack's: all of it or, when it fails or is called off, nothing. */
  installPack(request: { packId: PackId }): PackDone;
  /** Drops the release that waits. */
  dismissPack(request: { packId: PackId }): void;
  /** Looks at a subscription now; a small step is taken at once, a large one waits. */
  updatePack(request: { packId: PackId }): PackChecked;
  /** Takes a pack away. Notes, facts and changes of the reader's own stay. */
  removePack(request: { packId: PackId }): PackDone;
  cancelPackJob(request: Record<string, never>): void;
  /** Lights an alias that is held back all the same, or (false) no more. */
  lightHeld(request: { packId: PackId; entity: string; alias: string; on: boolean }): void;
  /** Settles a field that both the reader and the pack changed. */
  settlePackConflict(request: { entityId: EntityId; field: OverlayField; keep: 'mine' | 'theirs' }): void;
};
