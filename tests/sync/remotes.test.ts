import { AccountRemote } from '../../utils/sync/remotes/account';
import { MemoryRemote } from '../../utils/sync/remotes/memory';
import { S3Remote } from '../../utils/sync/remotes/s3';
import { WebDavRemote } from '../../utils/sync/remotes/webdav';
import type { Remote } from '../../utils/sync/remote';
import { FakeAccount } from './fake-account';
import { remoteContract, type RemoteSetup } from './remote-contract';
import { apachePath, startApache } from './servers/apache';
import type { Server } from './servers/process';
import { rclonePath, startRclone } from './servers/rclone';
import { startS3 } from './servers/s3';

remoteContract('memory', () => {
  const folders = new Map<string, Remote>();
  return Promise.resolve({
    open: (folder) => {
      const remote = folders.get(folder) ?? new MemoryRemote();
      folders.set(folder, remote);
      return remote;
    },
    stop: () => Promise.resolve(),
  });
});

// Two files of this size never stand side by side in the contract.
remoteContract('browser account', () => {
  const areas = new Map<string, FakeAccount>();
  return Promise.resolve({
    open: (folder) => {
      const area = areas.get(folder) ?? new FakeAccount();
      areas.set(folder, area);
      return new AccountRemote(area);
    },
    stop: () => Promise.resolve(),
    largestBytes: 70_000,
  });
});

async function webDav(starting: Promise<Server>): Promise<RemoteSetup> {
  const { url, user, password, stop } = await starting;
  return {
    open: (folder) =>
      new WebDavRemote({ folderUrl: `${url}${encodeURIComponent(`${folder} ü`)}`, user, password }, fetch),
    stop,
  };
}

/** Runs the contract where the program is installed; elsewhere says aloud that it did not. */
function onServer(
  title: string,
  path: string | null,
  start: (path: string) => Promise<Server>,
  packageName: string,
): void {
  if (path === null) console.warn(`NOT TESTED: ${title}; apt-get install ${packageName}`);
  else remoteContract(title, () => webDav(start(path)));
}

onServer('WebDAV on Apache mod_dav', apachePath, startApache, 'apache2');
onServer('WebDAV on rclone', rclonePath, startRclone, 'rclone');

remoteContract('S3 on s3rver', async () => {
  const { endpoint, bucket, secret, stop } = await startS3();
  const account = {
    accessKeyId: secret,
    secretAccessKey: secret,
    region: 'us-east-1',
    style: 'path',
  } as const;
  return { open: (folder) => new S3Remote({ endpoint, bucket, folder, ...account }, fetch), stop };
});
