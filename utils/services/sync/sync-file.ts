import { fromBase64, toBase64 } from '../../crypto/bytes';
import type { SyncReply } from '../../messaging/sync-calls';
import { readBackup, writeBackup } from '../../sync/backup';
import { adoptSome } from './adopt';
import { DexieStore } from './dexie-store';
import { connection } from './keys';
import { refused } from './runner';
import type { SyncWorld } from './world';

/**
 * Everything of the vault in one sealed file.
 *
 * @throws CallError `unavailable` while sync is off
 */
export async function exportSyncFile(
  world: SyncWorld,
): Promise<{ readonly name: string; readonly base64: string }> {
  const { vault } = await connection(world);
  const { database, now } = world.library;
  const session = await world.session();
  // A library that is still being taken in is part of it.
  while (await adoptSome(database, session));
  const bytes = await writeBackup(new DexieStore(database, session), vault.key, world.fill);
  const day = new Date(now()).toISOString().slice(0, 10);
  return { name: `backgrounder-${day}.bgnb`, base64: toBase64(bytes) };
}

/** Takes such a file in, merged like everything else. */
export async function importSyncFile(world: SyncWorld, base64: string): Promise<SyncReply> {
  const { vault } = await connection(world);
  const { library, onRows } = world;
  const bytes = fromBase64(base64);
  if (bytes === null) return refused('not-a-backup');
  let change = {};
  const store = new DexieStore(library.database, await world.session(), (rows) => {
    change = { ...change, ...rows };
  });
  const read = await readBackup(bytes, store, vault.key);
  if (typeof read === 'string') return refused(read);
  onRows(change);
  return { ok: true };
}
