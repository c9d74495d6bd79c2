import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseTag, normaliseTags, TAG_MAX, TAGS_MAX } from '@/utils/model/tags';

test.each([
  ['#Costs', 'costs'],
  ['  Port \n Amber ', 'port amber'],
  ['#', ''],
  ['a\u200Bb\u202E', 'ab'],
])('“%s” is kept as “%s”', (typed, tag) => {
  expect(normaliseTag(typed)).toBe(tag);
});

test('what is kept stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (typed) => {
      const tags = normaliseTags(typed);
      expect(tags.length).toBeLessThanOrEqual(TAGS_MAX);
      expect(tags.every((tag) => tag !== '' && tag.length <= TAG_MAX)).toBe(true);
      expect(new Set(tags).size).toBe(tags.length);
    }),
  );
});
