import {
  BACKUP_FORMAT,
  BACKUP_SECTIONS,
  BACKUP_VERSION,
  type BackupHead,
  type BackupSections,
} from './format';

/** The text of a file: one row a line, so that two files can be compared line by line. Linear. */
export function writeBackup(head: BackupHead, sections: BackupSections): string {
  const lines = [
    ['format', JSON.stringify(BACKUP_FORMAT)],
    ['version', JSON.stringify(BACKUP_VERSION)],
    ['exported', JSON.stringify(head.exported)],
    ['settings', JSON.stringify(head.settings)],
    ['packs', rows(head.packs)],
    ...BACKUP_SECTIONS.map((section) => [section, rows(sections[section])]),
  ].map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function rows(list: readonly unknown[]): string {
  return list.length === 0 ? '[]' : `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
