import type { PackCalls } from '@/utils/messaging/pack-calls';
import type { PackReply } from '@/utils/model/pack-view';
import type { Handlers } from '@/utils/messaging/server';
import type { PackId } from '@/utils/model/ids';
import { CallError } from '@/utils/model/call-error';
import { bundledPacks, setPack } from '@/utils/services/bundled-packs';
import { lightHeld, settleConflict } from '@/utils/services/edit-packs';
import { dismissWaiting, installWaiting, removePack } from '@/utils/services/install-packs';
import { listPacks } from '@/utils/services/list-packs';
import { PackStage } from '@/utils/services/pack-stage';
import { preparePack, type PreparedPack } from '@/utils/services/prepare-pack';
import { checkSubscription, lookAtAddress, type Look } from '@/utils/services/subscriptions';
import { packNet } from './pack-net';
import { planPackLooks } from './pack-wake';
import type { Services } from './services';
import { readBundled } from './wake';

/** Answers what the packs' section of the settings page asks. */
export function packCalls({ library, packJobs }: Services): Handlers<PackCalls> {
  const stage = new PackStage();
  return {
    listPacks: () => listPacks(library, readBundled, packJobs.running),
    async setPack(request) {
      await packJobs.run(request.packId, (job) => setPack(library, request, readBundled, job));
      await planPackLooks(library);
    },
    stagePack: ({ stageId, index, text }) => stage.add(stageId, index, text),
    async previewPack({ stageId }) {
      const text = stage.take(stageId);
      const expected = { source: { type: 'file' }, packId: null, reserved: await reserved() } as const;
      const prepared = await packJobs.run(null, (job) => preparePack(library, text, expected, job));
      return prepared === null ? { status: 'cancelled' } : replyOf(prepared);
    },
    async addPack({ url }) {
      const ids = await reserved();
      const look = await packJobs.run(null, (job) => lookAtAddress(library, url, ids, packNet, job));
      return look === null ? { status: 'cancelled' } : replyOfLook(look);
    },
    async installPack({ packId }) {
      const done = await packJobs.run(packId, async (job) => {
        await installWaiting(library, packId, job);
        return true;
      });
      await planPackLooks(library);
      return { status: done === null ? 'cancelled' : 'done' };
    },
    dismissPack: ({ packId }) => dismissWaiting(library, packId),
    async updatePack({ packId }) {
      const checked = await packJobs.run(packId, (job) => checkSubscription(library, packId, packNet, job));
      await planPackLooks(library);
      return checked ?? { type: 'cancelled' };
    },
    async removePack({ packId }) {
      if ((await reserved()).includes(packId))
        throw new CallError('forbidden', 'it comes with the extension');
      const done = await packJobs.run(packId, async (job) => {
        await removePack(library, packId, job);
        return true;
      });
      return { status: done === null ? 'cancelled' : 'done' };
    },
    cancelPackJob: () => packJobs.cancel(),
    lightHeld: (request) => lightHeld(library, request),
    settlePackConflict: (request) => settleConflict(library, request),
  };
}

/** Ids that only packs which come with the extension may have. */
async function reserved(): Promise<PackId[]> {
  return (await bundledPacks(readBundled)).map(({ id }) => id);
}

function replyOfLook(look: Look): PackReply {
  if (look.type === 'problem') return { status: 'address', problem: look.problem };
  // Somebody who subscribes anew to what is here has it already.
  if (look.type === 'nothing-new') return { status: 'same', name: '', version: 0 };
  return replyOf(look.prepared);
}

function replyOf(prepared: PreparedPack): PackReply {
  switch (prepared.status) {
    case 'ready':
      return { status: 'ready', packId: prepared.packId };
    case 'problems':
      return {
        status: 'problems',
        problems: prepared.problems.map(({ row, where, message }) => ({ row, where, message })),
      };
    case 'same':
      return { status: 'same', name: prepared.name, version: prepared.version };
    case 'older':
    case 'taken':
      return prepared;
    case 'wrong-content':
      return { status: 'address', problem: { code: 'wrong-hash', detail: '' } };
    case 'other-pack':
      return { status: 'address', problem: { code: 'other-pack', detail: prepared.name } };
    default:
      return prepared satisfies never;
  }
}
