import { WebDavRemote } from '../../utils/sync/remotes/webdav';
import { remoteContract } from './remote-contract';
import { startNephele } from './servers/nephele';

remoteContract('WebDAV on nephele', async () => {
  const { url, user, password, stop } = await startNephele();
  return {
    open: (folder) =>
      new WebDavRemote({ folderUrl: `${url}${encodeURIComponent(`${folder} ü`)}`, user, password }, fetch),
    stop,
  };
});
