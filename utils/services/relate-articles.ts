import { sightingsOf } from '../db/articles';
import { entitiesById } from '../db/entities';
import type { RelatedArticle } from '../model/article';
import type { Entity } from '../model/entity';
import type { EntityId } from '../model/ids';
import { linksAsRelated, rankShared, type SharedArticle } from '../related/rank';
import type { Library } from './library';

/**
 * Saved articles that share entities, ranked, each with its reason.
 *
 * @param excludeUrl the article that is being read, or null
 */
export async function relatedByEntities(
  library: Library,
  ids: readonly EntityId[],
  excludeUrl: string | null,
): Promise<RelatedArticle[]> {
  const { database } = library;
  const found = await sightingsOf(database, ids);
  if (found.length === 0) return [];
  const names = new Map((await entitiesById(database, ids)).map((entity) => [entity.id, entity.name]));
  const articleCounts = Map.groupBy(found, ({ sighting }) => sighting.entityId);
  const byUrl = Map.groupBy(found, ({ article }) => article.url);
  const articles: SharedArticle[] = [...byUrl.values()].flatMap((sightings) => {
    const [first] = sightings;
    if (first === undefined) return [];
    const { title, url, site, published } = first.article;
    const shared = sightings.map(({ sighting: { entityId } }) => ({
      name: names.get(entityId) ?? '',
      articleCount: articleCounts.get(entityId)?.length ?? 1,
    }));
    return [{ title, url, site, published, shared }];
  });
  return rankShared(articles, await database.articles.count(), excludeUrl);
}

/** What to read about one entity: saved articles first, then the links that came with it. */
export async function relatedToEntity(
  library: Library,
  entity: Entity,
  packName: string | null,
  excludeUrl: string | null,
): Promise<RelatedArticle[]> {
  const saved = await relatedByEntities(library, [entity.id], excludeUrl);
  const links = linksAsRelated(entity.links, packName);
  return [...saved, ...links.filter((link) => saved.every((article) => article.url !== link.url))];
}
