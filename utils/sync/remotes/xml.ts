/**
 * Reads the few XML answers that storage gives, without a DOM, which a service worker does not have: elements by their
 * local name, since every server chooses its own prefixes. Not a parser; what it cannot find is absent.
 */

/**
 * The inner text of each element with this local name, outermost first, entities left as they are. Linear in the length,
 * whatever the server sends: no closing tag, no search for one after each opening.
 */
export function elements(xml: string, name: string): string[] {
  const opening = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?(?<!/)>`, 'g');
  const closing = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'g');
  const found: string[] = [];
  for (let start = opening.exec(xml); start !== null; start = opening.exec(xml)) {
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(xml);
    if (end === null) break;
    found.push(xml.slice(opening.lastIndex, end.index));
    opening.lastIndex = closing.lastIndex;
  }
  return found;
}

/** Whether there is such an element, with or without content. */
export function hasElement(xml: string, name: string): boolean {
  return new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?/?>`).test(xml);
}

/** The text of the first such element, its entities resolved; null when there is none. */
export function textOf(xml: string, name: string): string | null {
  const [inner] = elements(xml, name);
  return inner === undefined ? null : unescapeXml(inner.trim());
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
