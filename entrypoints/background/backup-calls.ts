import { mergeSettings } from '@/utils/backup/merge';
import { revisionOf } from '@/utils/db/database';
import type { ImportReply, PanelCalls } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/server';
import { readSettings, writeSettings } from '@/utils/platform/settings';
import { exportPart } from '@/utils/services/export-library';
import { importLibrary, previewImport } from '@/utils/services/import-library';
import { ImportStage } from '@/utils/services/import-stage';
import type { Services } from './services';

type BackupCalls = Pick<
  PanelCalls,
  'exportHead' | 'exportLibrary' | 'stageImport' | 'previewImport' | 'importLibrary'
>;

/** Answers what the library's section of the settings page asks: everything in, everything out. */
export function backupCalls({ library, finder }: Services): Handlers<BackupCalls> {
  const { database } = library;
  const stage = new ImportStage();
  return {
    async exportHead() {
      const versions = new Map(
        (await database.packStates.toArray()).map(({ id, release }) => [id, release?.version ?? 0]),
      );
      const packs = (await database.packs.toArray()).map(({ id, name }) => ({
        id,
        name,
        version: versions.get(id) ?? 0,
      }));
      const { readingIndex: _here, ...settings } = await readSettings();
      return { revision: await revisionOf(database), exported: library.now(), settings, packs };
    },
    exportLibrary: ({ section, offset }) => exportPart(library, section, offset),
    stageImport: ({ importId, index, text }) => stage.add(importId, index, text),
    async previewImport({ importId }): Promise<ImportReply> {
      const read = stage.read(importId);
      if ('problem' in read) return { status: 'problem', ...read };
      return { status: 'ok', counts: await previewImport(library, read), exported: read.exported };
    },
    async importLibrary({ importId }): Promise<ImportReply> {
      const read = stage.read(importId);
      if ('problem' in read) return { status: 'problem', ...read };
      const counts = await importLibrary(library, read);
      stage.clear();
      await writeSettings(mergeSettings(await readSettings(), read.settings));
      finder.forget();
      return { status: 'ok', counts, exported: read.exported };
    },
  };
}
