import type { CardCalls } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/server';
import { openPopup } from '@/utils/platform/panels';
import { redeemTicket, rejectMention, undoReject } from '@/utils/services/open-card';
import { requestOpen } from './open-request';
import { tabOf } from './page-calls';
import type { Services } from './services';

/** Answers the hover card, which proves its right with a ticket and then a session. */
export function cardCalls({ library, tickets }: Services): Handlers<CardCalls> {
  return {
    redeemTicket: ({ ticket }, sender) => redeemTicket(library, tickets, ticket, tabOf(sender)),
    async rejectMention({ session, scope }, sender) {
      await rejectMention(library, await tickets.open(session, tabOf(sender)), scope);
    },
    async undoReject({ session, scope }, sender) {
      await undoReject(library, await tickets.open(session, tabOf(sender)), scope);
    },
    async openEntity({ session }, sender) {
      const tabId = tabOf(sender);
      const { entityId } = await tickets.open(session, tabId);
      await requestOpen(entityId);
      await openPopup({ id: tabId, index: sender.tab?.index ?? 0 });
    },
  };
}
