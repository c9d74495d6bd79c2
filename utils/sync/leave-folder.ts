import type { SyncStore } from './store';

/**
 * Forgets what is known of the folder, before a profile disconnects, moves to another address or to another vault (as
 * it does when the key is changed to shut a lost profile out). Documents and unpublished operations stay; the first
 * round elsewhere finds that nothing is there and writes it all.
 */
export async function leaveFolder(store: SyncStore): Promise<void> {
  const { files } = await store.meta();
  await store.apply({ intent: null, job: null, files: [...files.keys()].map((name) => [name, null]) });
}
