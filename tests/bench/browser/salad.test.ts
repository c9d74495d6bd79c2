import { describe, expect, test } from 'vitest';
import { blocksOf } from './messages';
import { saladPage } from './salad';

const NAMES = ['Mali', 'Boko Haram', 'Camp David', 'Lomé'];

describe('a generated page', () => {
  test('is the same for the same seed and another for another', () => {
    expect(saladPage(500, NAMES, 1)).toEqual(saladPage(500, NAMES, 1));
    expect(saladPage(500, NAMES, 1).html).not.toBe(saladPage(500, NAMES, 2).html);
  });

  test.each([500, 5_000])('has about %i words, and names as often as news', (words) => {
    const page = saladPage(words, NAMES, 3);
    expect(page.words).toBeGreaterThanOrEqual(words);
    expect(page.words).toBeLessThan(words + 120);
    expect(page.mentions / page.words).toBeGreaterThan(0.03);
    expect(page.mentions / page.words).toBeLessThan(0.06);
  });

  test('tells its text as the content script reads it', () => {
    const { html, words } = saladPage(800, NAMES, 4);
    const blocks = blocksOf(html);
    const text = blocks.map((block) => block.text).join(' ');
    expect(text).not.toMatch(/[<>]|\s{2}/);
    expect(text.split(' ').length).toBeGreaterThan(words);
    expect(blocks.map(({ id }) => id)).toEqual([...blocks.keys()]);
  });
});
