import {
  attributeOf,
  dataOf,
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  shadowRootOf,
} from '../dom';
import { isSkipped } from '../read-blocks';
import { BLOCK_TAGS } from '../tags';

/**
 * Every element of a page that can hold text, in document order, with how much prose it holds. Columns instead of
 * objects: a page has ten thousand elements and ten milliseconds.
 */
export interface Outline {
  readonly elements: readonly Element[];
  /** Index of the parent; -1 for the root. */
  readonly parents: readonly number[];
  /** Index behind the last element inside. */
  readonly ends: number[];
  /** Code units of text inside, white space apart, and those of them in links. */
  readonly units: number[];
  readonly linkUnits: number[];
  /** Code units of prose: of blocks long enough to be sentences and not mostly links. */
  readonly prose: number[];
  /** Prose in the element's own text, its block-level children apart; 0 for inline elements. */
  readonly ownProse: number[];
  /** Own text, prose or not. */
  readonly ownUnits: number[];
  /** Own text that is in links. */
  readonly ownLinkUnits: number[];
}

/** Shorter blocks are labels, bylines, teasers. Languages without spaces say as much in a third of it. */
const PROSE_UNITS_MIN = 60;
const DENSE_PROSE_UNITS_MIN = 25;
/** Above this share of links a block is a list of links. */
const LINK_SHARE_MAX = 0.5;
/** Lists and tables hold text that is less surely prose. */
const HALF_TAGS = new Set(['li', 'td', 'th', 'dd', 'dt', 'figcaption', 'caption', 'summary']);
const NO_PROSE_TAGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend']);

/** Elements beyond this count are not looked at. */
const ELEMENTS_MAX = 60_000;

const HAN_KANA_HANGUL = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

export function readOutline(body: Element): Outline {
  const outline = {
    elements: [] as Element[],
    parents: [] as number[],
    ends: [] as number[],
    units: [] as number[],
    linkUnits: [] as number[],
    prose: [] as number[],
    ownProse: [] as number[],
    ownUnits: [] as number[],
    ownLinkUnits: [] as number[],
  };
  const { elements, parents, ends, units, linkUnits, prose, ownProse, ownUnits, ownLinkUnits } = outline;
  const dense: boolean[] = [];

  function enter(element: Element, parent: number, block: number, isLinked: boolean): void {
    if (elements.length >= ELEMENTS_MAX) return;
    const index = elements.length;
    elements.push(element);
    parents.push(parent);
    ends.push(0);
    units.push(0);
    linkUnits.push(0);
    prose.push(0);
    ownProse.push(0);
    ownUnits.push(0);
    ownLinkUnits.push(0);
    dense.push(false);
    const tag = localNameOf(element);
    const isBlock = parent === -1 || BLOCK_TAGS.has(tag);
    const own = isBlock ? index : block;
    const inLink = isLinked || tag === 'a';
    for (
      let child = firstChildOf(shadowRootOf(element) ?? element);
      child !== null;
      child = nextSiblingOf(child)
    ) {
      if (isText(child)) {
        const data = dataOf(child);
        const count = countUnits(data);
        if (count === 0) continue;
        units[index] = (units[index] ?? 0) + count;
        ownUnits[own] = (ownUnits[own] ?? 0) + count;
        if (inLink) {
          linkUnits[index] = (linkUnits[index] ?? 0) + count;
          ownLinkUnits[own] = (ownLinkUnits[own] ?? 0) + count;
        }
        if (count > 8 && HAN_KANA_HANGUL.test(data)) dense[own] = true;
      } else if (isElement(child) && !isSkipped(child)) {
        enter(child, index, own, inLink);
      }
    }
    if (isBlock) {
      ownProse[index] = proseOf(tag, ownUnits[index] ?? 0, ownLinkUnits[index] ?? 0, dense[index] === true);
      prose[index] = (prose[index] ?? 0) + (ownProse[index] ?? 0);
    }
    ends[index] = elements.length;
    if (parent >= 0) {
      units[parent] = (units[parent] ?? 0) + (units[index] ?? 0);
      linkUnits[parent] = (linkUnits[parent] ?? 0) + (linkUnits[index] ?? 0);
      prose[parent] = (prose[parent] ?? 0) + (prose[index] ?? 0);
    }
  }

  enter(body, -1, -1, false);
  return outline;
}

/** Class and id as one lower-case text, camel case taken apart, for the words in them. */
export function labelOf(element: Element): string {
  const label = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
  return label.length < 2 ? '' : label.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

function proseOf(tag: string, count: number, linked: number, isDense: boolean): number {
  if (count < (isDense ? DENSE_PROSE_UNITS_MIN : PROSE_UNITS_MIN) || NO_PROSE_TAGS.has(tag)) return 0;
  if (linked > count * LINK_SHARE_MAX) return 0;
  const weight = (HALF_TAGS.has(tag) ? 0.5 : 1) * (isDense ? 2.5 : 1);
  return (count - linked) * weight;
}

/** Length without leading, trailing and repeated white space, near enough. */
function countUnits(data: string): number {
  if (data.length > 200) return data.replace(/\s+/g, ' ').length;
  return data.trim().length;
}
