import type { JSX } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import { formatMoment } from '../../../components/dates';
import { ErrorNotice } from '../../../components/ErrorNotice';
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

/** Notes that were written in two places at once: both texts, the joined one to be mended, and a choice. */
export function Conflicts({ client, now, onSettled, onFailure }: ConflictsProps): JSX.Element | null {
  const ask = useCallback(() => client.listConflicts({}), [client]);
  const [conflicts, askAgain] = useAsync(ask);
  if (conflicts.status === 'error')
    return <ErrorNotice code={conflicts.code} onRetry={() => void askAgain()} />;
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
            <Joined conflict={conflict} onTake={(body) => settle(conflict, body)} />
            {conflict.versions.map(({ text, saved }) => {
              const what = SYNC.version(formatMoment(saved, now));
              return (
                <div key={`${saved} ${text}`} class="choice">
                  <p class="small dim">{what}</p>
                  <p class="prose" dir="auto">
                    {text}
                  </p>
                  <Take what={what} name={conflict.name} onTake={() => settle(conflict, text)} />
                </div>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface JoinedProps {
  readonly conflict: SyncConflict;
  readonly onTake: (body: string) => void;
}

/** The joined text, in a field: where two people changed one sentence, no program joins it as they would. */
function Joined({ conflict, onTake }: JoinedProps): JSX.Element {
  const id = useId();
  const [text, setText] = useState(conflict.merged);
  return (
    <div class="choice">
      <label class="small dim" for={id}>
        {SYNC.joined}
      </label>
      <textarea
        id={id}
        class="area"
        rows={4}
        dir="auto"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Take what={SYNC.joined} name={conflict.name} onTake={() => onTake(text)} />
    </div>
  );
}

interface TakeProps {
  readonly what: string;
  readonly name: string;
  readonly onTake: () => void;
}

function Take({ what, name, onTake }: TakeProps): JSX.Element {
  return (
    <button
      type="button"
      class="btn"
      aria-label={`${SYNC.take}: ${SYNC.takeLabel(what, name)}`}
      onClick={onTake}
    >
      {SYNC.take}
    </button>
  );
}
