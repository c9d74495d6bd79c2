import * as v from 'valibot';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup, type BackupProblem } from './format';
import { backupSchema } from './schema';

/** A file's text as a library, or why it is none. Never throws; all of it is sound or none of it is read. */
export function readBackup(text: string): Backup | BackupProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'not-json', where: '' };
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== BACKUP_FORMAT) {
    return { problem: 'other-format', where: '' };
  }
  if ('version' in json && typeof json.version === 'number' && json.version > BACKUP_VERSION) {
    return { problem: 'newer-version', where: '' };
  }
  // The first problem is enough to say where; the others often follow from it.
  const checked = v.safeParse(backupSchema, asNewest(json), { abortEarly: true });
  if (!checked.success) return { problem: 'damaged', where: placeOf(checked.issues[0]) };
  const { format: _format, version: _version, ...backup } = checked.output;
  return backup;
}

/** A file of version 1 as one of version 2, which only adds. */
function asNewest(json: object): object {
  if (!('version' in json) || json.version !== 1) return json;
  return { versions: [], bin: [], formDrafts: [], ...json, version: BACKUP_VERSION };
}

/** "notes, row 3, body": keys of the format only, never what the reader wrote. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .slice(0, 4)
    .map(({ key }) => (typeof key === 'number' ? `row ${key + 1}` : String(key).slice(0, 40)))
    .join(', ');
}
