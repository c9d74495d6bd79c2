import type { ArticleSign, ArticleVerdict } from '../../model/page';
import type { AddressSigns } from './address';
import type { FoundBody } from './body';
import type { Metadata } from './metadata';

/** Everything that the judgement rests on. */
export interface Evidence {
  readonly metadata: Metadata;
  readonly body: Omit<FoundBody, 'body'>;
  readonly address: AddressSigns;
  readonly publisher: 'listed' | 'named' | null;
  readonly headingCount: number;
  /** A password field, or an editor in place of the text. */
  readonly isForm: boolean;
}

/**
 * Weights of a logistic regression over pages of 390 sites, fitted on half of the sites, rounded, and checked on the
 * other half (`README.md`, "Is it a news article?"). In units of log odds; the sum of all is 0 at even odds.
 */
const WEIGHTS = {
  base: -3.1,
  newsMarkup: 1.6,
  ogArticle: 1.1,
  ogOther: -0.9,
  publishedByMachine: 1.2,
  publisherTags: 1.1,
  author: 0.4,
  /** For every factor of e that the prose is longer than 1,100 code units. */
  length: 0.5,
  oneParagraph: -0.3,
  /** Times the share of the page's prose that stands in one run of paragraphs. */
  run: 0.8,
  scattered: -0.6,
  dateInAddress: 1.2,
  slug: 0.5,
  section: 1,
  elsewhere: -1.7,
  home: -1.5,
  listedPublisher: 1.4,
  namedPublisher: 1,
  otherType: -1.6,
  scholarly: -2.5,
  form: -0.6,
  oneHeading: 0.2,
  noHeading: -0.3,
  /** Most blogs are made with it, and few newspapers. */
  wordpress: -1.2,
} as const;

const LENGTH_MIDDLE = Math.log(1_100);
/** Prose that the popup calls a long text. */
const LONG_PROSE = 900;
const SCATTERED_SHARE = 0.4;

/** Whether a page is a news article, how surely, and why. */
export function judge(evidence: Evidence): ArticleVerdict {
  const logOdds = sumOf(evidence);
  return {
    isArticle: logOdds > 0,
    score: Math.round(100 / (1 + Math.exp(-logOdds))) / 100,
    signs: signsOf(evidence),
  };
}

function sumOf({ metadata, body, address, publisher, headingCount, isForm }: Evidence): number {
  const runShare = body.runProse / Math.max(1, body.pageProse);
  const isNews = metadata.articleType === 'news';
  const isOgArticle = metadata.ogType.startsWith('article');
  return (
    WEIGHTS.base +
    when(isNews, WEIGHTS.newsMarkup) +
    when(isOgArticle, WEIGHTS.ogArticle) +
    when(metadata.ogType !== '' && !isOgArticle, WEIGHTS.ogOther) +
    when(
      metadata.publishedFrom === 'json-ld' || metadata.publishedFrom === 'meta',
      WEIGHTS.publishedByMachine,
    ) +
    when(metadata.hasPublisherTags, WEIGHTS.publisherTags) +
    when(metadata.hasAuthor, WEIGHTS.author) +
    WEIGHTS.length * (Math.log(1 + body.prose) - LENGTH_MIDDLE) +
    when(body.paragraphs < 2, WEIGHTS.oneParagraph) +
    WEIGHTS.run * runShare +
    when(runShare < SCATTERED_SHARE, WEIGHTS.scattered) +
    when(address.hasDate, WEIGHTS.dateInAddress) +
    when(address.hasSlug, WEIGHTS.slug) +
    when(address.hasSection, WEIGHTS.section) +
    when(address.isElsewhere, WEIGHTS.elsewhere) +
    when(address.isHome, WEIGHTS.home) +
    when(publisher === 'listed', WEIGHTS.listedPublisher) +
    when(publisher === 'named', WEIGHTS.namedPublisher) +
    when(metadata.isOtherType && !isNews, WEIGHTS.otherType) +
    when(metadata.isScholarly, WEIGHTS.scholarly) +
    when(isForm, WEIGHTS.form) +
    when(headingCount === 1, WEIGHTS.oneHeading) +
    when(headingCount === 0, WEIGHTS.noHeading) +
    when(metadata.generator.includes('wordpress'), WEIGHTS.wordpress)
  );
}

function when(condition: boolean, weight: number): number {
  return condition ? weight : 0;
}

/** In the popup's words, the most telling first. */
function signsOf({ metadata, body, address, publisher, isForm }: Evidence): ArticleVerdict['signs'] {
  const signs: readonly (readonly [ArticleSign, boolean])[] = [
    ['article-markup', metadata.articleType !== null || metadata.ogType.startsWith('article')],
    ['published-date', metadata.published !== ''],
    ['long-text', body.prose >= LONG_PROSE],
    ['article-address', address.hasDate || address.hasSlug],
    ['news-site', publisher !== null || metadata.hasPublisherTags],
    ['front-page', address.isHome || address.isElsewhere],
    ['editor', isForm],
  ];
  return signs.map(([sign, found]) => ({ sign, found }));
}
