import { entitiesById } from '../db/entities';
import { metArticle, sightingsIn } from '../db/readings';
import type { PageEntityRow } from '../messaging/protocol';
import type { ArticleView } from '../messaging/reading-calls';
import type { Article, Sighting } from '../model/article';
import { CallError } from '../model/call-error';
import type { ArticleId } from '../model/ids';
import { keepsSite, type ReadingIndexSettings } from '../model/reading';
import { putArticle } from '../db/articles';
import { changedFacts } from './edit-facts';
import { commit, type Library } from './library';
import { passageUrl } from './passage';
import { relatedToPage } from './relate-articles';
import { articleIdOf } from './save-article';
import { toRows } from './view-entity';

const RELATED_MAX = 8;

/** What a view of one article needs beside the library. */
export interface ArticleContext {
  readonly settings: ReadingIndexSettings;
  /** The host of an address without `www.`; null for what is no web page. */
  readonly siteOf: (url: string) => string | null;
}

/** One article that was read or saved, with its names and what to read next; null when it is neither. */
export async function viewArticle(
  library: Library,
  id: ArticleId,
  context: ArticleContext,
): Promise<ArticleView | null> {
  const met = await metArticle(library.database, id);
  if (met === null) return null;
  const sightings = (await sightingsIn(library.database, id)).toSorted((a, b) => b.count - a.count);
  const stored = await entitiesById(
    library.database,
    sightings.map(({ entityId }) => entityId),
  );
  const counts = new Map(sightings.map(({ entityId, count }) => [entityId, count]));
  const changed = await changedFacts(
    library,
    stored.map(({ id: entityId }) => entityId),
    met.article.published,
  );
  const rows = (await toRows(library, stored)).map((row) => ({
    ...row,
    count: counts.get(row.entityId) ?? 0,
    changedFacts: changed.get(row.entityId) ?? 0,
  }));
  return describe(library, met.article, rows, context);
}

/** The article of a page in front, with the names found on it. */
export async function viewArticleInFront(
  library: Library,
  page: Omit<Article, 'saved' | 'id'>,
  entities: readonly PageEntityRow[],
  context: ArticleContext,
): Promise<ArticleView> {
  return describe(library, { ...page, id: await articleIdOf(library, page.url) }, entities, context);
}

async function describe(
  library: Library,
  article: Omit<Article, 'saved'>,
  entities: readonly PageEntityRow[],
  { settings, siteOf }: ArticleContext,
): Promise<ArticleView> {
  const { database } = library;
  const { id, url, title, site, published } = article;
  const host = siteOf(url);
  const met = await metArticle(database, id);
  const related = await relatedToPage(library, {
    page: { url, title, site, published, language: '', section: '' },
    entityIds: entities.map(({ entityId }) => entityId),
  });
  return {
    articleId: id,
    title: title === '' ? url : title,
    url: passageUrl(url, '') ?? url,
    site,
    host,
    published,
    read: met?.read ?? null,
    saved: met !== null && met.saved !== null,
    isKept: keepsSite(settings, host),
    ofSite: await database.readings.filter((row) => siteOf(row.url) === host).count(),
    entities,
    related: related.slice(0, RELATED_MAX),
  };
}

/** Saves an article that was read, so that forgetting what was read leaves it alone. Throws `not-found`. */
export async function saveReading(library: Library, id: ArticleId): Promise<void> {
  const { database } = library;
  await commit(library, ['articles', 'sightings', 'readings', 'readingSightings'], async () => {
    const reading = await database.readings.get(id);
    if (reading === undefined) throw new CallError('not-found', 'the article was not kept');
    const { read: _read, ...article } = reading;
    const sightings = (await sightingsIn(database, id)).map(({ entityId, count, sentence }): Sighting => ({
      articleId: id,
      entityId,
      count,
      sentence,
    }));
    await putArticle(database, { ...article, saved: library.now() }, sightings);
  });
}
