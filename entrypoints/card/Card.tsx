import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import type { Client } from '../../utils/messaging/client';
import type { CardCalls, CardView, UnknownCardView } from '../../utils/messaging/protocol';
import { parseHostToCard, type CardToHost } from '../../utils/model/card-channel';
import type { Ticket } from '../../utils/model/ids';
import { CardFrame } from './CardFrame';
import { FailedCard } from './FailedCard';
import { ShownCard } from './ShownCard';
import { ShownUnknown } from './ShownUnknown';

interface CardProps {
  readonly client: Client<CardCalls>;
  /** The channel to the host in the page. The card starts it. */
  readonly port: MessagePort;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What is drawn. `turn` tells one card from the next, so that nothing of the last one is left in it. */
type Shown =
  | { readonly turn: number; readonly session: Ticket; readonly view: CardView | UnknownCardView }
  | { readonly turn: number; readonly failure: ErrorCode };

/**
 * The card page: empty until the host shows a ticket, empty again when it hides. What it draws comes from the background,
 * for that ticket; it keeps nothing.
 */
export function Card({ client, port, now }: CardProps): JSX.Element | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const wantsFocus = useRef(false);

  useEffect(() => {
    let turn = 0;
    const show = async (ticket: Ticket): Promise<void> => {
      turn += 1;
      const mine = turn;
      wantsFocus.current = false;
      let next: Shown;
      try {
        const { session, card } = await client.redeemTicket({ ticket });
        next = { turn: mine, session, view: card };
      } catch (error) {
        next = { turn: mine, failure: failureCode(error) };
      }
      // Hidden or shown anew in the meantime: this answer is nobody's any more.
      if (mine === turn) setShown(next);
    };
    const hear = (event: MessageEvent<unknown>): void => {
      const message = parseHostToCard(event.data);
      if (message?.type === 'show') void show(message.ticket);
      else if (message?.type === 'hide') {
        turn += 1;
        setShown(null);
      } else if (message?.type === 'focus') {
        wantsFocus.current = true;
        focusCard();
      }
    };
    port.addEventListener('message', hear);
    port.start();
    post(port, { type: 'ready' });
    return () => port.close();
  }, [client, port]);

  const tellHeight = useCallback((height: number) => post(port, { type: 'size', height }), [port]);

  if (shown === null) return null;
  const close = (): void => post(port, { type: 'close' });
  return (
    <CardFrame key={shown.turn} takesFocus={wantsFocus.current} onHeight={tellHeight} onEscape={close}>
      {'failure' in shown ? (
        <FailedCard code={shown.failure} onClose={close} />
      ) : shown.view.type === 'unknown' ? (
        <ShownUnknown client={client} session={shown.session} view={shown.view} onClose={close} />
      ) : (
        <ShownCard client={client} session={shown.session} view={shown.view} now={now()} onClose={close} />
      )}
    </CardFrame>
  );
}

function focusCard(): void {
  document.querySelector<HTMLElement>('.card')?.focus();
}

function post(port: MessagePort, message: CardToHost): void {
  port.postMessage(message);
}
