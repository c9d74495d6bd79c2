/** The part of a page that is the article. */
export interface ArticleBody {
  /** In document order, none inside another: headline and standfirst where they stand apart, then the body. */
  readonly roots: readonly Element[];
  /** Elements inside a root, or a root itself, that are none of the article's: menus, asides, share bars, related lists, comments. */
  excludedIn(root: Element): ReadonlySet<Element>;
}

/** The whole page, for the mode in which everything counts. */
export function wholePage(doc: Document): ArticleBody {
  return { roots: [doc.body], excludedIn: () => new Set() };
}
