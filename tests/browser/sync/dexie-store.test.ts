import { afterAll } from 'vitest';
import type { ProfileId } from '@/utils/sync/store';
import { beginRecording } from '@/utils/services/sync/dexie-store';
import { storeContract } from '../../sync/store-contract';
import { type Profile, testProfile } from './profile';

const opened: Profile[] = [];

storeContract('in IndexedDB', async () => {
  const profile = testProfile();
  opened.push(profile);
  await beginRecording(profile.database, profile.session, 'profile' as ProfileId);
  return profile.store;
});

afterAll(async () => {
  for (const { database } of opened) await database.delete();
});
