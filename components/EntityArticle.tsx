import type { ComponentChildren, JSX } from 'preact';
import type { RelatedArticle } from '../utils/model/article';
import type { Entity } from '../utils/model/entity';
import { ArticleList } from './ArticleList';
import { Headword } from './Headword';
import { KindLine } from './KindLine';
import { ENTRY } from './words';

/** Aliases named under the headword; the rest are a number of search results away. */
const ALIASES_MAX = 4;

interface EntityArticleProps {
  readonly entity: Entity;
  readonly packName: string | null;
  readonly related: readonly RelatedArticle[];
  /** The notes, which stand first: right under the summary; then the facts. */
  readonly children: ComponentChildren;
}

/** Everything about one entity, the reader's own words first. */
export function EntityArticle(props: EntityArticleProps): JSX.Element {
  const { entity, packName, related, children } = props;
  // Spellings that differ from another in case only are one name to a reader.
  const spellings = new Map(entity.aliases.map(({ text }) => [text.toLowerCase(), text]));
  spellings.delete(entity.name.toLowerCase());
  const others = [...spellings.values()];
  return (
    <article class="entity">
      <header>
        <Headword name={entity.name} />
        <KindLine
          kind={entity.kind}
          parts={[
            packName === null ? '' : ENTRY.from(packName),
            others.length === 0 ? '' : ENTRY.also(others.slice(0, ALIASES_MAX).join(', ')),
          ]}
        />
        {entity.summary !== '' && (
          <p class="prose" dir="auto">
            {entity.summary}
          </p>
        )}
      </header>
      {children}
      {related.length > 0 && (
        <section class="sec">
          <h3>{ENTRY.relatedArticles}</h3>
          <ArticleList articles={related} />
        </section>
      )}
    </article>
  );
}
