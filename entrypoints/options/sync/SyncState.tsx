import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../components/dates';
import { SYNC } from '../../../components/sync-words';
import type { SyncView } from '../../../utils/messaging/sync-calls';
import { adviceFor } from './advice';
import { SyncMessage } from './SyncMessage';
import { TextField } from './TextField';

interface SyncStateProps {
  readonly view: SyncView;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onSyncNow: () => void;
  readonly onPause: (paused: boolean) => void;
  readonly onPassword: (password: string) => void;
  readonly onAllowDeletions: () => void;
}

/** How sync stands: what is where, what stopped it, and the one thing to do about it. */
export function SyncState(props: SyncStateProps): JSX.Element {
  const { view, now, onSyncNow, onPause, onPassword, onAllowDeletions } = props;
  const [password, setPassword] = useState('');
  const { state, problem } = view;
  const last = view.lastSuccess === null ? SYNC.never : SYNC.last(formatMoment(view.lastSuccess, now));
  const where = [
    last,
    SYNC.pending(view.pending),
    view.seenBy > 0 ? SYNC.seenBy(view.seenBy) : '',
    view.notHere !== null && view.notHere > 0 ? SYNC.notHere(view.notHere) : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
  const pause = (
    <button type="button" class="btn quiet" onClick={() => onPause(true)}>
      {SYNC.pause}
    </button>
  );

  if (state === 'paused') {
    return (
      <SyncMessage tone="warn" title={SYNC.paused} text={`${SYNC.pausedHint} ${where}`}>
        <button type="button" class="btn primary" onClick={() => onPause(false)}>
          {SYNC.goOn}
        </button>
      </SyncMessage>
    );
  }
  if (problem?.code === 'many-deletions') {
    return (
      <SyncMessage tone="warn" title={SYNC.deletions(problem.deletions ?? 0)} text={SYNC.deletionsHint}>
        <button type="button" class="btn" onClick={onAllowDeletions}>
          {SYNC.letGo}
        </button>
        <button type="button" class="btn primary" onClick={() => onPause(true)}>
          {SYNC.keepMine}
        </button>
      </SyncMessage>
    );
  }
  if (state === 'running') {
    const text = view.progress === null ? where : SYNC.progress(view.progress.done, view.progress.total);
    return (
      <SyncMessage tone="good" title={SYNC.running} text={text}>
        {pause}
      </SyncMessage>
    );
  }
  if (problem !== null) {
    const title = state === 'stopped' ? SYNC.stopped : SYNC.waiting;
    return (
      <SyncMessage tone="warn" title={title} text={`${adviceFor(problem.code)} ${where}`}>
        {problem.code === 'unauthorised' && (
          <form
            class="btns"
            onSubmit={(event) => {
              event.preventDefault();
              onPassword(password);
              setPassword('');
            }}
          >
            <TextField label={SYNC.newPassword} type="password" value={password} onInput={setPassword} />
            <button type="submit" class="btn primary" disabled={password === ''}>
              {SYNC.savePassword}
            </button>
          </form>
        )}
        <button type="button" class="btn" onClick={onSyncNow}>
          {SYNC.syncNow}
        </button>
        {pause}
      </SyncMessage>
    );
  }
  return (
    <SyncMessage tone="good" title={SYNC.upToDate} text={where}>
      <button type="button" class="btn" onClick={onSyncNow}>
        {SYNC.syncNow}
      </button>
      {pause}
    </SyncMessage>
  );
}
