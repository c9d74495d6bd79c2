import { describe, expect, test } from 'vitest';
import { reasonText, type PlacedReason } from '../../components/reason-words';

const CASES: readonly (readonly [string, string, readonly PlacedReason[], string])[] = [
  [
    'Operation Lantern',
    'Operation Lantern',
    [{ type: 'strong', alias: 'Operation Lantern' }],
    'Matched “Operation Lantern”, the full name.',
  ],
  [
    'Op Lantern',
    'Operation Lantern',
    [
      { type: 'strong', alias: 'Op Lantern' },
      { type: 'full-name', name: 'Operation Lantern', paragraph: 5 },
    ],
    'Matched “Op Lantern”, an alias. Full name is in paragraph 5.',
  ],
  [
    'NT',
    'Night Traders',
    [
      { type: 'weak', alias: 'NT' },
      { type: 'defined', short: 'NT', long: 'Night Traders', paragraph: 1 },
    ],
    'Matched “NT”, weak alias. Defined on this page in paragraph 1 as “Night Traders”.',
  ],
  [
    'Mrs Wells',
    'Ada Wells',
    [
      { type: 'weak', alias: 'Mrs Wells' },
      { type: 'full-name', name: 'Dame Ada Wells', paragraph: 2 },
    ],
    'Matched “Mrs Wells”, weak alias. “Dame Ada Wells” is in paragraph 2.',
  ],
  [
    'Wells',
    'Ada Wells',
    [{ type: 'short-form', of: 'Ada Wells', paragraph: 2 }],
    'Matched “Wells”. Short for “Ada Wells” in paragraph 2.',
  ],
  [
    'Kestrel',
    'Kestrel',
    [
      { type: 'weak', alias: 'Kestrel' },
      { type: 'context', words: ['patrol', 'boat'] },
    ],
    'Matched “Kestrel”, weak alias. For it: “patrol” and “boat”.',
  ],
  [
    'Kestrel',
    'Kestrel',
    [
      { type: 'weak', alias: 'Kestrel' },
      { type: 'companions', names: ['a', 'b', 'c', 'd', 'e'] },
    ],
    'Matched “Kestrel”, weak alias. On the same page: a, b, c and 2 more.',
  ],
  ['X', 'X', [{ type: 'section', section: 'Coast' }], 'Matched “X”. The page is filed under “Coast”.'],
  ['Op Tide', 'Operation Tide', [{ type: 'pattern', trigger: 'Op' }], 'Matched “Op Tide”. It follows “Op”.'],
  ['X', 'X', [{ type: 'choice', scope: 'site' }], 'Matched “X”. You chose it on this site.'],
  ['X', 'X', [{ type: 'choice', scope: 'page' }], 'Matched “X”. You chose it for this article.'],
  ['X', 'X', [{ type: 'choice', scope: 'everywhere' }], 'Matched “X”. You chose it everywhere.'],
  ['X', 'Y', [], 'Matched “X”.'],
  ['X', 'Y', [{ type: 'context', words: [] }], 'Matched “X”.'],
];

describe('why a name was lit', () => {
  test.each(CASES)('%s for %s', (surface, name, reasons, sentence) => {
    expect(reasonText(surface, name, reasons)).toBe(sentence);
  });
});
