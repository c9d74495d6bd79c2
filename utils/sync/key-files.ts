import { sha256, toHex } from '../crypto/bytes';
import { type KeyHeader, keyHeaderBytes, readKeyHeader } from '../crypto/key-header';
import { SyncError } from './errors';
import type { Remote } from './remote';

/** Key headers lie beside the vault's files, readable, as `k_<hash>.hdr`. */
const NAME = /^k_[0-9a-f]{10}\.hdr$/;

/**
 * The headers in the folder, for a profile that joins by passphrase or recovery code. Usually one; two while a change
 * of passphrase is under way.
 *
 * @throws SyncError, `newer-format` when there are headers and all of them are newer
 */
export async function readKeyHeaders(remote: Remote, signal: AbortSignal): Promise<readonly KeyHeader[]> {
  const headers: KeyHeader[] = [];
  let newerCount = 0;
  for (const { name } of await remote.list(signal)) {
    if (!NAME.test(name)) continue;
    const bytes = await remote.get(name, signal);
    const header = bytes === null ? 'not-a-header' : readKeyHeader(bytes);
    if (typeof header !== 'string') headers.push(header);
    else if (header === 'newer') newerCount += 1;
  }
  if (headers.length === 0 && newerCount > 0) throw new SyncError('newer-format');
  return headers;
}

/**
 * Writes a header and, once it has been read back, deletes the former ones: a new passphrase or recovery code is in force.
 *
 * @throws SyncError
 */
export async function replaceKeyHeader(
  remote: Remote,
  header: KeyHeader,
  signal: AbortSignal,
): Promise<void> {
  const bytes = keyHeaderBytes(header);
  const name = `k_${toHex(await sha256(bytes)).slice(0, 10)}.hdr`;
  const former = (await remote.list(signal)).filter((file) => NAME.test(file.name) && file.name !== name);
  await remote.put(name, bytes, signal);
  const back = await remote.get(name, signal);
  if (back === null || typeof readKeyHeader(back) === 'string')
    throw new SyncError('not-landed', { detail: name });
  for (const file of former) await remote.del(file.name, signal);
}

/**
 * Takes every header away: from then on only paired profiles get in.
 *
 * @throws SyncError
 */
export async function dropKeyHeaders(remote: Remote, signal: AbortSignal): Promise<void> {
  for (const { name } of await remote.list(signal)) if (NAME.test(name)) await remote.del(name, signal);
}
