/** What an address says of its page. */
export interface AddressSigns {
  readonly isHome: boolean;
  /** `/2024/02/03/`, `/20240203`. */
  readonly hasDate: boolean;
  /** A last part of several words, as editors name articles. */
  readonly hasSlug: boolean;
  /** A part that names a section of a newspaper, or says "article". */
  readonly hasSection: boolean;
  /** A part that names something else: a tag, a search, a shop, a forum, a recipe. */
  readonly isElsewhere: boolean;
}

const DATE = /\/(?:19|20)\d\d[/-]?\d{1,2}(?:[/-]|\d\d)/;
const SLUG = /[^/]*(?:[-_][^/-]+){3,}/;
const SECTION =
  /\/(?:news|politics?|world|business|money|economy|sports?|opinions?|commentisfree|us-news|uk-news|national|international|local|crime|articles?|story|stories|nachrichten|politik|wirtschaft|panorama|ausland|inland|meinung|gesellschaft|kultur|noticias?|politica|economia|mundo|deportes|nacional|internacional|actualites?|monde|societe|economie|cronaca|esteri|nyheter|nieuws|haber|novosti)\//i;
const ELSEWHERE =
  /\/(?:tags?|categor(?:y|ies)|kategorie|topics?|authors?|autor|search|suche|page|archives?|forums?|forumdisplay|discussions?|boards?|threads?|viewtopic|questions?|answers|login|register|signin|contact|kontakt|about|impressum|shop|store|cart|checkout|products?|produkte?|deals?|coupons?|rezepte?|recipes?|receitas?|recettes?|recetas?|ricette|wiki|lexikon|glossary|dictionary|faq|help|hilfe|support|docs?|documentation|users?|profile|jobs?|events?|chapters?|fiction|doi|abstract|reviews?|hotels?|listing)(?:\/|\.|$)/i;
const SEARCH = /[?&](?:q|s|search|query)=/i;

export function addressSigns({ pathname, search }: Pick<URL, 'pathname' | 'search'>): AddressSigns {
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return {
    isHome: pathname === '/' && search === '',
    hasDate: DATE.test(pathname),
    hasSlug: SLUG.test(last),
    hasSection: SECTION.test(`${pathname}/`),
    isElsewhere: ELSEWHERE.test(pathname) || SEARCH.test(search),
  };
}
