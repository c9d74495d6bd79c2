/** The parts of `nephele` that the tests use: its own types ask for those of Express. */
declare module 'nephele' {
  import type { RequestListener, IncomingMessage } from 'node:http';
  export class UnauthorizedError extends Error {}
  export default function createServer(options: {
    readonly adapter: import('@nephele/adapter-file-system').default;
    readonly authenticator: {
      readonly authenticate: (request: IncomingMessage) => Promise<{ readonly username: string }>;
      readonly cleanAuthentication: () => Promise<void>;
    };
  }): RequestListener;
}

declare module '@nephele/adapter-file-system' {
  export default class Adapter {
    constructor(options: { readonly root: string });
  }
}
