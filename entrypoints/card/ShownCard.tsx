import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CardFace } from '../../components/CardFace';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { NotThisMenu } from '../../components/NotThisMenu';
import { UndoLine } from '../../components/UndoLine';
import { ENTRY } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { CardCalls, CardView } from '../../utils/messaging/protocol';
import type { Ticket } from '../../utils/model/ids';
import type { DecisionScope } from '../../utils/model/mention';
import { CARD_TITLE_ID } from './CardFrame';

interface ShownCardProps {
  readonly client: Client<CardCalls>;
  readonly session: Ticket;
  readonly view: CardView;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onClose: () => void;
}

/** A card that was redeemed, with its two acts: open, and "not this" with its undo. */
export function ShownCard({ client, session, view, now, onClose }: ShownCardProps): JSX.Element {
  const [rejected, setRejected] = useState<DecisionScope | null>(null);
  const [chosen, setChosen] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const act = async (what: () => Promise<void>): Promise<void> => {
    setFailure(null);
    try {
      await what();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const reject = (scope: DecisionScope): void =>
    void act(async () => {
      await client.rejectMention({ session, scope });
      setRejected(scope);
    });
  const undo = (scope: DecisionScope): void =>
    void act(async () => {
      await client.undoReject({ session, scope });
      setRejected(null);
    });
  const choose = (isChosen: boolean): void =>
    void act(async () => {
      await (isChosen ? client.chooseRunnerUp({ session }) : client.undoChoice({ session }));
      setChosen(isChosen);
    });
  const open = (): void =>
    void act(async () => {
      await client.openEntity({ session });
      onClose();
    });

  return (
    <CardFace
      content={view}
      titleId={CARD_TITLE_ID}
      now={now}
      notice={
        <>
          {failure !== null && <ErrorNotice code={failure} />}
          {chosen && view.runnerUp !== null && (
            <UndoLine text={ENTRY.chosen(view.surface, view.runnerUp.name)} onUndo={() => choose(false)} />
          )}
        </>
      }
      notThis={
        rejected === null ? (
          <NotThisMenu surface={view.surface} site={view.site} onReject={reject} />
        ) : (
          <UndoLine text={ENTRY.ignored(view.surface, rejected, view.site)} onUndo={() => undo(rejected)} />
        )
      }
      actions={{ onOpen: open, onClose, onUseOther: chosen ? null : () => choose(true) }}
    />
  );
}
