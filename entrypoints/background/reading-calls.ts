import type { ReadingCalls, ReadingIndexView } from '@/utils/messaging/reading-calls';
import type { Handlers } from '@/utils/messaging/server';
import { CallError } from '@/utils/model/call-error';
import { readSettings, writeSettings } from '@/utils/platform/settings';
import { siteOf } from '@/utils/platform/site';
import type { DocumentState } from '@/utils/services/documents';
import {
  countReadings,
  forgetAll,
  forgetArticle,
  forgetInboxSources,
  forgetSite,
  pruneReadings,
} from '@/utils/services/forget-readings';
import {
  saveReading,
  viewArticle,
  viewArticleInFront,
  type ArticleContext,
} from '@/utils/services/view-article';
import { documentOf, entitiesOnPage } from '@/utils/services/view-page';
import { pageInFront, viewSightings } from '@/utils/services/view-sightings';
import type { Services } from './services';
import { describe, readBlocks } from './tabs';

/** Answers panels about articles that were read. */
export function readingCalls(services: Services): Handlers<ReadingCalls> {
  const { library, documents, finder, recorder } = services;
  const indexView = async (): Promise<ReadingIndexView> => ({
    settings: (await readSettings()).readingIndex,
    ...(await countReadings(library)),
  });
  /** The document in a tab; null where nothing is read, which is no failure of these calls. */
  const documentIn = async (tabId: number | null): Promise<DocumentState | null> => {
    if (tabId === null) return null;
    const report = await describe(tabId).catch(() => null);
    return report === null ? null : documentOf(documents, finder, tabId, report, readBlocks);
  };
  return {
    getReadingIndex: indexView,
    async changeReadingIndex({ changes }) {
      const { readingIndex } = await readSettings();
      const settings = { ...readingIndex, ...changes };
      await writeSettings({ readingIndex: settings });
      await pruneReadings(library, settings);
      return indexView();
    },
    async getSightings({ entityId, tabId }) {
      const state = await documentIn(tabId);
      const inFront = state === null ? null : await pageInFront(library, state, entityId);
      const { on } = (await readSettings()).readingIndex;
      const view = await viewSightings(library, entityId, inFront, on);
      if (view === null) throw new CallError('not-found', 'the entity is gone');
      return view;
    },
    async getArticle({ articleId }) {
      return viewArticle(library, articleId, await context());
    },
    async getArticleInTab({ tabId }) {
      const state = await documentIn(tabId);
      if (state === null) return null;
      return viewArticleInFront(
        library,
        state.page,
        await entitiesOnPage(library, state, state.page.published),
        await context(),
      );
    },
    saveReading: ({ articleId }) => saveReading(library, articleId),
    async forgetReading({ articleId }) {
      await recorder.leaveOut([articleId]);
      await forgetArticle(library, articleId);
    },
    async forgetSite({ site }) {
      const ids = await forgetSite(library, site, siteOf);
      await recorder.leaveOut(ids);
      return { articles: ids.length };
    },
    async forgetReadings() {
      const ids = await forgetAll(library);
      await recorder.leaveOut(ids);
      return { articles: ids.length };
    },
    forgetInboxSources: () => forgetInboxSources(library),
  };
}

async function context(): Promise<ArticleContext> {
  return { settings: (await readSettings()).readingIndex, siteOf };
}
