import type { PageCalls } from '@/utils/messaging/protocol';
import type { Handlers, Sender } from '@/utils/messaging/server';
import { CallError } from '@/utils/model/call-error';
import { logDefect } from '@/utils/platform/log';
import { readSettings } from '@/utils/platform/settings';
import { siteOf } from '@/utils/platform/site';
import { requestCard } from '@/utils/services/open-card';
import { pagePolicy } from '@/utils/services/page-policy';
import { documentOf } from '@/utils/services/view-page';
import type { Services } from './services';
import { describe, forgetLit, readBlocks } from './tabs';

/** Answers content scripts. The tab is the one that the browser names, never one from the message. */
export function pageCalls(services: Services): Handlers<PageCalls> {
  const { library, index, documents, finder, tickets, recorder, unknowns } = services;
  return {
    async hello({ url }, sender) {
      // The page loads meanwhile: names are ready by the time it asks for them.
      void index.current().catch(() => {});
      await forgetLit(tabOf(sender));
      return pagePolicy(await readSettings(), siteOf(url));
    },
    async findMentions(text, sender) {
      const tabId = tabOf(sender);
      const marks = await finder.find(tabId, text);
      if (marks === null) return { status: 'resend' };
      const state = documents.get(tabId, text.documentId);
      // A private window leaves no trace.
      if (state !== null && sender.tab?.incognito === false) {
        void unknowns.count(state).catch((error: unknown) => logDefect('inbox', error));
        recorder.touch(tabId, state);
      }
      return { status: 'ok', marks };
    },
    async requestCard(place, sender) {
      const tabId = tabOf(sender);
      const site = siteOf(sender.url ?? '') ?? '';
      // A worker that was restarted since the page was read reads it again before it answers.
      if (documents.get(tabId, place.documentId) === null) {
        await documentOf(documents, finder, tabId, await describe(tabId), readBlocks);
      }
      const ticket = await requestCard(library, documents, tickets, tabId, place, site);
      return ticket === null ? null : { ticket };
    },
  };
}

export function tabOf(sender: Sender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new CallError('forbidden', 'no tab');
  return id;
}
