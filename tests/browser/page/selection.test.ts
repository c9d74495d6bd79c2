import { afterEach, expect, test } from 'vitest';
import { readSelection } from '../../../utils/page/selection';
import { show } from './fixture';

const PAGE = { url: 'https://news.example/', title: 'Title', site: 'News' };
afterEach(() => getSelection()?.removeAllRanges());

function select(
  from: Node | null | undefined,
  start: number,
  to: Node | null | undefined,
  end: number,
): void {
  if (!from || !to) throw new Error('no text');
  getSelection()?.setBaseAndExtent(from, start, to, end);
}

test('a selection comes with the rest of its paragraph, through inline elements', () => {
  const box = show('<p>Before.</p><p>The ships of <b>Operation</b> Tideway <i>began</i>.</p><p>After.</p>');
  const paragraph = box.querySelectorAll('p')[1];
  select(paragraph?.querySelector('b')?.firstChild, 0, paragraph?.childNodes[2], 8);
  expect(readSelection(PAGE)).toEqual({
    text: 'Operation Tideway',
    before: 'The ships of ',
    after: ' began.',
    page: PAGE,
  });
});

test('a selection over two paragraphs has nothing after it', () => {
  const [first, second] = show('<p>One two.</p><p>Three four.</p>').querySelectorAll('p');
  select(first?.firstChild, 4, second?.firstChild, 5);
  expect(readSelection(PAGE)).toMatchObject({ before: 'One ', after: '' });
});

test('nothing selected, white space, and a whole book', () => {
  const box = show(`<p> </p><p>${'word '.repeat(10_000)}</p>`);
  expect(readSelection(PAGE)).toBeNull();
  select(box.querySelector('p')?.firstChild, 0, box.querySelector('p')?.firstChild, 1);
  expect(readSelection(PAGE)).toBeNull();
  getSelection()?.selectAllChildren(box);
  expect(readSelection(PAGE)?.text.length).toBe(2_000);
});
