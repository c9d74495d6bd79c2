import type { OpenRequest } from '@/utils/messaging/protocol';
import { sessionStore } from '@/utils/platform/session-store';

const KEY = 'open-request';

/** Leaves word for the next panel that opens: show this. */
export async function requestOpen(request: OpenRequest): Promise<void> {
  await sessionStore.set(KEY, request);
}

/** Takes the word, once. */
export async function takeOpenRequest(): Promise<OpenRequest | null> {
  const request = (await sessionStore.get(KEY)) as OpenRequest | undefined;
  if (request === undefined) return null;
  await sessionStore.remove([KEY]);
  return request;
}
