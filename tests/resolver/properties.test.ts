import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDefinitions } from '../../utils/resolver/definitions';
import { findOperations } from '../../utils/resolver/radar';
import { pageResolver, type Known } from './page';

const ENTITIES: readonly Known[] = [
  { id: 'is', kind: 'group', name: 'Islamic State', strong: ['Daesh', 'داعش'], weak: ['IS'] },
  { id: 'ny', kind: 'place', name: 'New York', strong: ['York'] },
  { id: 'nyt', kind: 'organisation', name: 'New York Times' },
  { id: 'wallace', kind: 'person', name: 'Ben Wallace', weak: ['Wallace'] },
  { id: 'other', kind: 'person', name: 'Ann Wallace' },
  { id: 'elm', kind: 'operation', name: 'Operation Elm' },
  { id: 'jet', kind: 'equipment', name: 'Elm', strong: ['东京'] },
];

const resolvePage = pageResolver(ENTITIES);

/** Words that the rules look at, in any order, with what breaks naive code: surrogates, marks, right-to-left, emoji. */
const WORDS =
  'Islamic State IS is Daesh New York Times Ben Ann Wallace Mr Operation Op. Elm ELM 18 (IS) (NYT) ( ) of the University'.split(
    ' ',
  );
const ODDITIES = [
  '-led',
  "'s",
  '’s',
  '“',
  '"',
  '.',
  '\n',
  '/',
  '«',
  '»',
  'é',
  'داعش',
  '東京',
  '东京',
  '😀',
  'Task Force',
];
const BREAKERS = ['\ud800', '\udc00', '\u00ad', '\u200b', '\u202e', 'Ex', 'Exercise'];
const word = fc.oneof(
  fc.constantFrom(...WORDS, ...ODDITIES, ...BREAKERS),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '', '  ', '-')), { maxLength: 40 })
  .map((parts) => parts.map(([part, gap]) => part + gap).join(''));
const page = fc.array(text, { maxLength: 4 });

describe('whatever the page says', () => {
  test('mentions lie inside their blocks, in order, and never overlap', () => {
    fc.assert(
      fc.property(page, fc.constantFrom('strict', 'balanced', 'eager'), (paragraphs, eagerness) => {
        let lastBlock = 0;
        let lastEnd = 0;
        for (const mention of resolvePage(paragraphs, { eagerness, radar: true })) {
          const { block, start, end, surface, score } = mention;
          expect(paragraphs[block]?.slice(start, end)).toBe(surface);
          expect(end).toBeGreaterThan(start);
          expect(block).toBeGreaterThanOrEqual(lastBlock);
          expect(block > lastBlock || start >= lastEnd).toBe(true);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(mention.reasons.length).toBeGreaterThan(0);
          lastBlock = block;
          lastEnd = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same page gives the same mentions', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        expect(resolvePage(paragraphs)).toEqual(resolvePage(paragraphs));
      }),
      { numRuns: 30 },
    );
  });

  test('a stricter setting never lights more', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        const count = (eagerness: 'strict' | 'balanced' | 'eager'): number =>
          resolvePage(paragraphs, { eagerness }).reduce((sum, { surface }) => sum + surface.length, 0);
        expect(count('strict')).toBeLessThanOrEqual(count('balanced'));
        expect(count('balanced')).toBeLessThanOrEqual(count('eager'));
      }),
      { numRuns: 60 },
    );
  });

  test('the grammars stay inside any text', () => {
    fc.assert(
      fc.property(text, (paragraph) => {
        let last = 0;
        for (const { start, end, trigger } of findOperations(paragraph)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start + trigger.length);
          expect(end).toBeLessThanOrEqual(paragraph.length);
          last = end;
        }
        for (const { longStart, longEnd, shortStart, shortEnd } of findDefinitions(paragraph)) {
          expect(longEnd).toBeGreaterThan(longStart);
          expect(shortEnd).toBeGreaterThan(shortStart);
        }
      }),
    );
  });

  test('huge and odd pages end', () => {
    const huge = 'Operation ( Ben Wallace Wallace IS New York '.repeat(2000);
    expect(resolvePage([huge, '('.repeat(20000), '"'.repeat(20000)], { radar: true }).length).toBeGreaterThan(
      0,
    );
  });
});
