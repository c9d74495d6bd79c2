import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { NoteHistory } from '../../components/NoteHistory';
import { NOTE_MORE } from '../../components/note-words';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { EntityView, PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { NoteId } from '../../utils/model/ids';
import type { WordChange } from '../../utils/model/note';

interface HistorySectionProps {
  readonly client: Client<PanelCalls>;
  readonly noteId: NoteId;
  /** Read anew whenever the library changes: then the history may be another. */
  readonly view: EntityView;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onRestored: () => Promise<void>;
}

/** One note's earlier words, compared and brought back. */
export function HistorySection({ client, noteId, view, now, onRestored }: HistorySectionProps): JSX.Element {
  const ask = useCallback(() => client.listVersions({ noteId }), [client, noteId]);
  const [versions, askAgain] = useAsync(ask);
  const [open, setOpen] = useState<{ readonly saved: number; readonly changes: WordChange[] } | null>(null);
  const [isRestored, setIsRestored] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => void askAgain(), [view, askAgain]);

  const act = (what: () => Promise<void>): void => {
    setFailure(null);
    setIsRestored(false);
    what().catch((error: unknown) => setFailure(failureCode(error)));
  };
  return (
    <section aria-label={NOTE_MORE.history}>
      {versions.status === 'error' && <ErrorNotice code={versions.code} onRetry={() => void askAgain()} />}
      {failure !== null && <ErrorNotice code={failure} />}
      {isRestored && <output class="small mid">{NOTE_MORE.restored}</output>}
      {versions.status === 'value' && (
        <NoteHistory
          versions={versions.value}
          open={open}
          now={now}
          onOpen={(saved) =>
            act(async () => {
              setOpen(
                saved === null ? null : { saved, changes: await client.compareVersion({ noteId, saved }) },
              );
            })
          }
          onRestore={(saved) =>
            act(async () => {
              await client.restoreVersion({ noteId, saved });
              setOpen(null);
              await onRestored();
              setIsRestored(true);
            })
          }
        />
      )}
    </section>
  );
}
