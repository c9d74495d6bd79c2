import type { Article, Sighting } from '../model/article';
import type { ArticleId, EntityId } from '../model/ids';
import type { LibraryDatabase } from './database';

/** Adds or replaces an article and everything that is known to occur in it. Only inside a change. */
export async function putArticle(
  database: LibraryDatabase,
  article: Article,
  sightings: readonly Sighting[],
): Promise<void> {
  await database.articles.put(article);
  await database.sightings.bulkPut([...sightings]);
}

/** Removes an article with its sightings. Only inside a change. */
export async function deleteArticle(database: LibraryDatabase, id: ArticleId): Promise<void> {
  await database.articles.delete(id);
  await database.sightings.where('[articleId+entityId]').between([id, ''], [id, '\uffff']).delete();
}

/** Sightings of any of the entities, with their articles. */
export async function sightingsOf(
  database: LibraryDatabase,
  ids: readonly EntityId[],
): Promise<{ readonly sighting: Sighting; readonly article: Article }[]> {
  const sightings = await database.sightings
    .where('entityId')
    .anyOf([...ids])
    .toArray();
  const articles = new Map(
    (await database.articles.bulkGet([...new Set(sightings.map((sighting) => sighting.articleId))]))
      .filter((article) => article !== undefined)
      .map((article) => [article.id, article]),
  );
  return sightings.flatMap((sighting) => {
    const article = articles.get(sighting.articleId);
    return article === undefined ? [] : [{ sighting, article }];
  });
}
