import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { formatMoment } from '../../../components/dates';
import { SYNC } from '../../../components/sync-words';
import { useAsync } from '../../../components/use-async';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import type { SyncConflict } from '../../../utils/messaging/sync-calls';

interface ConflictsProps {
  readonly client: Client<PanelCalls>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onSettled: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Notes that were written in two places at once: both texts, the joined one, and a choice. */
export function Conflicts({ client, now, onSettled, onFailure }: ConflictsProps): JSX.Element | null {
  const ask = useCallback(() => client.listConflicts({}), [client]);
  const [conflicts, askAgain] = useAsync(ask);
  if (conflicts.status !== 'value' || conflicts.value.length === 0) return null;
  const settle = (conflict: SyncConflict, body: string): void =>
    void client.settleConflict({ noteId: conflict.noteId, body }).then(askAgain).then(onSettled, onFailure);
  return (
    <section class="set">
      <h3 class="name">
        {SYNC.conflicts(conflicts.value.length)}
        <small>{SYNC.conflictsHint}</small>
      </h3>
      <ul class="conflicts">
        {conflicts.value.map((conflict) => (
          <li key={conflict.noteId}>
            <h4>
              <bdi>{conflict.name}</bdi>
            </h4>
            {choicesOf(conflict, now).map(({ what, text }) => (
              <div key={what} class="choice">
                <p class="small dim">{what}</p>
                <p class="prose">{text}</p>
                <button
                  type="button"
                  class="btn"
                  aria-label={`${SYNC.take}: ${SYNC.takeLabel(what, conflict.name)}`}
                  onClick={() => settle(conflict, text)}
                >
                  {SYNC.take}
                </button>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function choicesOf(conflict: SyncConflict, now: number): { readonly what: string; readonly text: string }[] {
  return [
    { what: SYNC.joined, text: conflict.merged },
    ...conflict.versions.map(({ text, saved }) => ({ what: SYNC.version(formatMoment(saved, now)), text })),
  ];
}
