import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ENTITY } from '../../components/entity-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { UndoLine } from '../../components/UndoLine';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { Capture } from '../../utils/model/capture';
import type { FormDraft } from '../../utils/model/form-draft';
import type { EntityId } from '../../utils/model/ids';
import { captureOf } from './capture-draft';

interface NamesNoticeProps {
  readonly client: Client<PanelCalls>;
  /** A name that was moved to the bin just now, or null. */
  readonly deleted: { readonly binId: string; readonly name: string } | null;
  /** The name is back. */
  readonly onUndone: (entityId: EntityId | null) => void;
  /** The reader goes on with a name that was left half saved. */
  readonly onCapture: (capture: Capture) => void;
}

/** What is left to undo, and the form that was left before it was saved. */
export function NamesNotice({ client, deleted, onUndone, onCapture }: NamesNoticeProps): JSX.Element | null {
  const [left, setLeft] = useState<FormDraft | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => {
    client.listFormDrafts({ form: 'capture' }).then(
      (drafts) => setLeft(drafts[0] ?? null),
      // They are an extra: what is wrong with the library, the page's own names say.
      () => undefined,
    );
  }, [client]);
  const act = (what: () => Promise<unknown>): void => {
    setFailure(null);
    what().catch((error: unknown) => setFailure(failureCode(error)));
  };
  const discard = (draft: FormDraft): void =>
    act(async () => {
      await client.saveFormDraft({ form: 'capture', about: draft.about, fields: null });
      setLeft(null);
    });

  if (left === null && deleted === null) return null;
  return (
    <>
      {deleted !== null && (
        <div class="notice">
          <UndoLine
            text={ENTITY.deleted(deleted.name)}
            onUndo={() =>
              act(async () => {
                await client.restoreFromBin({ binId: deleted.binId });
                onUndone(null);
              })
            }
          />
        </div>
      )}
      {left !== null && (
        <div class="strip">
          <span class="grow cut">
            <bdi>{ENTITY.left(left.fields['name'] ?? left.about)}</bdi>
          </span>
          <button type="button" class="btn quiet tight" onClick={() => discard(left)}>
            {ENTITY.discard}
          </button>
          <button type="button" class="btn tight" onClick={() => onCapture(captureOf(left))}>
            {ENTITY.goOn}
          </button>
        </div>
      )}
      {failure !== null && (
        <div class="pad">
          <ErrorNotice code={failure} />
        </div>
      )}
    </>
  );
}
