import { describe, expect, test } from 'vitest';
import { passageMarkdown, passageUrl } from '@/utils/services/passage';

const STORY = 'https://news.example/story';

describe('a link to a passage', () => {
  test('names a short sentence whole and of a long one both ends', () => {
    expect(passageUrl(STORY, 'It began in January.')).toBe(`${STORY}#:~:text=It%20began%20in%20January.`);
    expect(passageUrl(STORY, 'one two three four five six seven eight nine ten eleven')).toBe(
      `${STORY}#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven`,
    );
  });

  test('escapes what divides a directive', () => {
    expect(passageUrl(STORY, 'al-Qaeda, M&S (UK)')).toBe(`${STORY}#:~:text=al%2DQaeda%2C%20M%26S%20%28UK%29`);
  });

  test('keeps the fragment of the page', () => {
    expect(passageUrl(`${STORY}#top`, 'Yes.')).toBe(`${STORY}#top:~:text=Yes.`);
  });

  test('is no script and no file, and survives half a character', () => {
    expect(passageUrl('javascript:alert(1)', 'x')).toBeNull();
    expect(passageUrl('file:///etc/passwd', 'x')).toBeNull();
    expect(passageUrl('nonsense', 'x')).toBeNull();
    expect(passageUrl(STORY, '')).toBe(STORY);
    expect(passageUrl(STORY, 'half \ud83d')).toContain('text=half%20%EF%BF%BD');
  });
});

describe('a passage in a note', () => {
  test('is a quotation and a link', () => {
    expect(passageMarkdown({ url: STORY, title: 'At sea', sentence: 'It began.' })).toBe(
      `> It began.\n>\n> [At sea](<${STORY}#:~:text=It%20began.>)`,
    );
    expect(passageMarkdown({ url: STORY, title: '', sentence: '' })).toBe(`> [${STORY}](<${STORY}>)`);
  });

  test('takes no markup from the page', () => {
    const text = passageMarkdown({
      url: STORY,
      title: 'x](javascript:alert(1)) [y',
      sentence: '<img src=x>\n# *loud* [a](b) `c`',
    });
    // The link's own target is ours; everything before it is the page's.
    expect(text.replace(/\(<https:.*>\)$/, '')).not.toMatch(/(?<!\\)[*`#]|(?<!\\)<img|\n(?!>)/);
    expect(text).toContain('x\\](javascript:alert(1)) \\[y');
  });
});
