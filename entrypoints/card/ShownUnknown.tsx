import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { UndoLine } from '../../components/UndoLine';
import { UnknownCardFace } from '../../components/UnknownCardFace';
import { UNKNOWN } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { CardCalls, UnknownCardView } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { Ticket } from '../../utils/model/ids';
import { CARD_TITLE_ID } from './CardFrame';

interface ShownUnknownProps {
  readonly client: Client<CardCalls>;
  readonly session: Ticket;
  readonly view: UnknownCardView;
  readonly onClose: () => void;
}

/** The card of an operation that nobody has saved: save it, say whose other name it is, or ignore it. */
export function ShownUnknown({ client, session, view, onClose }: ShownUnknownProps): JSX.Element {
  const [done, setDone] = useState<'saved' | 'ignored' | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const act = async (what: () => Promise<void>): Promise<void> => {
    setFailure(null);
    try {
      await what();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const save = (): void =>
    void act(async () => {
      await client.saveUnknown({ session });
      setDone('saved');
    });
  const ignore = (ignored: boolean): void =>
    void act(async () => {
      await client.ignoreUnknown({ session, ignored });
      setDone(ignored ? 'ignored' : null);
    });
  const alias = (): void =>
    void act(async () => {
      await client.openEntity({ session });
      onClose();
    });

  return (
    <UnknownCardFace
      content={view}
      titleId={CARD_TITLE_ID}
      notice={
        <>
          {failure !== null && <ErrorNotice code={failure} />}
          {done === 'saved' && <output class="mid">{UNKNOWN.saved(view.name)}</output>}
          {done === 'ignored' && <UndoLine text={UNKNOWN.ignored(view.name)} onUndo={() => ignore(false)} />}
        </>
      }
      actions={done === null ? { onSave: save, onAlias: alias, onIgnore: () => ignore(true) } : null}
      onClose={onClose}
    />
  );
}
