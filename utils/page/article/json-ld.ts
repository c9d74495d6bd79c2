/** One node of a page's JSON-LD, as found: every value is the page's word. */
export type LdNode = Readonly<Record<string, unknown>>;

/** A page may have dozens of blocks; more than this of text in all is not worth the time. */
const LIMIT_UNITS = 600_000;
const LIMIT_NODES = 3_000;
const LIMIT_DEPTH = 12;

/**
 * All nodes in all JSON-LD blocks of a page, outer before inner, through arrays, `@graph` and nested objects.
 *
 * A block that does not parse is mended in the three ways in which real pages break it (comments or CDATA around it,
 * raw line breaks inside strings, a trailing comma), and otherwise passed over; the other blocks still count.
 */
export function jsonLdNodes(texts: Iterable<string>): LdNode[] {
  const nodes: LdNode[] = [];
  let units = 0;
  for (const text of texts) {
    units += text.length;
    if (units > LIMIT_UNITS) break;
    collect(parse(text), nodes, 0);
  }
  return nodes;
}

/** The node's types without their prefix (`https://schema.org/NewsArticle` is `NewsArticle`); a type may be an array. */
export function typesOf(node: LdNode): string[] {
  const type = node['@type'];
  const all: unknown[] = Array.isArray(type) ? type : [type];
  return all.filter((one) => typeof one === 'string').map((one) => one.replace(/^.*[/:#]/, ''));
}

/** The first text that a property holds: a string, an object's `name` or `@id`, or the first of an array of these. */
export function textOf(value: unknown, key: 'name' | '@id' | 'url' = 'name'): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textOf(value[0], key);
  if (typeof value === 'object' && value !== null) {
    const inner = (value as LdNode)[key];
    return typeof inner === 'string' ? inner.trim() : '';
  }
  return '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(mend(text));
    } catch {
      return null;
    }
  }
}

function mend(text: string): string {
  return text
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*;?\s*$/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');
}

function collect(value: unknown, nodes: LdNode[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > LIMIT_DEPTH || nodes.length >= LIMIT_NODES)
    return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  const node = value as LdNode;
  if ('@type' in node) nodes.push(node);
  for (const inner of Object.values(node)) collect(inner, nodes, depth + 1);
}
