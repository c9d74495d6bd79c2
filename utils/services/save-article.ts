import { deleteArticle, putArticle } from '../db/articles';
import { entitiesByKey } from '../db/entities';
import type { Article, Sighting } from '../model/article';
import type { ArticleId } from '../model/ids';
import type { Mention } from '../model/mention';
import type { PageInfo } from '../model/page';
import type { DocumentState } from './documents';
import { commit, type Library } from './library';

/** Longest sentence kept with a sighting, in UTF-16 units. */
const SENTENCE_MAX = 400;

/** The id that an address always gets, so that saving an article twice saves it once. */
export async function articleIdOf(library: Library, url: string): Promise<ArticleId> {
  const hash = await library.digest(`article|${url}`);
  return Array.from(hash.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('') as ArticleId;
}

/** Saves an article with the entities that occur in it. Resolves once it is durable. */
export async function saveArticle(
  library: Library,
  page: PageInfo,
  state: Pick<DocumentState, 'mentions' | 'blocks'>,
): Promise<Article> {
  const { database } = library;
  const article: Article = {
    id: await articleIdOf(library, page.url),
    url: page.url,
    title: page.title === '' ? page.url : page.title,
    site: page.site,
    published: page.published,
    saved: library.now(),
  };
  const byKey = new Map<number, Mention[]>();
  for (const mention of state.mentions) {
    if (mention.key === null) continue;
    byKey.set(mention.key, [...(byKey.get(mention.key) ?? []), mention]);
  }
  await commit(library, ['articles', 'sightings', 'entities'], async () => {
    const entities = await entitiesByKey(database, [...byKey.keys()]);
    const sightings = entities.map((entity): Sighting => {
      const mentions = byKey.get(entity.key) ?? [];
      const [first] = mentions;
      const text = first === undefined ? '' : (state.blocks.get(first.block)?.text ?? '');
      return {
        articleId: article.id,
        entityId: entity.id,
        count: mentions.length,
        sentence: first === undefined ? '' : sentenceAround(text, first.start),
      };
    });
    await putArticle(database, article, sightings);
  });
  return article;
}

/** Forgets an article; the entities in it stay. */
export async function removeArticle(library: Library, id: ArticleId): Promise<void> {
  await commit(library, ['articles', 'sightings'], () => deleteArticle(library.database, id));
}

/** The sentence that holds a position, cut to {@link SENTENCE_MAX}. */
export function sentenceAround(text: string, position: number): string {
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    if (position < index + segment.length) return segment.trim().slice(0, SENTENCE_MAX);
  }
  return text.trim().slice(0, SENTENCE_MAX);
}
