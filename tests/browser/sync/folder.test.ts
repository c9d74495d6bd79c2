import { FolderRemote } from '../../../utils/sync/remotes/folder';
import { remoteContract } from '../../sync/remote-contract';

// The browser's private file system hands out the same handles as the folder picker, without a picker.
remoteContract('local folder', async () => {
  const root = await navigator.storage.getDirectory();
  const name = crypto.randomUUID();
  const all = await root.getDirectoryHandle(name, { create: true });
  const folders = new Map<string, FileSystemDirectoryHandle>();
  for (const folder of [
    'untouched',
    'simple',
    'twice',
    'deleted',
    'sizes',
    'left',
    'right',
    'many',
    'aborted',
    'vault',
  ])
    folders.set(folder, await all.getDirectoryHandle(folder, { create: true }));
  return {
    open: (folder) => {
      const handle = folders.get(folder);
      if (handle === undefined) throw new Error(`no folder ${folder}`);
      return new FolderRemote(handle);
    },
    stop: () => root.removeEntry(name, { recursive: true }),
  };
});
