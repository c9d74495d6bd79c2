/**
 * DOM reads that a page cannot bend. A form's named children shadow its own properties ("DOM clobbering": inside
 * `<form><input name="parentNode"></form>`, `form.parentNode` is the input, in Chromium even for content scripts), so
 * the platform's own getters are taken from the prototypes once and called on the node.
 */

type Getter<This, Value> = (node: This) => Value;

function getter<This, Value>(prototype: object, name: string): Getter<This, Value> {
  // oxlint-disable-next-line typescript/unbound-method -- called on a node below
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new TypeError(`no getter ${name}`);
  return (node) => get.call(node) as Value;
}

export const firstChildOf = getter<Node, ChildNode | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node, ChildNode | null>(Node.prototype, 'nextSibling');
export const parentNodeOf = getter<Node, ParentNode | null>(Node.prototype, 'parentNode');
export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const isConnectedOf = getter<Node, boolean>(Node.prototype, 'isConnected');
export const textContentOf = getter<Node, string | null>(Node.prototype, 'textContent');
/** Lower case for HTML elements. */
export const localNameOf = getter<Element, string>(Element.prototype, 'localName');
export const childrenOf = getter<Element, HTMLCollection>(Element.prototype, 'children');
/** The open shadow root, or null; closed ones stay the page's own affair. */
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const dataOf = getter<CharacterData, string>(CharacterData.prototype, 'data');

/* The prototype's functions are called on the element right here and never detached. */
/* oxlint-disable typescript/unbound-method */
const { getAttribute, hasAttribute, getBoundingClientRect, querySelectorAll, closest, checkVisibility } =
  Element.prototype;
const { contains, getRootNode, compareDocumentPosition } = Node.prototype;
/* oxlint-enable typescript/unbound-method */

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function hasAttributeOf(element: Element, name: string): boolean {
  return hasAttribute.call(element, name);
}

export function boxOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element);
}

/**
 * Whether text in an element can be seen: rendered, not transparent, not hidden. Names in invisible text stay dark: a
 * page could otherwise hide a list of names and read back which of them are lit.
 */
export function isSeen(element: Element): boolean {
  return checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}

/** Whether an element has a place in the layout at all, on screen or not. */
export function isRendered(element: Element): boolean {
  return checkVisibility.call(element);
}

export function closestOf(element: Element, selector: string): Element | null {
  return closest.call(element, selector);
}

export function allInside(element: Element, selector: string): NodeListOf<Element> {
  return querySelectorAll.call(element, selector);
}

export function isInside(outer: Node, inner: Node): boolean {
  return contains.call(outer, inner);
}

/** Whether a node comes after another in the document; false for nodes of different trees. */
export function isAfter(node: Node, other: Node): boolean {
  const position = compareDocumentPosition.call(other, node);
  return (position & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED)) === 4;
}

export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}

export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === 1;
}

export function isText(node: Node): node is Text {
  return nodeTypeOf(node) === 3;
}

/** The parent element, through the border of a shadow tree; null at the top. */
export function parentElementOf(node: Node): Element | null {
  const parent = parentNodeOf(node);
  if (parent === null) return null;
  if (nodeTypeOf(parent) === 1) return parent as Element;
  return parent instanceof ShadowRoot ? parent.host : null;
}
