import { type Bytes, equalBytes, type FillRandom, randomBytes } from '../crypto/bytes';
import { SyncError, syncErrorOf } from './errors';
import type { Remote } from './remote';

/** What is tried, in this order. */
export const CONNECTION_STEPS = ['list', 'write', 'see', 'read', 'delete'] as const;
export type ConnectionStep = (typeof CONNECTION_STEPS)[number];

/** How far the test came; `error` is null when every step succeeded. */
export interface ConnectionResult {
  readonly passed: readonly ConnectionStep[];
  readonly error: SyncError | null;
}

/** As much as `getRandomValues` gives at once, and more than any buffer that a server might forget to write out. */
const SAMPLE_BYTES = 65_536;

/**
 * Tries a folder with a file of noise before any note is trusted to it, and cleans up after itself. A server that says
 * yes to everything and keeps nothing fails at `see` or `read`.
 *
 * @param onStep called before each step, for the settings page
 */
export async function testConnection(
  remote: Remote,
  fill: FillRandom,
  signal: AbortSignal,
  onStep: (step: ConnectionStep) => void = () => {},
): Promise<ConnectionResult> {
  const sample = randomBytes(SAMPLE_BYTES, fill);
  const name = `test_${Array.from(randomBytes(8, fill), (byte) => byte.toString(16).padStart(2, '0')).join('')}.tmp`;
  const passed: ConnectionStep[] = [];
  try {
    for (const step of CONNECTION_STEPS) {
      onStep(step);
      await tryStep(step, remote, name, sample, signal);
      passed.push(step);
    }
    return { passed, error: null };
  } catch (cause) {
    if (passed.includes('write')) await tidy(remote, name, signal);
    return { passed, error: syncErrorOf(cause) };
  }
}

async function tryStep(
  step: ConnectionStep,
  remote: Remote,
  name: string,
  sample: Bytes,
  signal: AbortSignal,
): Promise<void> {
  switch (step) {
    case 'list':
      await remote.list(signal);
      return;
    case 'write':
      await remote.put(name, sample, signal);
      return;
    case 'see': {
      const files = await remote.list(signal);
      const isThere = files.some((file) => file.name === name && file.sizeBytes === sample.length);
      if (!isThere) throw new SyncError('not-landed', { detail: 'not in the listing' });
      return;
    }
    case 'read': {
      const back = await remote.get(name, signal);
      if (back === null || !equalBytes(back, sample))
        throw new SyncError('not-landed', { detail: 'read back' });
      return;
    }
    case 'delete':
      await remote.del(name, signal);
      if ((await remote.get(name, signal)) !== null)
        throw new SyncError('forbidden', { detail: 'still there' });
  }
}

async function tidy(remote: Remote, name: string, signal: AbortSignal): Promise<void> {
  try {
    await remote.del(name, signal);
  } catch {
    // The test has failed already, with a better reason than this one.
  }
}
