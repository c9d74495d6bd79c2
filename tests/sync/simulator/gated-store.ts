import type { Op } from '../../../utils/crdt/op';
import type { SyncStore } from '../../../utils/sync/store';
import type { Random } from '../../crdt/random';
import type { MemoryStore } from '../memory-store';

/**
 * A profile's database as its engine sees it: every transaction waits at a gate first and fails now and then, as
 * IndexedDB does when the browser closes it.
 *
 * @param onAppend sees the operations that the engine writes by itself
 */
export function gatedStore(
  store: MemoryStore,
  gate: (label: string) => Promise<void>,
  faults: { readonly random: Random; readonly failure: number },
  onAppend: (ops: readonly Op[]) => void,
): SyncStore {
  const pass = async (label: string): Promise<void> => {
    await gate(label);
    if (faults.random.chance(faults.failure))
      throw new DOMException('the database was closed', 'InvalidStateError');
  };
  return {
    meta: async () => {
      await pass('db meta');
      return store.meta();
    },
    apply: async (patch) => {
      await pass(`db apply ${Object.keys(patch).join()}`);
      await store.apply(patch);
    },
    append: async (drafts, nowMs) => {
      await pass(`db append ${drafts.map(({ change }) => change.kind).join()}`);
      onAppend(store.write(drafts, nowMs));
    },
    pending: async (limit) => {
      await pass('db pending');
      return store.pending(limit);
    },
    docs: async (ids) => {
      await pass('db docs');
      return store.docs(ids);
    },
    docsAfter: async (after, limit) => {
      await pass('db docsAfter');
      return store.docsAfter(after, limit);
    },
    visibleCount: async () => {
      await pass('db count');
      return store.visibleCount();
    },
  };
}
