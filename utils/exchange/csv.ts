import type { BackupSections } from '../backup/format';
import { otherNames, tagsOf, toldEntities } from './tables';

const COLUMNS = ['name', 'kind', 'aliases', 'summary', 'tags', 'notes'] as const;

/**
 * The reader's own entities as a table (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know the encoding):
 * one a row, other names and tags separated by semicolons, notes by a blank line.
 */
export function writeCsv(sections: Pick<BackupSections, 'entities' | 'notes'>): string {
  const rows = toldEntities(sections).map((told) => {
    const { name, kind, summary } = told.entity;
    return [
      name,
      kind,
      otherNames(told.entity).join('; '),
      summary,
      tagsOf(told).join('; '),
      told.notes.map(({ body }) => body).join('\n\n'),
    ];
  });
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A name may come from a page: a spreadsheet must not take it for a formula, so an apostrophe goes before one. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
