import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';

/** Characters in one message. */
const PART_LENGTH = 250_000;

/** Hands the text of a pack to the background, part by part. Nothing is kept yet. */
export async function sendPack(
  client: Client<PanelCalls>,
  stageId: string,
  pieces: AsyncIterable<string>,
): Promise<void> {
  let pending = '';
  let index = 0;
  const send = async (text: string): Promise<void> => {
    await client.stagePack({ stageId, index, text });
    index += 1;
  };
  for await (const piece of pieces) {
    pending += piece;
    while (pending.length >= PART_LENGTH) {
      await send(pending.slice(0, PART_LENGTH));
      pending = pending.slice(PART_LENGTH);
    }
  }
  // An empty file is one empty part.
  if (pending !== '' || index === 0) await send(pending);
}
