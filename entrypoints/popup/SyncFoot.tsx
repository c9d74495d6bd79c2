import type { JSX } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { SyncStatus } from '../../components/SyncStatus';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';

/** How often the line looks again while something is on its way. */
const LOOK_MS = 3000;

interface SyncFootProps {
  readonly client: Client<PanelCalls>;
  /** A new number asks again. */
  readonly revision: number;
  readonly onSettings: () => void;
}

/** Sync in the foot of a panel. A failure to ask says nothing: the panel's own calls tell of it. */
export function SyncFoot({ client, revision, onSettings }: SyncFootProps): JSX.Element | null {
  const ask = useCallback(() => client.getSync({}), [client]);
  const [view, askAgain] = useAsync(ask);
  const isOff = view.status !== 'value' || view.value.state === 'off';
  useEffect(() => {
    void askAgain();
  }, [revision, askAgain]);
  useEffect(() => {
    if (isOff) return;
    const timer = setInterval(() => void askAgain(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isOff, askAgain]);
  if (view.status !== 'value') return null;
  const { state, pending, seenBy, problem } = view.value;
  return (
    <SyncStatus sync={{ state, pending, seenBy, isWaiting: problem !== null }} onSettings={onSettings} />
  );
}
