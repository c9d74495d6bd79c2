import type { JSX } from 'preact';
import type { ArticleId } from '../utils/model/ids';
import type { MetArticle } from '../utils/model/reading';
import { formatDay } from './dates';
import { OutLink } from './OutLink';
import { READING } from './reading-words';
import { POPUP } from './words';

interface MetListProps {
  readonly articles: readonly MetArticle[];
  /** Shows the names of an article. */
  readonly onNames: (articleId: ArticleId) => void;
}

/** Articles in which a name was met, each opening at the sentence. */
export function MetList({ articles, onNames }: MetListProps): JSX.Element {
  return (
    <ul class="rel">
      {articles.map(({ articleId, title, url, site, published, count }) => (
        <li key={articleId}>
          <OutLink url={url}>
            <bdi>{title}</bdi>
          </OutLink>
          <span class="meta">
            <bdi>{site}</bdi>
            {published !== null && ` · ${formatDay(published)}`}
            {` · ${POPUP.mentions(count)} · `}
            <button
              type="button"
              class="btn quiet tight"
              aria-label={READING.namesOf(title)}
              onClick={() => onNames(articleId)}
            >
              {READING.showNames}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
