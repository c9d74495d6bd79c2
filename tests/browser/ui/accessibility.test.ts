import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { violationsIn } from './axe';
import { GALLERY } from './gallery';
import { LOOKS, stage, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

describe.each(LOOKS)('under the look %s', (look) => {
  test.each(GALLERY)('$name has no accessibility violation and fits its frame', async (item) => {
    await page.viewport(1000, 700);
    open = stage(item.draw(), item.kind, look);
    await item.ready?.(open.box);
    const frames = item.kind === 'page' ? [] : open.box.querySelectorAll('.scroll, .body, .panel, .card');
    const tooWide = [...frames].filter((frame) => frame.scrollWidth > frame.clientWidth + 1);
    expect(tooWide.map((frame) => frame.className)).toEqual([]);
    expect(await violationsIn(open.box)).toEqual([]);
  });
});

test('the check finds what is wrong', async () => {
  const box = document.createElement('div');
  box.innerHTML = '<button></button><input>';
  document.body.append(box);
  const found = await violationsIn(box);
  box.remove();
  expect(found.map((line) => line.split(':')[0])).toEqual(['button-name', 'label']);
});
