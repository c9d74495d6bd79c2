import { describe, expect, test } from 'vitest';
import { createSlices } from '../../../utils/page/slices';
import { readBlocks } from '../../../utils/page/read-blocks';
import { endPlaceOf, offsetOf, placeOf, type PageBlock } from '../../../utils/page/text-block';
import { blocksOf, show, texts } from './fixture';

/** Reads a stretch of a block back from the page. */
function readBack(block: PageBlock, start: number, end: number): string {
  const from = placeOf(block, start);
  const to = endPlaceOf(block, end);
  if (from === null || to === null) throw new Error('no place');
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range.toString();
}

const squeeze = (text: string): string => text.replace(/[\t\n\f\r ]+/g, '');

describe('what is one block', () => {
  test.each([
    ['a paragraph each', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['inline elements do not part', '<p>Op<b>eration</b> <i><u>Sha</u>der</i></p>', ['Operation Shader']],
    ['text around a block', '<div>before <p>inside</p> after</div>', ['before', 'inside', 'after']],
    ['white space is collapsed', '<p>\n  Islamic\n\t State \n</p>', ['Islamic State']],
    ['between inline elements too', '<p><b>Islamic </b> <i> State</i></p>', ['Islamic State']],
    ['no-break space and soft hyphen stay', '<p>Ben&nbsp;Wal&shy;lace</p>', ['Ben\u00a0Wal\u00adlace']],
    ['one line break is a break in a block', '<p>One<br>Two</p>', ['One\nTwo']],
    ['two part blocks', '<p>One<br><br>Two</p>', ['One', 'Two']],
    ['a footnote is set off', '<p>Shader<sup>1</sup> goes</p>', ['Shader 1 goes']],
    ['a link around paragraphs', '<a href="#"><p>One</p><p>Two</p></a>', ['One', 'Two']],
    ['translated pages', '<p><font><font>Guten </font></font><font>Tag</font></p>', ['Guten Tag']],
    ['table cells', '<table><tr><td>One</td><td>Two</td></tr></table>', ['One', 'Two']],
    ['nothing without a word', '<p> … </p><p>–</p>', []],
    ['an emoji is a word', '<p>🐝</p>', ['🐝']],
  ])('%s', (_, html, expected) => {
    expect(texts(show(html))).toEqual(expected);
  });

  test.each([
    [
      'scripts, styles, code',
      '<p>a</p><script>x</script><style>y{}</style><pre>kept</pre><code>z</code>',
      ['a', 'kept'],
    ],
    [
      'what can be edited',
      '<p>a</p><textarea>b</textarea><div contenteditable>c</div><input value="d">',
      ['a'],
    ],
    ['what is hidden', '<p hidden>a</p><p aria-hidden="true">b</p><p>c <span hidden>d</span>e</p>', ['c e']],
    ['drawings', '<p>a</p><svg><text>b</text></svg>', ['a']],
  ])('leaves out %s', (_, html, expected) => {
    expect(texts(show(html))).toEqual(expected);
  });

  test('walks open shadow roots and what is slotted in', () => {
    const box = show('<x-card><b>Ben </b><i slot="end">Wallace</i></x-card>');
    const root = box.querySelector('x-card')?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = '<p>Here <slot></slot><slot name="end"></slot></p>';
    const seen: ShadowRoot[] = [];
    expect(texts(box, { onShadowRoot: (shadow) => seen.push(shadow) })).toEqual(['Here Ben Wallace']);
    expect(seen).toEqual([root]);
  });

  test('is not led astray by a form whose children are called like its properties', () => {
    const box = show(
      `<form><p>One</p><input name="firstChild"><input name="nextSibling"><input name="nodeType"><input name="localName">
       <input name="getAttribute"><input name="shadowRoot"><input name="parentNode"><input name="hasAttribute"><p>Two</p></form><p>Three</p>`,
    );
    expect(texts(box)).toEqual(['One', 'Two', 'Three']);
  });

  test('leaves out excluded elements', () => {
    const box = show('<p>One</p><div id="out"><p>Two</p></div><p>Three</p>');
    const out = box.querySelector('#out');
    expect(texts(box, { excluded: new Set(out === null ? [] : [out]) })).toEqual(['One', 'Three']);
  });

  test('reads an own text without the blocks inside', () => {
    expect(
      texts(show('one <p>two</p> three').firstElementChild?.parentElement ?? document.body, {
        shallow: true,
      }),
    ).toEqual(['one', 'three']);
  });
});

describe('the way back', () => {
  const html = `<p>  The  <b>Is</b>lamic
     State&nbsp;<i>group</i><br>was<sup>2</sup> named, they <font><font>said </font></font> today.</p>`;

  test('every stretch of every block is found again, white space apart', () => {
    for (const block of blocksOf(show(html))) {
      for (let start = 0; start < block.text.length; start++) {
        if (/[ \n]/.test(block.text.charAt(start))) continue;
        for (let end = start + 1; end <= block.text.length; end++) {
          if (/[ \n]/.test(block.text.charAt(end - 1))) continue;
          expect(squeeze(readBack(block, start, end))).toBe(squeeze(block.text.slice(start, end)));
        }
      }
    }
  });

  test('places and offsets are each other’s inverse', () => {
    for (const block of blocksOf(show(html))) {
      block.nodes.forEach((node, index) => {
        const from = block.offsets[index] ?? 0;
        for (let into = 0; into < (block.lengths[index] ?? 0); into++) {
          const offset = offsetOf(block, node, from + into);
          expect(offset).toBe((block.starts[index] ?? 0) + into);
          expect(placeOf(block, offset ?? -1)).toEqual({ node, offset: from + into });
        }
      });
    }
  });
});

describe('limits', () => {
  test('five megabytes are read in slices, up to two million characters', async () => {
    const paragraph = `<p>${'The minister said nothing of the kind to reporters. '.repeat(20)}</p>`;
    const box = show(paragraph.repeat(5_000));
    let yields = 0;
    let units = 0;
    const slices = createSlices(new AbortController().signal);
    const counted = {
      isOver: () => slices.isOver(),
      next: () => {
        yields++;
        return slices.next();
      },
    };
    await readBlocks([box], counted, (block) => (units += block.text.length));
    expect(units).toBeGreaterThan(1_900_000);
    expect(units).toBeLessThan(2_100_000);
    expect(yields).toBeGreaterThan(0);
  });

  test('a very long text is cut at white space, nothing lost', () => {
    const text = 'word '.repeat(30_000).trim();
    const box = show(`<div></div>`);
    box.firstElementChild?.append(document.createTextNode(text));
    const blocks = blocksOf(box);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.every((block) => block.text.length < 110_000)).toBe(true);
    expect(blocks.map((block) => block.text).join(' ')).toBe(text);
  });

  test('ends when it is told to', async () => {
    const end = new AbortController();
    end.abort(new Error('over'));
    const slices = { ...createSlices(end.signal, 0), isOver: () => true };
    const box = show('<p>some words here</p>'.repeat(500));
    await expect(readBlocks([box], slices, () => {})).rejects.toThrow('over');
  });
});
