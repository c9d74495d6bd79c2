import type { ComponentChildren, JSX } from 'preact';
import type { RelatedArticle } from '../utils/model/article';
import type { Entity } from '../utils/model/entity';
import type { FactLine } from '../utils/model/fact';
import { ArticleList } from './ArticleList';
import { FactTable } from './FactTable';
import { Headword } from './Headword';
import { KindLine } from './KindLine';
import { ENTRY } from './words';

/** Aliases named under the headword; the rest are a number of search results away. */
const ALIASES_MAX = 4;

interface EntityArticleProps {
  readonly entity: Entity;
  readonly packName: string | null;
  readonly facts: readonly FactLine[];
  /** The article's day `YYYY-MM-DD`, or null when there is no article. */
  readonly day: string | null;
  readonly related: readonly RelatedArticle[];
  /** The notes, which stand first: right under the summary. */
  readonly children: ComponentChildren;
}

/** Everything about one entity, the reader's own words first. */
export function EntityArticle(props: EntityArticleProps): JSX.Element {
  const { entity, packName, facts, day, related, children } = props;
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
      <FactTable facts={facts} day={day} />
      {related.length > 0 && (
        <section class="sec">
          <h3>{ENTRY.relatedArticles}</h3>
          <ArticleList articles={related} />
        </section>
      )}
    </article>
  );
}
