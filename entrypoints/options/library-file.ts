import { BACKUP_SECTIONS, type BackupHead, type BackupSections } from '../../utils/backup/format';
import { writeBackup } from '../../utils/backup/write';
import type { Client } from '../../utils/messaging/client';
import type { ImportReply, PanelCalls } from '../../utils/messaging/protocol';
import { CallError } from '../../utils/model/call-error';

/** Characters of a file in one message. */
const PART_LENGTH = 250_000;
/** How often an export begins anew because the library changed meanwhile. */
const ATTEMPTS_MAX = 5;

/**
 * The whole library as the text of a file, as it stood at one moment.
 *
 * @throws CallError of the calls; `unavailable` when the library changes faster than it can be read
 */
export async function collectLibrary(client: Client<PanelCalls>): Promise<string> {
  const { head, sections } = await readLibrary(client);
  return writeBackup(head, sections);
}

/** All rows of the library as they stood at one moment. Throws as {@link collectLibrary}. */
export async function readLibrary(
  client: Client<PanelCalls>,
): Promise<{ readonly head: BackupHead; readonly sections: BackupSections }> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const { revision, ...head } = await client.exportHead({});
    const sections = await collectSections(client, revision);
    if (sections !== null) return { head, sections };
  }
  throw new CallError('unavailable', 'the library changed during every attempt to read it');
}

/** Null when the library changed meanwhile. */
async function collectSections(client: Client<PanelCalls>, revision: number): Promise<BackupSections | null> {
  const sections: Record<string, unknown[]> = {};
  for (const section of BACKUP_SECTIONS) {
    const rows: unknown[] = [];
    sections[section] = rows;
    for (let offset: number | null = 0; offset !== null;) {
      const part = await client.exportLibrary({ section, offset });
      if (part.revision !== revision) return null;
      for (const row of part.rows) rows.push(row);
      offset = part.next;
    }
  }
  return sections as unknown as BackupSections;
}

/** Hands a file to the background and asks what it would bring. Nothing is written yet. */
export async function sendFile(
  client: Client<PanelCalls>,
  importId: string,
  text: string,
): Promise<ImportReply> {
  let index = 0;
  // An empty file is one empty part.
  do {
    const part = text.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH);
    await client.stageImport({ importId, index, text: part });
    index += 1;
  } while (index * PART_LENGTH < text.length);
  return client.previewImport({ importId });
}

/**
 * Merges a file that was handed over into the library. The background keeps it in memory only and stops when it has nothing
 * to do: a reader who looks at the preview for a while does not have to choose the file again, it is handed over anew.
 */
export async function importFile(
  client: Client<PanelCalls>,
  importId: string,
  text: string,
): Promise<ImportReply> {
  try {
    return await client.importLibrary({ importId });
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'expired') throw error;
  }
  const reply = await sendFile(client, importId, text);
  return reply.status === 'problem' ? reply : client.importLibrary({ importId });
}

/** Offers a text as a download; the browser asks or saves as it is set up to. Needs no permission. */
export function download(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): void {
  saveBlob(name, new Blob([content], { type }));
}

/** The same for bytes of no known kind. */
export function saveBytes(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  saveBlob(name, new Blob([bytes], { type: 'application/octet-stream' }));
}

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** "backgrounder-2026-01-31.json", by UTC. */
export function fileName(now: number, ending = 'json'): string {
  return `backgrounder-${new Date(now).toISOString().slice(0, 10)}.${ending}`;
}
