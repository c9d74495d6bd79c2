import type { PageCalls } from '@/utils/messaging/protocol';
import type { Handlers, Sender } from '@/utils/messaging/server';
import { CallError } from '@/utils/model/call-error';
import { readSettings } from '@/utils/platform/settings';
import { siteOf } from '@/utils/platform/site';
import { requestCard } from '@/utils/services/open-card';
import { pagePolicy } from '@/utils/services/page-policy';
import type { Services } from './services';
import { forgetLit } from './tabs';

/** Answers content scripts. The tab is the one that the browser names, never one from the message. */
export function pageCalls({ library, index, documents, finder, tickets }: Services): Handlers<PageCalls> {
  return {
    async hello({ url }, sender) {
      // The page loads meanwhile: names are ready by the time it asks for them.
      void index.current().catch(() => {});
      await forgetLit(tabOf(sender));
      return pagePolicy(await readSettings(), siteOf(url));
    },
    async findMentions(text, sender) {
      const marks = await finder.find(tabOf(sender), text);
      return marks === null ? { status: 'resend' } : { status: 'ok', marks };
    },
    async requestCard(place, sender) {
      const site = siteOf(sender.url ?? '') ?? '';
      const ticket = await requestCard(library, documents, tickets, tabOf(sender), place, site);
      return ticket === null ? null : { ticket };
    },
  };
}

export function tabOf(sender: Sender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new CallError('forbidden', 'no tab');
  return id;
}
