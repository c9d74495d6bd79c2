import type { EntityId } from '@/utils/model/ids';
import { sessionStore } from '@/utils/platform/session-store';

const KEY = 'open-request';

/** Leaves word for the next panel that opens: show this entity. */
export async function requestOpen(entityId: EntityId): Promise<void> {
  await sessionStore.set(KEY, entityId);
}

/** Takes the word, once. */
export async function takeOpenRequest(): Promise<EntityId | null> {
  const entityId = (await sessionStore.get(KEY)) as EntityId | undefined;
  if (entityId === undefined) return null;
  await sessionStore.remove([KEY]);
  return entityId;
}
