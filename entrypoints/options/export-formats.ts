import { strToU8, zipSync } from 'fflate';
import type { BackupSections } from '../../utils/backup/format';
import { writeAnnotations } from '../../utils/exchange/annotations';
import { writeCsv } from '../../utils/exchange/csv';
import { markdownFiles } from '../../utils/exchange/markdown-folder';

/** What other programs read. Only the file that Export writes holds everything. */
export const EXPORT_FORMATS = ['csv', 'markdown', 'annotations'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How the files are called. */
export const ENDINGS = { csv: 'csv', markdown: 'zip', annotations: 'jsonld' } satisfies Record<
  ExportFormat,
  string
>;

/** Media types. */
export const TYPES = {
  csv: 'text/csv',
  markdown: 'application/zip',
  annotations: 'application/ld+json',
} satisfies Record<ExportFormat, string>;

/** The library in each format. */
export const WRITERS: Readonly<
  Record<ExportFormat, (sections: BackupSections) => string | Uint8Array<ArrayBuffer>>
> = {
  csv: writeCsv,
  annotations: writeAnnotations,
  markdown: (sections) =>
    zipSync(Object.fromEntries([...markdownFiles(sections)].map(([name, text]) => [name, strToU8(text)]))),
};
