import type { PackCalls } from '@/utils/messaging/pack-calls';
import type { Handlers } from '@/utils/messaging/server';
import { setPack } from '@/utils/services/bundled-packs';
import type { Services } from './services';
import { readBundled } from './wake';

/** Answers what the packs' section of the settings page asks. */
export function packCalls({ library, packJobs }: Services): Handlers<PackCalls> {
  return {
    async setPack(request) {
      await packJobs.run(request.packId, (job) => setPack(library, request, readBundled, job));
    },
  };
}
