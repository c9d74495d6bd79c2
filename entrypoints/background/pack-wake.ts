import { browser } from '@/utils/platform/browser';
import { installBundledPacks } from '@/utils/services/bundled-packs';
import { deactivatePack, removePack } from '@/utils/services/install-packs';
import type { Library } from '@/utils/services/library';
import { checkSubscription, dueSubscriptions, nextLooks } from '@/utils/services/subscriptions';
import { packNet } from './pack-net';
import type { Services } from './services';
import { readBundled } from './wake';

/** The alarm that wakes the background for subscriptions. */
export const PACKS_ALARM = 'packs';

/** How long to wait while the browser is offline, and at least between two looks, in milliseconds. */
const OFFLINE_MS = 15 * 60_000;
const SOONEST_MS = 60_000;

/** Sets the alarm to when the next subscription is due; without subscriptions there is none. */
export async function planPackLooks(library: Library): Promise<void> {
  const [soonest] = await nextLooks(library);
  if (soonest === undefined) {
    await browser.alarms.clear(PACKS_ALARM);
    return;
  }
  const now = library.now();
  const wait = navigator.onLine ? SOONEST_MS : OFFLINE_MS;
  await browser.alarms.create(PACKS_ALARM, { when: Math.max(soonest.next, now + wait) });
}

/** Looks at the subscriptions that are due, one after the other, and makes what another profile changed so here. */
export async function lookAtPacks({ library, packJobs }: Services): Promise<void> {
  try {
    await followProfiles({ library, packJobs });
    if (!navigator.onLine) return;
    for (const id of await dueSubscriptions(library))
      await packJobs.run(id, (job) => checkSubscription(library, id, packNet, job));
  } finally {
    await planPackLooks(library);
  }
}

/** Packs that another profile switched on or off or removed: the list came with sync, what is in them did not. */
async function followProfiles({ library, packJobs }: Pick<Services, 'library' | 'packJobs'>): Promise<void> {
  const { database } = library;
  const rows = new Map((await database.packs.toArray()).map((row) => [row.id, row]));
  for (const { id, release, isActive } of await database.packStates.toArray()) {
    const row = rows.get(id);
    if (row === undefined && release !== null) await packJobs.run(id, (job) => removePack(library, id, job));
    else if (row?.isOn === false && isActive)
      await packJobs.run(id, (job) => deactivatePack(library, id, job));
  }
  await packJobs.run(null, (job) => installBundledPacks(library, readBundled, job));
}
