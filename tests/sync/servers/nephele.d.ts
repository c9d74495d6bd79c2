/** The parts of `nephele` that the tests use: its own types ask for those of Express. */
declare module 'nephele' {
  import type { IncomingMessage, RequestListener } from 'node:http';
  import type { FileSystem } from '@nephele/adapter-file-system';
  export class UnauthorizedError extends Error {}
  export default function createServer(options: {
    readonly adapter: FileSystem;
    readonly authenticator: {
      readonly authenticate: (request: IncomingMessage) => Promise<{ readonly username: string }>;
      readonly cleanAuthentication: () => Promise<void>;
    };
  }): RequestListener;
}

declare module '@nephele/adapter-file-system' {
  export interface FileSystem {
    readonly root: string;
  }
  const FileSystemAdapter: new (options: { readonly root: string }) => FileSystem;
  export default FileSystemAdapter;
}
