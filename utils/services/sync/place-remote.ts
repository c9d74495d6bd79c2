import type { SyncPlace } from '../../model/sync-place';
import { originsOf } from '../../sync/place';
import { SyncError } from '../../sync/errors';
import type { Remote } from '../../sync/remote';
import { LIMITS, type Limits } from '../../sync/round';
import { AccountRemote } from '../../sync/remotes/account';
import { FolderRemote } from '../../sync/remotes/folder';
import { S3Remote } from '../../sync/remotes/s3';
import { WebDavRemote } from '../../sync/remotes/webdav';
import type { SyncWorld } from './world';

/**
 * The storage at a place, once the browser lets us reach it.
 *
 * @throws SyncError `not-found` for an address that is none, `no-permission` when the browser's right to the host or the
 *   folder is missing
 */
export async function remoteOf(
  world: Pick<SyncWorld, 'fetch' | 'folder' | 'account' | 'hasOrigins'>,
  place: SyncPlace,
): Promise<Remote> {
  const origins = originsOf(place);
  if (origins === null) throw new SyncError('not-found', { detail: 'not an address' });
  if (origins.length > 0 && !(await world.hasOrigins(origins))) throw new SyncError('no-permission');
  switch (place.type) {
    case 'webdav': {
      const { url, user, password } = place;
      return new WebDavRemote({ folderUrl: url, user, password }, world.fetch);
    }
    case 's3': {
      const { endpoint, region, bucket, prefix, keyId, secret, style } = place;
      const keys = { accessKeyId: keyId, secretAccessKey: secret };
      const folder = prefix.replace(/^\/+|\/+$/g, '');
      return new S3Remote({ endpoint, region, bucket, folder, style, ...keys }, world.fetch);
    }
    case 'folder': {
      const handle = await world.folder();
      if (handle === null) throw new SyncError('no-permission', { detail: 'no folder is chosen' });
      return new FolderRemote(handle);
    }
    case 'account':
      return new AccountRemote(world.account);
  }
}

/** An account has room for few files, and every file costs a name: what elsewhere waits for 200 is tidied at 24 here. */
const ACCOUNT_LIMITS: Limits = {
  ...LIMITS,
  opsMax: 300,
  partDocsMax: 50,
  logsMax: 24,
  logBytesMin: 8 * 1024,
};

/** How large files may be and when a place is tidied. */
export function limitsOf(place: SyncPlace): Limits {
  return place.type === 'account' ? ACCOUNT_LIMITS : LIMITS;
}
