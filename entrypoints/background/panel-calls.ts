import { entitiesByKey } from '@/utils/db/entities';
import { revisionOf } from '@/utils/db/database';
import { tabClient } from '@/utils/messaging/client';
import type { PanelCalls } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/server';
import { CallError } from '@/utils/model/call-error';
import { readSettings, writeSettings } from '@/utils/platform/settings';
import { proposeAliases, saveCapture } from '@/utils/services/capture';
import { createEntity } from '@/utils/services/edit-entities';
import { aliasUnknown, ignoreUnknown, listUnknowns, saveUnknown } from '@/utils/services/radar-inbox';
import { removeArticle, saveArticle } from '@/utils/services/save-article';
import { searchEntities, toRows, viewEntity } from '@/utils/services/view-entity';
import { documentOf, showNextMention, viewPage } from '@/utils/services/view-page';
import { backupCalls } from './backup-calls';
import { entityCalls } from './entity-calls';
import { libraryCalls } from './library-calls';
import { noteCalls } from './note-calls';
import { takeOpenRequest } from './open-request';
import { packCalls } from './pack-calls';
import { readingCalls } from './reading-calls';
import type { Services } from './services';
import { syncCalls } from './sync-calls';
import { describe, lightPage, readBlocks, rescanTabs, tabFacts } from './tabs';

/** What pasted text is taken for: an article in the reader's hands. */
const PASTED = { url: '', title: '', site: '', language: 'en', published: null, section: '' } as const;

/** Answers the extension's own pages. */
export function panelCalls(services: Services): Handlers<PanelCalls> {
  const { library, documents, finder } = services;
  const documentIn = async (tabId: number) => {
    const report = await describe(tabId);
    const state = await documentOf(documents, finder, tabId, report, readBlocks);
    if (state === null) throw new CallError('not-found', 'no names on this page');
    return { report, state };
  };
  return {
    getPage: async ({ tabId }) => viewPage(library, documents, finder, await tabFacts(tabId), readBlocks),
    searchEntities: ({ query }) => searchEntities(library, query),
    getEntity: ({ entityId, day }) => viewEntity(library, entityId, day),
    createEntity: (entity) => createEntity(library, entity),
    proposeAliases: ({ name, kind }) => proposeAliases(name, kind),
    saveCapture: (captured) => saveCapture(library, captured),
    ...noteCalls(services),
    async saveArticle({ tabId }) {
      const report = await describe(tabId);
      const state = await documentOf(documents, finder, tabId, report, readBlocks);
      return saveArticle(library, report.page, state ?? { mentions: [], blocks: new Map() });
    },
    removeArticle: ({ articleId }) => removeArticle(library, articleId),
    async setSiteRule({ site, rule }) {
      const { [site]: _before, ...others } = (await readSettings()).sites;
      await writeSettings({ sites: rule === null ? others : { ...others, [site]: rule } });
      await rescanTabs();
    },
    lightPage: ({ tabId }) => lightPage(tabId),
    toggleMarks: ({ tabId }) => tabClient(tabId).toggleMarks({}),
    async showMention({ tabId, entityId, step }) {
      const { state } = await documentIn(tabId);
      const tab = tabClient(tabId);
      return showNextMention(library, state, entityId, step, (place) => tab.showMention(place));
    },
    async findInText({ text }) {
      const keys = await finder.findInText(PASTED, text);
      const entities = await entitiesByKey(library.database, keys);
      return toRows(
        library,
        entities.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key)),
      );
    },
    getSettings: () => readSettings(),
    async changeSettings({ changes }) {
      const settings = await writeSettings(changes);
      finder.forget();
      await rescanTabs();
      return settings;
    },
    takeOpenRequest: () => takeOpenRequest(),
    async getStatus() {
      const { database } = library;
      return {
        revision: await revisionOf(database),
        entityCount: await database.entities.count(),
        noteCount: await database.notes.where({ deleted: 0 }).count(),
        writable: await database.isWritable(),
      };
    },
    ...backupCalls(services),
    ...entityCalls(services),
    ...libraryCalls(services),
    ...packCalls(services),
    ...readingCalls(services),
    ...syncCalls(services),
    listUnknowns: () => listUnknowns(library),
    saveUnknown: ({ unknownId }) => saveUnknown(library, unknownId),
    aliasUnknown: ({ unknownId, entityId }) => aliasUnknown(library, unknownId, entityId),
    ignoreUnknown: ({ unknownId, ignored }) => ignoreUnknown(library, unknownId, ignored),
  };
}
