import type { SelectedText } from '../model/capture';
import { isElement, isInside, parentElementOf } from './dom';

/** Longest selection and surroundings told, in UTF-16 code units. */
const TEXT_MAX = 2_000;
const AROUND_MAX = 2_000;

/** The selected text of the page with what surrounds it in its paragraph, or null when nothing is selected. */
export function readSelection(page: SelectedText['page']): SelectedText | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = range.toString();
  if (text.trim() === '') return null;
  const block = blockAround(range.startContainer);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  // A selection that goes on into the next paragraph ends where its own does.
  if (isInside(block, range.endContainer)) after.setEnd(block, block.childNodes.length);
  return {
    text: text.slice(0, TEXT_MAX),
    before: before.toString().slice(-AROUND_MAX),
    after: after.toString().slice(0, AROUND_MAX),
    page,
  };
}

/** The nearest element around a node that is laid out as a block: its paragraph. */
function blockAround(node: Node): Element {
  let element = isElement(node) ? node : parentElementOf(node);
  while (element !== null && getComputedStyle(element).display.startsWith('inline')) {
    element = parentElementOf(element);
  }
  return element ?? document.documentElement;
}
