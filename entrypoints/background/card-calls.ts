import type { CardCalls } from '@/utils/messaging/protocol';
import type { Handlers, Sender } from '@/utils/messaging/server';
import { CallError } from '@/utils/model/call-error';
import type { Ticket } from '@/utils/model/ids';
import { openPopup } from '@/utils/platform/panels';
import {
  chooseRunnerUp,
  redeemTicket,
  rejectMention,
  undoChoice,
  undoReject,
} from '@/utils/services/open-card';
import { ignoreUnknown, saveUnknown } from '@/utils/services/radar-inbox';
import type { EntityRight, Tickets, UnknownRight } from '@/utils/services/tickets';
import { requestOpen } from './open-request';
import { tabOf } from './page-calls';
import type { Services } from './services';

/** Answers the hover card, which proves its right with a ticket and then a session. */
export function cardCalls({ library, tickets }: Services): Handlers<CardCalls> {
  return {
    redeemTicket: ({ ticket }, sender) => redeemTicket(library, tickets, ticket, tabOf(sender)),
    async rejectMention({ session, scope }, sender) {
      await rejectMention(library, await entityRight(tickets, session, sender), scope);
    },
    async undoReject({ session, scope }, sender) {
      await undoReject(library, await entityRight(tickets, session, sender), scope);
    },
    async chooseRunnerUp({ session }, sender) {
      await chooseRunnerUp(library, await entityRight(tickets, session, sender));
    },
    async undoChoice({ session }, sender) {
      await undoChoice(library, await entityRight(tickets, session, sender));
    },
    async openEntity({ session }, sender) {
      const tabId = tabOf(sender);
      const right = await tickets.open(session, tabId);
      await requestOpen(
        right.type === 'entity'
          ? { type: 'entity', entityId: right.entityId }
          : { type: 'unknown', unknownId: right.unknownId, name: right.card.name },
      );
      await openPopup({ id: tabId, index: sender.tab?.index ?? 0 });
    },
    async saveUnknown({ session }, sender) {
      const { unknownId, card } = await unknownRight(tickets, session, sender);
      await saveUnknown(library, unknownId, card);
    },
    async ignoreUnknown({ session, ignored }, sender) {
      const { unknownId, card } = await unknownRight(tickets, session, sender);
      await ignoreUnknown(library, unknownId, ignored, card);
    },
  };
}

async function entityRight(tickets: Tickets, session: Ticket, sender: Sender): Promise<EntityRight> {
  const right = await tickets.open(session, tabOf(sender));
  if (right.type !== 'entity') throw new CallError('forbidden', 'this card shows no known name');
  return right;
}

async function unknownRight(tickets: Tickets, session: Ticket, sender: Sender): Promise<UnknownRight> {
  const right = await tickets.open(session, tabOf(sender));
  if (right.type !== 'unknown') throw new CallError('forbidden', 'this card shows no unknown name');
  return right;
}
