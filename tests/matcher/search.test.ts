import { describe, expect, test, vi } from 'vitest';
import { compileNames, compileSteps, type NameSource } from '../../utils/matcher/compile';
import { openNames, type Names } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import { makeFolding } from '../../utils/text/folding';
import { CASES, sourcesOf, unmark } from './cases';
import { naiveSearch } from './naive';

// A stop for endless loops only: a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

type Span = [start: number, end: number];
type Search = (names: NameSource[], text: string) => Span[];

const spansOf = (candidates: readonly { start: number; end: number }[]): Span[] =>
  candidates.map(({ start, end }) => [start, end]);

const folding = makeFolding();
const open = (names: readonly NameSource[]): Names => openNames(compileNames(names, undefined, folding));

const compiled: Search = (names, text) => spansOf(searchNames(open(names), text));

const inSlices: Search = (names, text) => {
  const steps = compileSteps(names);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return spansOf(searchNames(openNames(step.value), text));
};

const reused: Search = (names, text) => {
  const opened = open(names);
  searchNames(opened, `${text} ${text}`);
  return spansOf(searchNames(opened, text));
};

/** Behind more text than is held as tokens at a time, so that the case lies across the seam of two stretches. */
const behindLongText =
  (wordCount: number): Search =>
  (names, text) => {
    const before = 'x '.repeat(wordCount);
    const opened = open(names);
    return spansOf(searchNames(opened, before + text)).map(([start, end]) => [
      start - before.length,
      end - before.length,
    ]);
  };

/** Among many other names, so that paths share slots and prefixes. */
const amongOthers: Search = (names, text) => {
  const others = Array.from({ length: 3000 }, (_, index) => ({
    key: 1000 + index,
    aliases: [{ text: `Zz${index} Qq${index % 7}`, case: 'auto' as const, strength: 'strong' as const }],
  }));
  return compiled([...others, ...names], text);
};

const SEARCHES: Readonly<Record<string, Search>> = {
  naive: (names, text) => spansOf(naiveSearch(names, text)),
  compiled,
  inSlices,
  reused,
  amongOthers,
  behind8190Words: behindLongText(8190),
  behind8200Words: behindLongText(8200),
  behind40000Words: behindLongText(40_000),
};

describe.each(Object.entries(SEARCHES))('%s search', (_name, search) => {
  describe.each(Object.entries(CASES))('%s', (_group, cases) => {
    test.each(cases)('$title', ({ names, marked }) => {
      const { text, spans } = unmark(marked);
      const found = search(sourcesOf(names), text);
      // As marked text, since that is how a difference is understood.
      expect(mark(text, found)).toBe(mark(text, spans));
    });
  });
});

function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let from = 0;
  for (const [start, end] of spans) {
    marked += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`;
    from = end;
  }
  return marked + text.slice(from);
}
