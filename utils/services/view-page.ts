import { entitiesByKey } from '../db/entities';
import type { PageEntityRow, PageReport, PageView } from '../messaging/protocol';
import type { EntityId } from '../model/ids';
import type { PageInfo, PageState, TextBlock } from '../model/page';
import type { SiteRule } from '../model/settings';
import type { Documents, DocumentState } from './documents';
import type { MentionFinder } from './find-mentions';
import type { Library } from './library';
import { unknownOf } from './radar-inbox';
import { relatedToPage } from './relate-articles';
import { articleIdOf } from './save-article';
import { changedFacts } from './edit-facts';
import { toRows } from './view-entity';

/** Related articles under a page's names. */
const PAGE_RELATED_MAX = 5;

/** What is known of a tab before anybody looks at its text. */
export interface TabFacts {
  readonly tabId: number;
  readonly site: string | null;
  readonly siteRule: SiteRule | null;
  /** Why no content script answered; null when one did. */
  readonly deaf: PageState | null;
  readonly report: PageReport | null;
}

/** What the popup shows of a tab. */
export async function viewPage(
  library: Library,
  documents: Documents,
  finder: MentionFinder,
  tab: TabFacts,
  readBlocks: ReadBlocks,
): Promise<PageView> {
  const { report } = tab;
  if (report === null) {
    return {
      ...EMPTY,
      site: tab.site,
      siteRule: tab.siteRule,
      state: tab.deaf ?? 'failed',
    };
  }
  const state = await documentOf(documents, finder, tab.tabId, report, readBlocks);
  const rows = state === null ? [] : await entitiesOnPage(library, state, report.page.published);
  const articleId = await articleIdOf(library, report.page.url);
  const saved = await library.database.articles.get(articleId);
  const related = await relatedToPage(library, {
    page: report.page,
    entityIds: rows.map((row) => row.entityId),
  });
  return {
    site: tab.site,
    siteRule: tab.siteRule,
    page: report.page,
    state: report.state,
    verdict: report.verdict,
    isVeiled: report.isVeiled,
    entities: rows,
    muted: state === null ? [] : await mutedNames(library, state),
    unknowns: [...new Set((state?.mentions ?? []).flatMap((mention) => unknownOf(mention)?.id ?? []))],
    savedArticle: saved?.id ?? null,
    related: related.slice(0, PAGE_RELATED_MAX),
  };
}

/** Asks a tab's page for its text. */
export type ReadBlocks = (tabId: number) => Promise<readonly TextBlock[]>;

/** The document in a tab, found again from the page's own text when the worker had lost it. Null for a dark page. */
export async function documentOf(
  documents: Documents,
  finder: MentionFinder,
  tabId: number,
  report: PageReport,
  readBlocks: ReadBlocks,
): Promise<DocumentState | null> {
  const { documentId, page } = report;
  const known = documents.get(tabId, documentId);
  if (known !== null) return known;
  const blocks = await readBlocks(tabId);
  if (blocks.length === 0) return null;
  await finder.find(tabId, { documentId, page, blocks, gone: [], fresh: true });
  return documents.get(tabId, documentId);
}

/**
 * Shows the next or previous mention of one entity, passing over those whose text is hidden, gone, or went quiet.
 *
 * @param show scrolls to a mention and flashes it; false when that cannot be
 * @returns the number of the mention shown, counted from 0, and of all; null when none can be shown
 */
export async function showNextMention(
  library: Library,
  state: DocumentState,
  entityId: EntityId,
  step: 1 | -1,
  show: (place: { block: number; start: number; end: number }) => Promise<boolean>,
): Promise<{ index: number; count: number } | null> {
  const key = (await library.database.entities.get(entityId))?.key;
  const mentions = state.mentions.filter((mention) => mention.key === key);
  const count = mentions.length;
  if (key === undefined || count === 0) return null;
  let index = state.cursors.get(key) ?? (step === 1 ? -1 : 0);
  for (let tries = 0; tries < count; tries++) {
    index = (index + step + count) % count;
    const mention = mentions[index];
    if (mention === undefined) return null;
    const { block, start, end } = mention;
    if (!(await show({ block, start, end }))) continue;
    state.cursors.set(key, index);
    return { index, count };
  }
  return null;
}

/** Known names in a document in order of first appearance. */
export async function entitiesOnPage(
  library: Library,
  state: DocumentState,
  day: string | null,
): Promise<PageEntityRow[]> {
  const counts = new Map<number, number>();
  for (const { key } of state.mentions) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const entities = await entitiesByKey(library.database, [...counts.keys()]);
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  // A map keeps the order of first insertion, and mentions are in reading order.
  const inOrder = [...counts.keys()].flatMap((key) => byKey.get(key) ?? []);
  const rows = await toRows(library, inOrder);
  const changed = await changedFacts(
    library,
    inOrder.map(({ id }) => id),
    day,
  );
  return rows.map((row, index) => ({
    ...row,
    count: counts.get(inOrder[index]?.key ?? -1) ?? 0,
    changedFacts: changed.get(row.entityId) ?? 0,
  }));
}

async function mutedNames(
  library: Library,
  state: DocumentState,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const entities = await entitiesByKey(library.database, [...state.muted.keys()]);
  return entities.map(({ key, name }) => ({ name, count: state.muted.get(key) ?? 0 }));
}

const NO_PAGE: PageInfo | null = null;
const EMPTY = {
  page: NO_PAGE,
  verdict: null,
  entities: [],
  isVeiled: false,
  muted: [],
  unknowns: [],
  savedArticle: null,
  related: [],
} as const;
