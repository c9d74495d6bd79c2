import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { freePort } from './process';

/** An S3 service in this process, on a folder of its own: checks signatures, ignores every condition. */
export async function startS3(): Promise<{
  readonly endpoint: string;
  readonly bucket: string;
  readonly secret: string;
  readonly stop: () => Promise<void>;
}> {
  const directory = mkdtempSync(join(tmpdir(), 'backgrounder-s3-'));
  const port = await freePort();
  const bucket = 'notes';
  const address = '127.0.0.1';
  const server = new S3rver({ address, port, silent: true, directory, configureBuckets: [{ name: bucket }] });
  await server.run();
  return {
    endpoint: `http://${address}:${port}`,
    bucket,
    // The one account that s3rver knows.
    secret: 'S3RVER',
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
