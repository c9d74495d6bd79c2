import { allInside, attributeOf, isInside, localNameOf, textContentOf } from '../dom';
import { standingOf } from './aside';
import { labelOf, readOutline, type Outline } from './outline';

/** The part of a page that is the article. */
export interface ArticleBody {
  /** In document order, none inside another: headline and standfirst where they stand apart, then the body. */
  readonly roots: readonly Element[];
  /** Elements inside a root, or a root itself, that are none of the article's: menus, asides, share bars, related lists, comments. */
  excludedIn(root: Element): ReadonlySet<Element>;
}

/** What was found, with the measures that the judgement about the page needs as well. */
export interface FoundBody {
  readonly body: ArticleBody | null;
  /** Code units of prose in the body and on the whole page. */
  readonly prose: number;
  readonly pageProse: number;
  /** Blocks of prose in the body. */
  readonly paragraphs: number;
  /** Most prose that stands in the children of one element: an article's paragraphs are siblings, teasers are not. */
  readonly runProse: number;
  /** Links' share of all text of the page. */
  readonly linkShare: number;
}

/** The whole page, for the mode in which everything counts. */
export function wholePage(doc: Document): ArticleBody {
  return { roots: [doc.body], excludedIn: () => new Set() };
}

/** Less prose than this is no article. */
const PROSE_MIN = 250;
/** A label that says "aside" is not believed of an element with more of the page's prose than this. */
const ASIDE_SHARE_MAX = 0.4;
/** The body is looked for inside a child as long as the child has this share of the prose. */
const DESCEND_SHARE = 0.7;
const HINTED_SHARE = 0.5;
const HEADLINE_SHARE = 0.35;

const BODY_WORDS =
  /(?:^|[\s_-])(?:article|story|entry|post|news|single|blog)[\s_-]{0,2}(?:body|content|text|copy|main|detail\w*)(?:$|[\s_-])|(?:^|[\s_-])(?:body|content|main)[\s_-]?(?:text|copy|body)(?:$|[\s_-])/;

/** Finds the element that holds the article's text. Cost: one walk over the page, 1 to 6 ms. */
export function findBody(doc: Document, headline: string): FoundBody {
  const outline = readOutline(doc.body);
  const excluded = excludedFrom(outline, 0);
  const prose = proseWithout(outline, excluded);
  const pageProse = prose[0] ?? 0;
  const linkShare = (outline.linkUnits[0] ?? 0) / Math.max(1, outline.units[0] ?? 0);
  if (pageProse < PROSE_MIN) {
    return { body: null, prose: pageProse, pageProse, paragraphs: 0, runProse: pageProse, linkShare };
  }
  const root = narrow(outline, prose, descend(outline, prose), headline);
  const main = outline.elements[root] ?? doc.body;
  const lead = leadOf(outline, root, excluded, headline);
  return {
    body: {
      roots: [...lead, main],
      excludedIn(element) {
        return element === main
          ? new Set([...excluded].flatMap((index) => outline.elements[index] ?? []))
          : excludedElements(element);
      },
    },
    prose: prose[root] ?? 0,
    pageProse,
    paragraphs: countParagraphs(outline, root, excluded),
    runProse: longestRun(outline, root, excluded),
    linkShare,
  };
}

/** What is none of the article's inside an element that was not there when the page was outlined. */
function excludedElements(element: Element): Set<Element> {
  const outline = readOutline(element);
  if (isBeside(outline, 0, element, Infinity)) return new Set([element]);
  return new Set([...excludedFrom(outline, 0)].flatMap((index) => outline.elements[index] ?? []));
}

/** Indices of elements beside the article; what lies inside them is not listed again. */
function excludedFrom(outline: Outline, from: number): Set<number> {
  const { elements, ends, prose } = outline;
  const excluded = new Set<number>();
  const most = (prose[from] ?? 0) * ASIDE_SHARE_MAX;
  const end = ends[from] ?? 0;
  for (let index = from === 0 ? 1 : from; index < end;) {
    const element = elements[index];
    if (element !== undefined && isBeside(outline, index, element, most)) {
      excluded.add(index);
      index = ends[index] ?? index + 1;
    } else {
      index++;
    }
  }
  return excluded;
}

const LINK_LIST_TAGS = new Set([
  'ul',
  'ol',
  'div',
  'section',
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'table',
  'dl',
  'center',
]);

/** How a short line begins that points elsewhere: to other articles, to subscriptions, to advertisements. */
const POINTER =
  /^(?:advert(?:isement)?\b|anzeige\b|publicité\b|publicidad\b|реклама|related\s*:|related (?:stor|article|video|content)|read (?:more|also|next)\b|also read\b|see also\b|more (?:on this|from|stories)\b|watch(?: now)?:|recommended\b|click here\b|sign up\b|subscribe\b|register\b|share this\b|like this story|follow us|follow @|lesen sie (?:auch|mehr|hier)|mehr zum thema|lire aussi|à lire|lea también|leer también|lee también|leggi anche|lees ook|leia (?:também|mais)|läs (?:också|även|mer)|les også|læs også|czytaj (?:też|także|więcej)|читайте также|image \d+ (?:of|\/) \d+)/i;

function isBeside(outline: Outline, index: number, element: Element, proseMost: number): boolean {
  const { units, linkUnits, prose } = outline;
  const own = prose[index] ?? 0;
  const standing = standingOf(element);
  if (standing !== 'none' && own <= proseMost) return true;
  // A list whose text is nearly all links is a list of other articles, whatever it is called.
  if (own > 0) return false;
  const all = units[index] ?? 0;
  // A line or list whose text is nearly all links leads to other articles, whatever it is called.
  if (!LINK_LIST_TAGS.has(localNameOf(element))) return false;
  if (all > 30 && (linkUnits[index] ?? 0) > all * 0.75) return true;
  return all > 0 && all < 220 && POINTER.test((textContentOf(element) ?? '').trimStart());
}

/** Prose of every element without that of excluded ones inside it. */
function proseWithout({ parents, prose }: Outline, excluded: ReadonlySet<number>): number[] {
  const rest = [...prose];
  for (const index of excluded) {
    const lost = prose[index] ?? 0;
    rest[index] = 0;
    if (lost === 0) continue;
    for (let up = parents[index] ?? -1; up >= 0; up = parents[up] ?? -1) rest[up] = (rest[up] ?? 0) - lost;
  }
  return rest;
}

/** From the page down to the smallest element that still has most of the prose. */
function descend(outline: Outline, prose: readonly number[]): number {
  let root = 0;
  for (;;) {
    const best = richestChild(outline, prose, root);
    if (best === null) return root;
    const share = (prose[best] ?? 0) / Math.max(1, prose[root] ?? 0);
    const needed = isHinted(outline.elements[best]) ? HINTED_SHARE : DESCEND_SHARE;
    // One paragraph is not a body, however long.
    if (share < needed || (outline.ownProse[best] ?? 0) > (prose[best] ?? 0) * 0.9) return root;
    root = best;
  }
}

/** A page whose prose is scattered: the part around the headline, when it has a fair share of it. */
function narrow(outline: Outline, prose: readonly number[], root: number, headline: string): number {
  if (root !== 0) return root;
  const title = titleIndex(outline, outline.elements.length, headline);
  const least = (prose[0] ?? 0) * HEADLINE_SHARE;
  for (let up = title; up > 0; up = outline.parents[up] ?? 0) if ((prose[up] ?? 0) >= least) return up;
  return root;
}

function isHinted(element: Element | undefined): boolean {
  if (element === undefined) return false;
  const tag = localNameOf(element);
  if (tag === 'article' || tag === 'main') return true;
  if ((attributeOf(element, 'itemprop') ?? '').includes('articleBody')) return true;
  return BODY_WORDS.test(labelOf(element));
}

function richestChild({ ends, elements }: Outline, prose: readonly number[], parent: number): number | null {
  let best: number | null = null;
  for (let child = parent + 1; child < (ends[parent] ?? 0); child = ends[child] ?? elements.length) {
    if (best === null || (prose[child] ?? 0) > (prose[best] ?? 0)) best = child;
  }
  return best !== null && (prose[best] ?? 0) > 0 ? best : null;
}

/** Most prose in the own text of one element and of its block-level children; see {@link FoundBody.runProse}. */
function longestRun(outline: Outline, root: number, excluded: ReadonlySet<number>): number {
  const { ends, ownProse, parents } = outline;
  const runs = new Map<number, number>();
  let most = 0;
  for (let index = root; index < (ends[root] ?? 0);) {
    if (excluded.has(index)) {
      index = ends[index] ?? index + 1;
      continue;
    }
    const own = ownProse[index] ?? 0;
    const parent = parents[index] ?? 0;
    if (own > 0) {
      const run = (runs.get(parent) ?? 0) + own;
      runs.set(parent, run);
      if (run > most) most = run;
    }
    index++;
  }
  return most;
}

function countParagraphs(outline: Outline, root: number, excluded: ReadonlySet<number>): number {
  const { ends, ownProse } = outline;
  let count = 0;
  for (let index = root; index < (ends[root] ?? 0);) {
    if (excluded.has(index)) {
      index = ends[index] ?? index + 1;
      continue;
    }
    if ((ownProse[index] ?? 0) > 0) count++;
    index++;
  }
  return count;
}

const STANDFIRST_WORDS =
  /(?:^|[\s_-])(?:standfirst|stand-first|summary|lead|lede|deck|dek|subtitle|sub-?(?:title|head\w*)|excerpt|intro\w*|abstract|teaser-?text|chapo|vorspann|strapline|kicker-?text)(?:$|[\s_-])/;

/** Headline and standfirst that stand before the body and outside it. */
function leadOf(outline: Outline, root: number, excluded: ReadonlySet<number>, headline: string): Element[] {
  const { elements, parents, ends, ownUnits, ownLinkUnits } = outline;
  const main = elements[root];
  if (main === undefined) return [];
  const title = titleIndex(outline, root, headline);
  if (title < 0 || allInside(main, 'h1').length > 0) return [];
  const lead: Element[] = [];
  const titleElement = elements[title];
  if (titleElement !== undefined && !isWithinExcluded(title, parents, excluded)) lead.push(titleElement);
  for (let index = ends[title] ?? root; index < root; index++) {
    const element = elements[index];
    if (element === undefined || isInside(element, main) || isWithinExcluded(index, parents, excluded))
      continue;
    const own = ownUnits[index] ?? 0;
    if (own < 40 || own > 600 || (ownLinkUnits[index] ?? 0) > own * 0.3) continue;
    const isNext = localNameOf(element) === 'p' || localNameOf(element) === 'h2';
    if (isNext || STANDFIRST_WORDS.test(labelOf(element))) lead.push(element);
    if (lead.length >= 4) break;
  }
  return lead;
}

/** The last `h1` before an element that has the headline's words, else the first; -1 when there is none. */
function titleIndex({ elements }: Outline, before: number, headline: string): number {
  let title = -1;
  for (let index = 0; index < before; index++) {
    const element = elements[index];
    if (element === undefined || localNameOf(element) !== 'h1') continue;
    if (title < 0 || sharesWords(textContentOf(element) ?? '', headline)) title = index;
  }
  return title;
}

function isWithinExcluded(index: number, parents: readonly number[], excluded: ReadonlySet<number>): boolean {
  for (let up = index; up >= 0; up = parents[up] ?? -1) if (excluded.has(up)) return true;
  return false;
}

function sharesWords(text: string, headline: string): boolean {
  const words = new Set(headline.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
  const own = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return own.length > 0 && own.filter((word) => words.has(word)).length >= own.length / 2;
}
