import type { EntityCalls } from '@/utils/messaging/entity-calls';
import type { Handlers } from '@/utils/messaging/server';
import { deleteEntity, listBin, restoreFromBin } from '@/utils/services/bin';
import { editEntity } from '@/utils/services/edit-entities';
import { deleteFact, listFacts, saveFact } from '@/utils/services/edit-facts';
import { listFormDrafts, saveFormDraft } from '@/utils/services/form-drafts';
import type { Services } from './services';

/** Answers what panels ask of one entity: its facts, its own fields, and what was deleted. */
export function entityCalls({ library }: Services): Handlers<EntityCalls> {
  return {
    listFacts: ({ entityId }) => listFacts(library, entityId),
    saveFact: (edit) => saveFact(library, edit),
    deleteFact: async ({ factId }) => ({ binId: await deleteFact(library, factId) }),
    editEntity: (edit) => editEntity(library, edit),
    deleteEntity: async ({ entityId }) => ({ binId: await deleteEntity(library, entityId) }),
    listBin: () => listBin(library),
    restoreFromBin: ({ binId }) => restoreFromBin(library, binId),
    saveFormDraft: (draft) => saveFormDraft(library, draft),
    listFormDrafts: ({ form }) => listFormDrafts(library, form),
  };
}
