import { LibraryDatabase } from '@/utils/db/database';
import type { SyncSession } from '@/utils/db/documents/journal';
import { MAPPINGS } from '@/utils/db/documents/mapping';
import { canonical } from '@/utils/db/documents/canonical';
import type { EpochId } from '@/utils/crdt/stamp';
import { fillRandom } from '@/utils/crypto/bytes';
import { newRootKey, type VaultId, vaultKeyOf } from '@/utils/crypto/vault-key';
import { randomId } from '@/utils/model/ids';
import type { Library } from '@/utils/services/library';
import { adoptSome, beginAdoption } from '@/utils/services/sync/adopt';
import { beginRecording, DexieStore } from '@/utils/services/sync/dexie-store';
import { EncryptedRemote } from '@/utils/sync/encrypted-remote';
import { syncRound } from '@/utils/sync/engine';
import type { Remote } from '@/utils/sync/remote';
import type { ProfileId } from '@/utils/sync/store';

const ROOT = newRootKey(fillRandom);
const VAULT = '0123456789abcde' as VaultId;

/** A whole profile: a library over a real database, which can sync. */
export interface Profile extends Library {
  /** Milliseconds since 1970; goes on by a second at each look. */
  time: number;
  readonly session: SyncSession;
  readonly store: DexieStore;
  /** Ends the browser session and begins another. */
  readonly restart: () => void;
}

/** A random epoch, as the background mints one. */
export function newEpoch(): EpochId {
  return randomId(fillRandom).slice(0, 12) as EpochId;
}

export function testProfile(): Profile {
  let sessionId = crypto.randomUUID() as string;
  const profile: { time: number } = { time: Date.UTC(2026, 0, 1) };
  const now = (): number => (profile.time += 1000);
  const session: SyncSession = {
    get id() {
      return sessionId;
    },
    newEpoch,
    now,
  };
  const database = new LibraryDatabase(`test-${crypto.randomUUID()}`, () => Promise.resolve(session));
  return Object.assign(profile, {
    database,
    session,
    now,
    newId: () => randomId(fillRandom),
    digest: async (text: string) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    onChange: () => {},
    store: new DexieStore(database, session),
    restart: () => {
      sessionId = crypto.randomUUID();
    },
  });
}

/** Takes part in the tests' one vault, with all that is in the library. */
export async function join(profile: Profile): Promise<void> {
  const { database, session } = profile;
  await beginRecording(database, session, profile.newId() as ProfileId);
  await beginAdoption(database);
  while (await adoptSome(database, session));
}

/** One whole round. */
export async function sync(
  profile: Profile,
  remote: Remote,
  signal = new AbortController().signal,
): Promise<void> {
  await syncRound({
    store: profile.store,
    remote: new EncryptedRemote(remote, await vaultKeyOf(VAULT, ROOT), fillRandom),
    nowMs: profile.now,
    budgetMs: 1e9,
    signal,
  });
}

/** Everything that profiles of one vault must agree on, by table, in comparable form. */
export async function sharedRows({ database }: Profile): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const { table, local, sets, hasPack, deleted } of MAPPINGS) {
    const rows = await database.table<Record<string, unknown>>(table).toArray();
    tables[table] = rows
      .filter((row) => !hasPack || row['pack'] === null)
      .filter((row) => deleted === null || row[deleted] === 0)
      .map((row) => {
        const lists = sets.map((set) => [set, ((row[set] ?? []) as unknown[]).map(canonical).toSorted()]);
        const dropped = local.map((member) => [member, undefined]);
        return canonical({ ...row, ...Object.fromEntries(lists), ...Object.fromEntries(dropped) });
      })
      .toSorted();
  }
  return tables;
}
