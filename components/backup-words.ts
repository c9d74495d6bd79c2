import type { BackupProblem, BackupSection, ImportCounts } from '../utils/backup/format';
import { BACKUP_SECTIONS } from '../utils/backup/format';
import { counted } from './words';

const SECTION_WORDS: Readonly<Record<BackupSection, readonly [one: string, many: string]>> = {
  entities: ['name', 'names'],
  overlays: ['name of a pack with spellings of yours', 'names of packs with spellings of yours'],
  notes: ['note', 'notes'],
  drafts: ['draft', 'drafts'],
  facts: ['fact', 'facts'],
  articles: ['article', 'articles'],
  sightings: ['sentence', 'sentences'],
  decisions: ['decision', 'decisions'],
  unknowns: ['unknown operation', 'unknown operations'],
  versions: ['earlier state of a note', 'earlier states of notes'],
  bin: ['thing in the bin', 'things in the bin'],
  formDrafts: ['half-filled form', 'half-filled forms'],
};

/** What the library's section of the settings page says. */
export const BACKUP = {
  title: 'Your library',
  lead: 'One file with everything that is yours: names, notes, facts, articles, decisions and settings. Packs are only listed in it.',
  export: 'Export',
  exporting: 'Collecting…',
  exported: (file: string): string => `Saved as ${file}.`,
  exportAs: 'For other programs:',
  formats: { csv: 'CSV', markdown: 'Markdown', annotations: 'Web Annotation' },
  openLibrary: 'Open the library',
  import: 'Import…',
  choose: 'File to import',
  reading: 'Reading the file…',
  importing: 'Importing…',
  confirm: 'Import this',
  cancel: 'Cancel',
  nothingNew: 'Everything in this file is here already. Nothing needs to be written.',
  preview: (counts: ImportCounts): string =>
    `This file brings ${sum(counts)}. What is here stays; nothing is deleted.`,
  done: (counts: ImportCounts): string => `Imported ${sum(counts)}.`,
} as const;

/** Why a file is not read: what happened, what is safe, what to do. */
export function problemWords({ problem, where }: BackupProblem): string {
  const safe = 'Nothing was changed.';
  switch (problem) {
    case 'not-json':
      return `This file is cut off, or no library. ${safe} Choose a file that Export saved.`;
    case 'other-format':
      return `This file holds something else than a library of Backgrounder. ${safe} Choose a file that Export saved.`;
    case 'newer-version':
      return `A newer version of Backgrounder saved this file. ${safe} Update Backgrounder here, then import it again.`;
    case 'damaged':
      return `This file is damaged${where === '' ? '' : ` at ${where}`}. ${safe} Choose another copy of it.`;
  }
}

/** Whether an import would write anything. */
export function isNews(counts: ImportCounts): boolean {
  return BACKUP_SECTIONS.some((section) => counts[section].added + counts[section].changed > 0);
}

function sum(counts: ImportCounts): string {
  const phrases = BACKUP_SECTIONS.flatMap((section) => {
    const { added, changed } = counts[section];
    const [one, many] = SECTION_WORDS[section];
    return [
      ...(added > 0 ? [counted(added, `new ${one}`, `new ${many}`)] : []),
      ...(changed > 0 ? [counted(changed, `changed ${one}`, `changed ${many}`)] : []),
    ];
  });
  return phrases.length === 0 ? 'nothing new' : phrases.join(', ');
}
