import { MalformedError } from '../crdt/json';
import type { Bytes } from '../crypto/bytes';
import type { ListedFile } from './encrypted-remote';
import { NewerContentError } from './payload';
import type { Round } from './round';
import type { KnownFile, Patch } from './store';

/** After this many failures in a row a file is only tried while few such files are about: see {@link isWorthTrying}. */
const FAILURES_MAX = 5;

/** At most this many often-failed files are tried again in one round. */
const HOPELESS_TRIES_MAX = 3;

/**
 * Fetches and reads one file, and notes when that fails. A file that cannot be read is never an error of the round: it
 * may be on its way, torn, or somebody else's.
 *
 * @param read makes sense of the content; may throw `MalformedError` or `NewerContentError`
 * @returns null when the file is gone or says nothing
 */
export async function fetchFile<Content>(
  round: Round,
  file: ListedFile,
  read: (content: Bytes) => Content,
): Promise<Content | null> {
  round.checkpoint();
  const opened = await round.remote.read(file.name, round.signal);
  if (opened === null) {
    round.listed.delete(file.name.text);
    return null;
  }
  if (!opened.ok) {
    await note(round, file, opened.why === 'newer' ? 'newer' : 'unreadable');
    return null;
  }
  try {
    return read(opened.content);
  } catch (cause) {
    if (cause instanceof NewerContentError) await note(round, file, 'newer');
    else if (cause instanceof MalformedError) await note(round, file, 'unreadable');
    else throw cause;
    return null;
  }
}

/** The patch that remembers a file as read. */
export function readFile(
  file: ListedFile,
  contents: KnownFile['contents'] = null,
): NonNullable<Patch['files']> {
  return [[file.name.text, { sizeBytes: file.sizeBytes, state: 'read', failures: 0, contents }]];
}

/** Whether to fetch a file that is not known as read. */
export function isWorthTrying(round: Round, file: ListedFile): boolean {
  if (round.tried.has(file.name.text)) return false;
  const known = round.known(file);
  if (known === null || known.failures < FAILURES_MAX) return true;
  const hopeless = round.files().filter((other) => (round.known(other)?.failures ?? 0) >= FAILURES_MAX);
  return hopeless.length <= HOPELESS_TRIES_MAX;
}

async function note(round: Round, file: ListedFile, state: 'unreadable' | 'newer'): Promise<void> {
  if (state === 'newer') round.isOutdated = true;
  round.tried.add(file.name.text);
  const failures = (round.known(file)?.failures ?? 0) + 1;
  const known: KnownFile = { sizeBytes: file.sizeBytes, state, failures, contents: null };
  await round.apply({ files: [[file.name.text, known]] });
}
