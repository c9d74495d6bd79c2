import type { PackId } from '../model/ids';

/** Calls of the extension's own pages about packs. */
export type PackCalls = {
  /** Switches a pack that is here, or that comes with the extension, on or off. Nothing of the reader's own goes. */
  setPack(request: { packId: PackId; on: boolean }): void;
};
