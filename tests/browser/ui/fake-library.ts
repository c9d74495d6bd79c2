import type { Client } from '../../../utils/messaging/client';
import { BACKUP_SECTIONS, type ImportCounts } from '../../../utils/backup/format';
import type { EntityView, PageView, PanelCalls } from '../../../utils/messaging/protocol';
import type { PopupHost } from '../../../entrypoints/popup/popup-host';
import { CallError, type ErrorCode } from '../../../utils/messaging/wire';
import type { ArticleId, EntityId, UnknownId } from '../../../utils/model/ids';
import type { LibraryRow } from '../../../utils/model/library-list';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/model/settings';
import type { Unknown } from '../../../utils/model/unknown';
import { fakeNoteCalls } from './fake-notes';
import { fakeEntityCalls } from './fake-entity';
import { FAKE_SYNC } from './fake-sync';
import { fakeReadings, readingAnswers, type FakeReadings } from './fake-readings';
import { LIBRARY_ROWS, listRows } from './library-samples';
import { ENTITY, id, NOW, PAGE } from './samples';
import { fakePacks } from './fake-packs';

const NOTHING_NEW = Object.fromEntries(
  BACKUP_SECTIONS.map((section) => [section, { added: 0, changed: 0, same: 0 }]),
) as ImportCounts;

/** What the popup asked for, as a library in memory keeps it. */
export interface FakeLibrary {
  readonly client: Client<PanelCalls>;
  readonly host: PopupHost;
  /** Every call with its request, in order. */
  readonly calls: { readonly call: string; readonly request: unknown }[];
  page: PageView;
  /** What the library's table shows. */
  rows: readonly LibraryRow[];
  view: EntityView | null;
  settings: Settings;
  unknowns: readonly Unknown[];
  readonly readings: FakeReadings;
  /** Calls that fail, each with the code it fails with. */
  readonly failing: Map<keyof PanelCalls, ErrorCode>;
  /** Says that the library changed, as the background would. */
  readonly announce: () => void;
}

/** The background as panels see it: the whole contract over one page and one entity. */
export function fakeLibrary(page: PageView = PAGE, view: EntityView | null = ENTITY): FakeLibrary {
  const listeners = new Set<() => void>();
  const readings = fakeReadings();

  const answers: {
    [Name in keyof PanelCalls]: (request: Parameters<PanelCalls[Name]>[0]) => ReturnType<PanelCalls[Name]>;
  } = {
    ...fakePacks(),
    ...FAKE_SYNC,
    getPage: () => library.page,
    searchEntities: ({ query }) =>
      library.page.entities.filter((row) => row.name.toLowerCase().includes(query.toLowerCase())),
    searchLibrary: ({ query }) => ({
      rows: answers
        .searchEntities({ query })
        .map((row) => ({ type: 'entity' as const, reason: null, ...row })),
      isWhole: true,
    }),
    awaitSearch: () => {},
    listLibrary: ({ list, offset, count }) => listRows(library.rows, list, offset, count),
    listLibraryIds: ({ list }) =>
      listRows(library.rows, list, 0, library.rows.length).rows.map(({ entityId }) => entityId),
    editEntities: ({ ids }) => ({ count: ids.length, skipped: 0, undoId: 'undo:1' }),
    deleteEntities: ({ ids }) => {
      library.rows = library.rows.filter(({ entityId }) => !ids.includes(entityId));
      return { count: ids.length, skipped: 0, undoId: 'undo:1' };
    },
    mergeEntities: ({ others }) => {
      library.rows = library.rows.filter(({ entityId }) => !others.includes(entityId));
      return { count: others.length + 1, skipped: 0, undoId: 'undo:1' };
    },
    splitAlias: ({ entityId }) => ({ count: 1, skipped: 0, undoId: 'undo:1', entityId }),
    undoChange: () => {},
    getEntity: () => library.view,
    createEntity: ({ name, kind }) => {
      library.view = {
        ...ENTITY,
        entity: { ...ENTITY.entity, id: id(name), name, kind, aliases: [], summary: '' },
        packName: null,
        facts: [],
        related: [],
      };
      return id(name);
    },
    proposeAliases: ({ name }) =>
      ['Op Tideway', 'Tideway']
        .filter((text) => name.includes('Tideway') && text !== name)
        .map((text) => ({ text, case: 'auto' as const, strength: 'strong' as const })),
    saveCapture: ({ name, kind, aliases }) => answers.createEntity({ name, kind, aliases, summary: '' }),
    saveArticle: () => {
      const { page: info } = library.page;
      library.page = { ...library.page, savedArticle: 'article1' as ArticleId };
      return {
        id: 'article1' as ArticleId,
        url: info?.url ?? '',
        title: info?.title ?? '',
        site: info?.site ?? '',
        published: info?.published ?? null,
        saved: NOW,
      };
    },
    removeArticle: () => {
      library.page = { ...library.page, savedArticle: null };
    },
    setSiteRule: ({ site, rule }) => {
      library.page = {
        ...library.page,
        siteRule: rule,
        ...(rule === 'off'
          ? { state: 'site-off' as const, entities: [] }
          : { state: 'lit' as const, entities: PAGE.entities }),
      };
      const { [site]: _old, ...sites } = library.settings.sites;
      library.settings = { ...library.settings, sites: rule === null ? sites : { ...sites, [site]: rule } };
    },
    toggleMarks: () => {
      library.page = { ...library.page, isVeiled: !library.page.isVeiled };
      return library.page.isVeiled;
    },
    lightPage: () => {
      library.page = { ...PAGE, siteRule: library.page.siteRule };
    },
    showMention: ({ step }) => ({ index: step === 1 ? 0 : 3, count: 4 }),
    findInText: ({ text }) => PAGE.entities.filter((row) => text.includes(row.name)),
    getSettings: () => library.settings,
    changeSettings: ({ changes }) => {
      library.settings = { ...library.settings, ...changes };
      return library.settings;
    },
    takeOpenRequest: () => null,
    listUnknowns: () => library.unknowns.filter(({ ignored }) => !ignored),
    saveUnknown: ({ unknownId }) => {
      dropUnknown(unknownId);
      return ENTITY_ID;
    },
    aliasUnknown: ({ unknownId }) => dropUnknown(unknownId),
    ignoreUnknown: ({ unknownId, ignored }) => {
      library.unknowns = library.unknowns.map((unknown) =>
        unknown.id === unknownId ? { ...unknown, ignored } : unknown,
      );
    },
    ...readingAnswers(readings),
    exportHead: () => ({ revision: 1, exported: NOW, settings: library.settings, packs: [] }),
    exportLibrary: () => ({ revision: 1, rows: [], next: null }),
    stageImport: () => {},
    previewImport: () => ({ status: 'ok', counts: NOTHING_NEW, exported: NOW }),
    ...fakeNoteCalls(changeView),
    ...fakeEntityCalls(() => view, changeView),
    importLibrary: () => ({ status: 'ok', counts: NOTHING_NEW, exported: NOW }),
    getStatus: () => ({ revision: 1, entityCount: 1284, noteCount: 962, writable: true }),
  };

  function changeView(change: (old: EntityView) => EntityView): void {
    if (library.view !== null) library.view = change(library.view);
  }

  function dropUnknown(unknownId: UnknownId): void {
    library.unknowns = library.unknowns.filter((unknown) => unknown.id !== unknownId);
  }

  const call = async (name: keyof PanelCalls, request: never): Promise<unknown> => {
    library.calls.push({ call: name, request });
    const code = library.failing.get(name);
    // Answers arrive in a later turn, as messages do.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (code !== undefined) throw new CallError(code, 'made to fail');
    return structuredClone(answers[name](request));
  };

  const library: FakeLibrary = {
    client: new Proxy({} as Client<PanelCalls>, {
      get: (_target, name) => (request: never) => call(name as keyof PanelCalls, request),
    }),
    host: {
      allowSite: () => Promise.resolve(true),
      reloadTab: () => Promise.resolve(),
      openSettings: () => Promise.resolve(),
      onLibraryChanged: (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
      now: () => NOW,
    },
    calls: [],
    page,
    rows: LIBRARY_ROWS,
    view,
    settings: DEFAULT_SETTINGS,
    unknowns: [],
    readings,
    failing: new Map(),
    announce: () => {
      for (const listener of listeners) listener();
    },
  };
  return library;
}

/** The id of the one entity that {@link ENTITY} describes. */
export const ENTITY_ID: EntityId = ENTITY.entity.id;
