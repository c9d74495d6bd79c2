import { describe, expect, test } from 'vitest';
import { importFile } from '../../entrypoints/options/library-file';
import type { Client } from '../../utils/messaging/client';
import type { ImportReply, PanelCalls } from '../../utils/messaging/protocol';
import { CallError } from '../../utils/model/call-error';

const DONE = { status: 'ok', counts: {}, exported: 1 } as unknown as ImportReply;

/** A background that has forgotten the file that was handed to it, or fails. */
function background(code: 'expired' | 'storage'): { client: Client<PanelCalls>; calls: string[] } {
  const calls: string[] = [];
  let isStaged = false;
  const answers: Partial<Client<PanelCalls>> = {
    importLibrary: () => {
      calls.push('import');
      return isStaged ? Promise.resolve(DONE) : Promise.reject(new CallError(code, 'gone'));
    },
    stageImport: ({ text }) => {
      calls.push(`stage ${text}`);
      isStaged = true;
      return Promise.resolve();
    },
    previewImport: () => Promise.resolve(DONE),
  };
  return { client: answers as Client<PanelCalls>, calls };
}

describe('an import that is confirmed late', () => {
  test('hands the file over again when the background has forgotten it', async () => {
    const { client, calls } = background('expired');
    expect(await importFile(client, 'import1', 'file')).toEqual(DONE);
    expect(calls).toEqual(['import', 'stage file', 'import']);
  });

  test('tells any other failure', async () => {
    const { client, calls } = background('storage');
    await expect(importFile(client, 'import1', 'file')).rejects.toMatchObject({ code: 'storage' });
    expect(calls).toEqual(['import']);
  });
});
