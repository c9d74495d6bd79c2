import { BACKUP_LENGTH_MAX, type Backup, type BackupProblem } from '../backup/format';
import { readBackup } from '../backup/read';
import { CallError } from '../model/call-error';

/**
 * Holds the file that is being brought in, part by part, since one message cannot hold it. In memory only: a worker that
 * was stopped in between answers `expired`, nothing was written, and the page sends the file again.
 */
export class ImportStage {
  private importId = '';
  private parts: string[] = [];
  private length = 0;

  /**
   * Takes the next part; part 0 drops whatever was here.
   *
   * @throws CallError `expired` when the parts before it are gone, `too-large` past 64 Mi characters
   */
  add(importId: string, index: number, text: string): void {
    if (index === 0) {
      this.clear();
      this.importId = importId;
    }
    if (importId !== this.importId || index !== this.parts.length) {
      throw new CallError('expired', 'the parts before this one are gone');
    }
    this.length += text.length;
    if (this.length > BACKUP_LENGTH_MAX) {
      this.clear();
      throw new CallError('too-large', 'a file longer than any library of ours');
    }
    this.parts.push(text);
  }

  /** The file, read anew at each call. Throws `expired` when it is gone. */
  read(importId: string): Backup | BackupProblem {
    if (importId !== this.importId || this.parts.length === 0) {
      throw new CallError('expired', 'the file is gone');
    }
    return readBackup(this.parts.join(''));
  }

  clear(): void {
    this.importId = '';
    this.parts = [];
    this.length = 0;
  }
}
