/** What a page says of itself, read by the content script. All of it is the page's word: hostile until shown otherwise. */
export interface PageInfo {
  /** Canonical URL when the page names one on its own host, else its address without the fragment. */
  readonly url: string;
  readonly title: string;
  readonly site: string;
  /** BCP 47 tag, `en` when unknown. */
  readonly language: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** Section or category, empty when unknown. */
  readonly section: string;
}

/** One stretch of text that no name crosses the edge of: a paragraph, a heading, a caption. */
export interface TextBlock {
  /** Unique within the document, ascending in document order where blocks were found together. */
  readonly id: number;
  readonly text: string;
}

/** Which pages light up by themselves. */
export type ScanMode = 'news' | 'readable' | 'everything' | 'list';
export const SCAN_MODES = ['news', 'readable', 'everything', 'list'] as const;

/** How marks are drawn. */
export type PainterName = 'highlight' | 'overlay' | 'none';
export const PAINTERS = ['highlight', 'overlay', 'none'] as const;

/** How much evidence a weak alias needs. */
export type Eagerness = 'strict' | 'balanced' | 'eager';
export const EAGERNESSES = ['strict', 'balanced', 'eager'] as const;

/** What the article detector thought of a page, for the popup to say in words. */
export interface ArticleVerdict {
  readonly isArticle: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** Each sign that was looked for and found or missed, most telling first. */
  readonly signs: readonly { readonly sign: ArticleSign; readonly found: boolean }[];
}

export type ArticleSign =
  | 'article-markup'
  | 'published-date'
  | 'long-text'
  | 'article-address'
  | 'front-page'
  | 'editor'
  | 'news-site';

/** Why a page is or is not lit. `lit` covers an article in which no name was found. */
export type PageState =
  | 'lit'
  | 'not-article'
  | 'site-off'
  | 'on-click'
  | 'no-text'
  | 'too-busy'
  | 'hidden'
  | 'no-permission'
  | 'closed'
  | 'needs-reload'
  | 'failed';
