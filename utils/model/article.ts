import type { ArticleId, EntityId } from './ids';

/** A page that the reader saved. Its id derives from its canonical URL, so saving twice saves once. */
export interface Article {
  readonly id: ArticleId;
  readonly url: string;
  readonly title: string;
  /** Publisher's name as the page gives it, else its host. */
  readonly site: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** Milliseconds since 1970. */
  readonly saved: number;
}

/** An entity that occurs in a saved article, with the sentence in which it first does. */
export interface Sighting {
  readonly articleId: ArticleId;
  readonly entityId: EntityId;
  readonly count: number;
  readonly sentence: string;
}

/** A page worth reading next, with the reason in words. */
export interface RelatedArticle {
  readonly title: string;
  readonly url: string;
  readonly site: string;
  readonly published: string | null;
  /** "shares Typhoon and RAF Akrotiri", "from the pack News starter". */
  readonly reason: string;
}
