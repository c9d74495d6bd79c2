import { allInside, attributeOf, textContentOf } from '../dom';
import { jsonLdNodes, textOf, typesOf, type LdNode } from './json-ld';

/** What a page says of itself in its markup, gathered from JSON-LD, microdata and `<meta>`. Empty strings when unsaid. */
export interface Metadata {
  /** `news` for the NewsArticle family, `article` for its near kin, else null. */
  readonly articleType: 'news' | 'article' | null;
  /** Whether its markup says that it is something else: a recipe, a product, a question, a paper in a journal. */
  readonly isOtherType: boolean;
  /** Whether it carries the `citation_*` tags of scholarly publishing. */
  readonly isScholarly: boolean;
  readonly headline: string;
  readonly canonical: string;
  readonly site: string;
  readonly section: string;
  readonly ogType: string;
  /** As written: ISO 8601 or not. */
  readonly published: string;
  readonly publishedFrom: 'json-ld' | 'meta' | 'markup' | null;
  readonly hasAuthor: boolean;
  /** Whether it carries tags that news publishers use: a section, keywords for news search, their analytics. */
  readonly hasPublisherTags: boolean;
  readonly generator: string;
}

/** The NewsArticle family of schema.org, without advertisers' content. */
const NEWS_TYPES = new Set([
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'LiveBlogPosting',
]);
const ARTICLE_TYPES = new Set([
  'Article',
  'Report',
  'BlogPosting',
  'TechArticle',
  'ScholarlyArticle',
  'SocialMediaPosting',
]);
const OTHER_TYPES = new Set(
  'Recipe Product HowTo QAPage Question DiscussionForumPosting Course JobPosting SoftwareApplication LocalBusiness ScholarlyArticle MedicalScholarlyArticle MedicalWebPage FAQPage Book Chapter Store Hotel Restaurant Blog ContactPage AboutPage SearchResultsPage CollectionPage ProfilePage Movie VideoGame'.split(
    ' ',
  ),
);
const PUBLISHER_TAGS = [
  'news_keywords',
  'article:section',
  'article:publisher',
  'parsely-section',
  'section',
];

const BYLINE = '[rel~="author"],[itemprop~="author"],[class*="byline" i],[class*="author" i]';

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'date',
];

/** Reads the metadata of a document. Cost: under a millisecond but for pages with hundreds of kilobytes of JSON-LD. */
export function readMetadata(doc: Document): Metadata {
  const root = doc.documentElement;
  const metas = metaContents(root);
  const meta = (...names: string[]): string =>
    names.map((name) => metas.get(name) ?? '').find((value) => value !== '') ?? '';
  const nodes = jsonLdNodes(ldTexts(root));
  const articles = nodes.filter((node) => articleTypeOf(typesOf(node)) !== null);
  const main = mainArticle(articles);
  const micro = microdata(root);
  const ldDate = main === null ? '' : textOf(main['datePublished']) || textOf(main['dateCreated']);
  const metaDate = meta(...DATE_NAMES);
  const published = ldDate || metaDate || micro.published || timeOf(root);
  return {
    articleType: (main === null ? null : articleTypeOf(typesOf(main))) ?? micro.articleType,
    isOtherType: micro.isOther || nodes.some((node) => typesOf(node).some((type) => OTHER_TYPES.has(type))),
    isScholarly: [...metas.keys()].some((name) => name.startsWith('citation_')),
    headline: (main === null ? '' : textOf(main['headline'])) || meta('og:title', 'twitter:title'),
    canonical: canonicalOf(root) || meta('og:url'),
    site:
      meta('og:site_name', 'application-name') ||
      (main === null ? '' : textOf(main['publisher'])) ||
      siteNameOf(nodes),
    section: meta('article:section') || (main === null ? '' : textOf(main['articleSection'])),
    ogType: meta('og:type').toLowerCase(),
    published,
    publishedFrom: ldDate ? 'json-ld' : metaDate ? 'meta' : published ? 'markup' : null,
    hasAuthor:
      (main !== null && textOf(main['author']) !== '') ||
      meta('author', 'article:author', 'byl', 'parsely-author') !== '' ||
      allInside(root, BYLINE).length > 0,
    hasPublisherTags:
      meta(...PUBLISHER_TAGS) !== '' || [...metas.keys()].some((name) => name.startsWith('sailthru.')),
    generator: meta('generator').toLowerCase(),
  };
}

function articleTypeOf(types: readonly string[]): 'news' | 'article' | null {
  if (types.some((type) => NEWS_TYPES.has(type))) return 'news';
  return types.some((type) => ARTICLE_TYPES.has(type)) ? 'article' : null;
}

/** The article that the page is about: the first of the news family, else the first at all. */
function mainArticle(articles: readonly LdNode[]): LdNode | null {
  return articles.find((node) => articleTypeOf(typesOf(node)) === 'news') ?? articles[0] ?? null;
}

function siteNameOf(nodes: readonly LdNode[]): string {
  const site = nodes.find((node) => typesOf(node).includes('WebSite'));
  return site === undefined ? '' : textOf(site['name']);
}

function* ldTexts(root: Element): Generator<string> {
  for (const script of allInside(root, 'script[type="application/ld+json" i]'))
    yield textContentOf(script) ?? '';
}

/** First non-empty content by lower-case `property`, `name` or `itemprop`. */
function metaContents(root: Element): Map<string, string> {
  const contents = new Map<string, string>();
  for (const meta of allInside(root, 'meta[content]')) {
    const content = attributeOf(meta, 'content')?.trim() ?? '';
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributeOf(meta, attribute)?.toLowerCase();
      if (name !== undefined && !contents.has(name)) contents.set(name, content);
    }
  }
  return contents;
}

function microdata(root: Element): {
  articleType: Metadata['articleType'];
  isOther: boolean;
  published: string;
} {
  let articleType: Metadata['articleType'] = null;
  let isOther = false;
  for (const scope of allInside(root, '[itemtype]')) {
    const types = (attributeOf(scope, 'itemtype') ?? '')
      .split(/\s+/)
      .map((type) => type.replace(/^.*[/:#]/, ''));
    const type = articleTypeOf(types);
    if (type === 'news') articleType = 'news';
    else articleType ??= type;
    isOther ||= types.some((one) => OTHER_TYPES.has(one));
  }
  const date = allInside(root, '[itemprop~="datePublished"]')[0];
  const published =
    date === undefined
      ? ''
      : (attributeOf(date, 'datetime') ?? attributeOf(date, 'content') ?? textContentOf(date) ?? '');
  return { articleType, isOther, published: published.trim() };
}

function timeOf(root: Element): string {
  const time = allInside(root, 'time[datetime]')[0];
  return time === undefined ? '' : (attributeOf(time, 'datetime') ?? '').trim();
}

function canonicalOf(root: Element): string {
  const link = allInside(root, 'link[rel~="canonical" i][href]')[0];
  return link === undefined ? '' : (attributeOf(link, 'href') ?? '');
}
