import type { JSX } from 'preact';
import type { RelatedArticle } from '../utils/model/article';
import { formatDay } from './dates';
import { OutLink } from './OutLink';

interface ArticleListProps {
  readonly articles: readonly RelatedArticle[];
  /** Most to show; all when not given. */
  readonly max?: number;
}

/** Articles to read next, each with publisher, date and the reason why it stands here. */
export function ArticleList({ articles, max = Infinity }: ArticleListProps): JSX.Element {
  return (
    <ul class="rel">
      {articles.slice(0, max).map((article) => (
        <li key={article.url}>
          <OutLink url={article.url}>
            <bdi>{article.title}</bdi>
          </OutLink>
          <span class="meta">
            <bdi>{article.site}</bdi>
            {article.published !== null && ` · ${formatDay(article.published)}`}
            {article.reason !== '' && (
              <>
                {' · '}
                <span class="why">{article.reason}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
