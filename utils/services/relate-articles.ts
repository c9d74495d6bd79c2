import { articleCounts, articlesWith, articleTotal, metRows, type MetRow } from '../db/readings';
import { entitiesById } from '../db/entities';
import type { RelatedArticle } from '../model/article';
import type { Entity } from '../model/entity';
import type { ArticleId, EntityId } from '../model/ids';
import type { PageInfo } from '../model/page';
import { rarity } from '../related/idf';
import { linksAsRelated, rankShared, type ReadNow, type SharedArticle } from '../related/rank';
import { today, type Library } from './library';
import { passageUrl } from './passage';

/** Articles whose names are looked at: the rarest names are followed first, common ones only while there is room. */
const PAIRS_MAX = 3_000;
/** Articles that are weighed in full. */
const WEIGHED_MAX = 40;
/** Articles about one name that are weighed: the latest met. */
const ABOUT_MAX = 60;

/** What is read, and the entities in it. */
export interface PageInFront {
  readonly page: PageInfo;
  readonly entityIds: readonly EntityId[];
}

/** Articles, saved or read, that share names with a page: ranked, each with its reason, opening at the passage. */
export async function relatedToPage(
  library: Library,
  { page, entityIds }: PageInFront,
): Promise<RelatedArticle[]> {
  const { database } = library;
  const total = await articleTotal(database);
  if (total === 0 || entityIds.length === 0) return [];
  const counts = await articleCounts(database, entityIds);
  const shared = await articlesWith(database, rarest(counts));
  const ids = heaviest(shared, counts, total);
  return rank(library, await loadShared(library, shared, ids, counts), total, page);
}

/** What to read about one entity: articles that name it, then the links that came with it. */
export async function relatedToEntity(
  library: Library,
  entity: Entity,
  packName: string | null,
  inFront: PageInFront | null,
): Promise<RelatedArticle[]> {
  const met = await relatedByName(library, entity.id, inFront);
  const links = linksAsRelated(entity.links, packName);
  const urls = new Set(met.map(({ url }) => plain(url)));
  return [...met, ...links.filter((link) => !urls.has(link.url) && link.url !== inFront?.page.url)];
}

async function relatedByName(
  library: Library,
  id: EntityId,
  inFront: PageInFront | null,
): Promise<RelatedArticle[]> {
  const { database } = library;
  const rows = await metRows(database, id, ABOUT_MAX);
  if (rows.length === 0) return [];
  const others = (inFront?.entityIds ?? []).filter((other) => other !== id);
  const counts = await articleCounts(database, others);
  const shared = await articlesWith(database, rarest(counts));
  const names = await namesOf(library, others);
  const articles = rows.slice(0, ABOUT_MAX).map((row): SharedArticle => ({
    ...described(row),
    mentions: row.count,
    shared: [...(shared.get(row.article.id) ?? [])].map((other) => ({
      name: names.get(other) ?? '',
      articleCount: counts.get(other) ?? 1,
      count: 1,
    })),
  }));
  return rank(library, articles, await articleTotal(database), inFront?.page ?? null);
}

function rank(
  library: Library,
  articles: readonly SharedArticle[],
  total: number,
  page: PageInfo | null,
): RelatedArticle[] {
  const now: ReadNow = {
    url: page?.url ?? null,
    title: page?.title ?? '',
    day: page?.published ?? today(library),
  };
  // Ranked by plain addresses, which tell that two passages are of one article; opened at the passage.
  const passages = new Map(articles.map(({ url }) => [plain(url), url]));
  const ranked = rankShared(
    articles.map((article) => ({ ...article, url: plain(article.url) })),
    total,
    now,
  );
  return ranked.map((article) => ({ ...article, url: passages.get(article.url) ?? article.url }));
}

/** Names by rarity, as many as can be followed; the rarest always. */
function rarest(counts: ReadonlyMap<EntityId, number>): EntityId[] {
  const chosen: EntityId[] = [];
  let pairs = 0;
  for (const [id, count] of [...counts].toSorted((a, b) => a[1] - b[1])) {
    pairs += count;
    if (pairs > PAIRS_MAX && chosen.length > 0) break;
    if (count > 0) chosen.push(id);
  }
  return chosen;
}

function heaviest(
  shared: ReadonlyMap<ArticleId, ReadonlySet<EntityId>>,
  counts: ReadonlyMap<EntityId, number>,
  total: number,
): ArticleId[] {
  const weights = [...shared].map(([id, ids]) => {
    let weight = 0;
    for (const entityId of ids) weight += rarity(counts.get(entityId) ?? 1, total);
    return [id, weight] as const;
  });
  return weights
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, WEIGHED_MAX)
    .map(([id]) => id);
}

async function loadShared(
  library: Library,
  shared: ReadonlyMap<ArticleId, ReadonlySet<EntityId>>,
  ids: readonly ArticleId[],
  counts: ReadonlyMap<EntityId, number>,
): Promise<SharedArticle[]> {
  const { database } = library;
  const keys = ids.flatMap((id) => [...(shared.get(id) ?? [])].map((entityId) => [id, entityId] as const));
  const pairs = keys.map(([id, entityId]): [ArticleId, EntityId] => [id, entityId]);
  const read = await database.readingSightings.bulkGet(pairs);
  const saved = await database.sightings.bulkGet(pairs);
  const readings = await database.readings.bulkGet([...ids]);
  const articles = await database.articles.bulkGet([...ids]);
  const names = await namesOf(library, [...new Set(keys.map(([, entityId]) => entityId))]);
  return ids.flatMap((id, index): SharedArticle[] => {
    const article = readings[index] ?? articles[index];
    if (article === undefined) return [];
    const here = keys.flatMap(([articleId, entityId], at) =>
      articleId === id
        ? [
            {
              name: names.get(entityId) ?? '',
              articleCount: counts.get(entityId) ?? 1,
              count: read[at]?.count ?? saved[at]?.count ?? 1,
              sentence: read[at]?.sentences[0] ?? saved[at]?.sentence ?? '',
            },
          ]
        : [],
    );
    // The rarest name's sentence is what one comes for.
    const [first] = here.toSorted((a, b) => a.articleCount - b.articleCount);
    const { title, url, site, published } = article;
    return [{ title, url: passageUrl(url, first?.sentence ?? '') ?? url, site, published, shared: here }];
  });
}

async function namesOf(library: Library, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, string>> {
  return new Map((await entitiesById(library.database, ids)).map(({ id, name }) => [id, name]));
}

function described({ article, sentences }: MetRow): Omit<SharedArticle, 'shared'> {
  const { title, url, site, published } = article;
  return { title, url: passageUrl(url, sentences[0] ?? '') ?? url, site, published };
}

/** An address without the directive that scrolls to a passage, and without the mark that it leaves. */
function plain(url: string): string {
  const at = url.indexOf(':~:text=');
  return at < 0 ? url : url.slice(0, at).replace(/#$/, '');
}
