import { createRequire } from 'node:module';
import { compileNames } from '../../utils/matcher/compile';
import { openNames } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import { FIRST_UNIT, FIRST_WORD, makeFolding } from '../../utils/text/folding';
import { loadNames, loadParagraphs } from './engine-data';
import type { EngineReport, EngineRow } from './engine';

/** The measured process: built into one file and run by itself, so that nothing stands between the code and the engine. */

const TEXT_LENGTH = 3_000_000;
/** Peers that are slower get less text: about a second a pass. */
const SLOW_TEXT_LENGTH = 150_000;
const SIZES = [10_000, 200_000];
const WARM_PASSES = 3;
const PASSES = 7;

const require = createRequire(import.meta.url);
/** What the loops compute, so that none of them can be left out as dead code. */
const sink = { value: 0 };

const paragraphs = loadParagraphs(TEXT_LENGTH);
const folding = makeFolding();
const report: EngineReport = {
  characterCount: lengthOf(paragraphs),
  rows: [...limits(), ...SIZES.flatMap(engines)],
};
process.stdout.write(`${JSON.stringify(report)}\n`);
if (sink.value === 0.5) process.exitCode = 1;

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

function timed<Result>(work: () => Result): { ms: number; result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** Megabytes of UTF-16 a second, median of the passes over all texts. */
function speed(
  texts: readonly string[],
  scan: (text: string) => number,
  warmPasses = WARM_PASSES,
  passes = PASSES,
): number {
  const pass = (): number => {
    for (const text of texts) sink.value += scan(text);
    return 0;
  };
  for (let index = 0; index < warmPasses; index++) pass();
  const ms = median(Array.from({ length: passes }, () => timed(pass).ms));
  return (lengthOf(texts) * 2) / 1e6 / (ms / 1000);
}

/** What no search can beat: reading each unit once, and reading it as hashed words. */
function limits(): EngineRow[] {
  const { codes } = folding;
  const read = speed(paragraphs, (text) => {
    let sum = 0;
    for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
    return sum;
  });
  const words = speed(paragraphs, (text) => {
    let sum = 0;
    let hash = 0;
    for (let index = 0; index < text.length; index++) {
      const code = codes[text.charCodeAt(index)] ?? 0;
      if (code >= FIRST_WORD && code < FIRST_UNIT) hash = Math.imul(hash ^ code, 0x01000193);
      else {
        sum ^= hash;
        hash = 0;
      }
    }
    return sum;
  });
  const none = { nameCount: null, compileMs: null, bytes: null, openMs: null, foundCount: null };
  return [
    { engine: 'limit: read each unit', ...none, megabytesPerSecond: read },
    { engine: 'limit: fold and hash words', ...none, megabytesPerSecond: words },
  ];
}

function engines(nameCount: number): EngineRow[] {
  const names = loadNames(nameCount, paragraphs);
  return [ours(names), flashtext(names), monyone(names), modern(names)];
}

function ours(names: readonly string[]): EngineRow {
  const sources = names.map((text, key) => ({
    key,
    aliases: [{ text, case: 'auto' as const, strength: 'strong' as const }],
  }));
  const compileMs = median(
    Array.from({ length: 3 }, () => timed(() => compileNames(sources, undefined, folding)).ms),
  );
  const bytes = compileNames(sources, undefined, folding);
  const openMs = median(Array.from({ length: 9 }, () => timed(() => openNames(bytes)).ms));
  const opened = openNames(bytes);
  return {
    engine: 'backgrounder',
    nameCount: names.length,
    compileMs,
    bytes: bytes.byteLength,
    openMs,
    foundCount: paragraphs.reduce((sum, text) => sum + searchNames(opened, text).length, 0),
    megabytesPerSecond: speed(paragraphs, (text) => searchNames(opened, text).length),
  };
}

/** A peer on text and names in lower case already, which is not timed: it need not fold. */
function peer(
  engine: string,
  names: readonly string[],
  texts: readonly string[],
  build: (folded: readonly string[]) => (text: string) => number,
): EngineRow {
  const folded = names.map((name) => name.toLowerCase());
  const { ms, result: scan } = timed(() => build(folded));
  const lower = texts.map((text) => text.toLowerCase());
  return {
    engine,
    nameCount: names.length,
    compileMs: ms,
    bytes: null,
    openMs: null,
    foundCount: lower.reduce((sum, text) => sum + scan(text), 0),
    megabytesPerSecond: speed(lower, scan, 1, 3),
  };
}

function head(lengthMax: number): string[] {
  let length = 0;
  return paragraphs.filter((text) => (length += text.length) <= lengthMax);
}

/** Word boundaries of ASCII; no offsets, no case rules. */
function flashtext(names: readonly string[]): EngineRow {
  const KeywordProcessor = require('flashtext.js') as new () => {
    addKeyword(name: string): void;
    extractKeywords(text: string): string[];
  };
  return peer('flashtext.js', names, paragraphs, (folded) => {
    const processor = new KeywordProcessor();
    for (const name of folded) processor.addKeyword(name);
    return (text) => processor.extractKeywords(text).length;
  });
}

/** Offsets; no word boundaries, not leftmost-longest. */
function monyone(names: readonly string[]): EngineRow {
  const { AhoCorasick } = require('@monyone/aho-corasick') as {
    AhoCorasick: new (names: readonly string[]) => { matchInText(text: string): unknown[] };
  };
  return peer('@monyone/aho-corasick', names, head(SLOW_TEXT_LENGTH * 5), (folded) => {
    const automaton = new AhoCorasick(folded);
    return (text) => automaton.matchInText(text).length;
  });
}

/** The peer with the same list of features: Unicode folding, word boundaries, leftmost-longest, offsets. */
function modern(names: readonly string[]): EngineRow {
  const module = require('modern-ahocorasick/unicode-fast') as { default?: unknown };
  const Automaton = (module.default ?? module) as new (names: readonly string[]) => {
    search(text: string, options: object): unknown[];
  };
  return peer('modern-ahocorasick/unicode-fast', names, head(SLOW_TEXT_LENGTH), (folded) => {
    const automaton = new Automaton(folded);
    const options = { strategy: 'leftmost-longest', wholeWord: true, locale: 'en' };
    return (text) => automaton.search(text, options).length;
  });
}
