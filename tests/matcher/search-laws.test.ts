import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compileNames, type NameSource } from '../../utils/matcher/compile';
import type { RejectedAlias } from '../../utils/matcher/limits';
import { openNames, sensesOf } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import { namesAndText } from './arbitraries';
import { makeFolding } from '../../utils/text/folding';
import { naiveForm, naiveMeets, naiveSearch } from './naive';

// A stop for endless loops only: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = { numRuns: 1000 };
const folding = makeFolding();

/** Names without what compilation turned away, since the naive search turns nothing away. */
function withoutRejected(names: readonly NameSource[], rejected: readonly RejectedAlias[]): NameSource[] {
  const texts = new Set(rejected.map(({ text }) => text));
  return names.map(({ key, aliases }) => ({ key, aliases: aliases.filter(({ text }) => !texts.has(text)) }));
}

test('finds what the naive search finds', () => {
  let foundCount = 0;
  fc.assert(
    fc.property(namesAndText, ({ names, text }) => {
      const rejected: RejectedAlias[] = [];
      const opened = openNames(compileNames(names, (one) => rejected.push(one), folding));
      const accepted = withoutRejected(names, rejected);
      const found = searchNames(opened, text);
      const expected = naiveSearch(accepted, text);
      foundCount += found.length;
      expect(found.map(({ start, end }) => ({ start, end }))).toEqual(
        expected.map(({ start, end }) => ({ start, end })),
      );
      for (const [index, { start, end, form }] of found.entries()) {
        const surface = text.slice(start, end);
        const senses = expected[index]?.senses ?? [];
        const unique = [...new Map(senses.map((sense) => [JSON.stringify(sense), sense])).values()];
        expect(sensesOf(opened, form)).toEqual(unique);
        const meeting = unique.filter(({ alias }) => naiveMeets(alias, surface));
        expect(new Set(sensesOf(opened, form, surface).map(({ key }) => key))).toEqual(
          new Set(meeting.map(({ key }) => key)),
        );
      }
    }),
    RUNS,
  );
  // A property over texts without names would prove nothing.
  expect(foundCount).toBeGreaterThan(RUNS.numRuns / 3);
});

test('offsets lie around the name and nothing else', () => {
  fc.assert(
    fc.property(namesAndText, ({ names, text }) => {
      const opened = openNames(compileNames(names, undefined, folding));
      let last = 0;
      for (const { start, end, form } of searchNames(opened, text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        const forms = sensesOf(opened, form).map(({ alias }) => naiveForm(alias.text));
        expect(new Set(forms)).toEqual(new Set([naiveForm(text.slice(start, end))]));
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    RUNS,
  );
});

test('the same names give the same bytes, and candidates do not depend on what was searched before', () => {
  fc.assert(
    fc.property(namesAndText, ({ names, text }) => {
      const bytes = compileNames(names, undefined, folding);
      expect(Buffer.compare(Buffer.from(compileNames(names)), Buffer.from(bytes))).toBe(0);
      const opened = openNames(bytes);
      const first = searchNames(opened, text);
      searchNames(opened, `${text}${text}`);
      expect(searchNames(opened, text)).toEqual(first);
    }),
    { numRuns: 20 },
  );
});
