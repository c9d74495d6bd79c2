import type { JSX } from 'preact';
import { Icon } from './Icon';
import { SYNC_STATUS } from './sync-words';

/** How sync stands, as far as one line tells. */
export interface SyncFacts {
  readonly state: 'off' | 'idle' | 'running' | 'paused' | 'stopped';
  /** Changes that the folder has not been seen to hold yet. */
  readonly pending: number;
  /** Profiles that have read everything, this one included. */
  readonly seenBy: number;
  /** Whether something is wrong that passes by itself. */
  readonly isWaiting: boolean;
}

interface SyncStatusProps {
  readonly sync: SyncFacts;
  readonly onSettings: () => void;
}

/** Where the reader's words are beside this computer; nothing at all while sync is off. */
export function SyncStatus({ sync, onSettings }: SyncStatusProps): JSX.Element | null {
  const { state, pending, seenBy, isWaiting } = sync;
  if (state === 'off') return null;
  if (state === 'stopped' || state === 'paused') {
    return (
      <button type="button" class="btn quiet" onClick={onSettings}>
        <span class="warn">
          <Icon name="alert" small />
        </span>
        {state === 'paused' ? SYNC_STATUS.paused : SYNC_STATUS.stopped}
      </button>
    );
  }
  const words =
    pending > 0
      ? SYNC_STATUS.pending(pending)
      : seenBy > 1
        ? SYNC_STATUS.seenBy(seenBy)
        : SYNC_STATUS.inFolder;
  return <span class="small dim cut">{isWaiting ? SYNC_STATUS.waiting : words}</span>;
}
