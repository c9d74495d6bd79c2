import { type EpochId, isEpochId } from '../crdt/stamp';

/**
 * Names of files in the folder, all in lower-case ASCII so that every storage can keep them:
 *
 * - `<epoch>_<from>_<to>_<hash>.log`: operations `from` to `to` of one epoch;
 * - `<epoch>_<seq>_<part>_<hash>.part`: some documents of snapshot `seq` that this epoch's profile made;
 * - `<epoch>_<seq>_<hash>.snap`: that snapshot's table of contents, written last.
 *
 * The hash is of the ciphertext (first 10 hex characters of SHA-256): it tells two files of one range apart and
 * shows nothing of the content.
 */
export type FileName = LogName | PartName | SnapshotName;

interface Named {
  /** The name in the folder. */
  readonly text: string;
  /** The name without its hash: what the encryption binds, since the hash is only known afterwards. */
  readonly bound: string;
  readonly epoch: EpochId;
}

export interface LogName extends Named {
  readonly kind: 'log';
  readonly from: number;
  readonly to: number;
}

export interface PartName extends Named {
  readonly kind: 'part';
  readonly seq: number;
  readonly part: number;
}

export interface SnapshotName extends Named {
  readonly kind: 'snap';
  readonly seq: number;
}

const NAME = /^([0-9a-z]{12})_([0-9]{9})(?:_([0-9]{9}))?_([0-9a-f]{10})\.(log|part|snap)$/;

const digits = (n: number): string => String(n).padStart(9, '0');

export function boundLog(epoch: EpochId, from: number, to: number): string {
  return `${epoch}_${digits(from)}_${digits(to)}.log`;
}

export function boundPart(epoch: EpochId, seq: number, part: number): string {
  return `${epoch}_${digits(seq)}_${digits(part)}.part`;
}

export function boundSnapshot(epoch: EpochId, seq: number): string {
  return `${epoch}_${digits(seq)}.snap`;
}

/** The bound name with the hash put in. */
export function withHash(bound: string, hash: string): string {
  return bound.replace('.', `_${hash}.`);
}

/** Null for everything that is none of ours. */
export function parseName(text: string): FileName | null {
  const [, epoch, first = '', second, hash = '', kind] = NAME.exec(text) ?? [];
  if (!isEpochId(epoch)) return null;
  const a = Number(first);
  const bound = text.replace(`_${hash}.`, '.');
  if (kind === 'snap') return second === undefined ? { kind, text, bound, epoch, seq: a } : null;
  if (second === undefined) return null;
  const b = Number(second);
  if (kind === 'part') return { kind, text, bound, epoch, seq: a, part: b };
  return a >= 1 && b >= a ? { kind: 'log', text, bound, epoch, from: a, to: b } : null;
}
