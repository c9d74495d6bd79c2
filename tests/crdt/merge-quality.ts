import { type Author, writeOps, writing } from '../../utils/crdt/author';
import { bodyOf } from '../../utils/crdt/body';
import { applyOp, type Doc, EMPTY_DOC } from '../../utils/crdt/doc';
import type { DocId } from '../../utils/crdt/op';
import { CLOCK_START, type EpochId } from '../../utils/crdt/stamp';
import { Random } from './random';

const NOTE = 'note:one' as DocId;
const VOCABULARY =
  'the a of in on for by and with from was said will would could defence force air base jets crew report sources minister'.split(
    ' ',
  );

export interface MergeFigures {
  readonly cases: number;
  readonly inserted: number;
  readonly insertedLost: number;
  readonly removed: number;
  readonly removedBackShare: number;
  readonly garbled: number;
  /** Cases with anything lost, back or garbled, as a share. */
  readonly harmedShare: number;
  readonly msEach: number;
}

/**
 * Two people edit one note of about 600 characters at once, one to four edits each, anywhere. Every third word of the
 * base and every inserted word is unique, so that what happened to it can be told from the merged text alone.
 */
export function measureMerge({ cases, seed }: { cases: number; seed: number }): MergeFigures {
  const random = new Random(seed);
  let [inserted, insertedLost, removed, removedBack, garbled, harmed] = [0, 0, 0, 0, 0, 0];
  const started = performance.now();
  for (let index = 0; index < cases; index += 1) {
    const base = baseWords(random);
    const sides = ['x', 'y'].map((tag) => edit(random, base, tag));
    const merged = merge(
      base.join(' '),
      sides.map((side) => side.words.join(' ')),
    );
    const words = merged.split(/\s+/).filter((word) => word !== '');
    const left = new Set(words);
    const known = new Set([...base, ...sides.flatMap((side) => side.words)]);
    const added = sides.flatMap((side) => side.added);
    const gone = [...new Set(sides.flatMap((side) => side.gone))];
    const counts = [
      added.filter((word) => !left.has(word)).length,
      gone.filter((word) => left.has(word)).length,
      words.filter((word) => !known.has(word)).length,
    ] as const;
    inserted += added.length;
    removed += gone.length;
    insertedLost += counts[0];
    removedBack += counts[1];
    garbled += counts[2];
    if (counts.some((count) => count > 0)) harmed += 1;
  }
  return {
    cases,
    inserted,
    insertedLost,
    removed,
    removedBackShare: removedBack / Math.max(removed, 1),
    garbled,
    harmedShare: harmed / cases,
    msEach: (performance.now() - started) / cases,
  };
}

function baseWords(random: Random): string[] {
  return Array.from({ length: 105 }, (_, index) =>
    index % 3 === 0 ? `base${index}` : random.pick(VOCABULARY),
  );
}

interface Side {
  readonly words: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

function edit(random: Random, base: readonly string[], tag: string): Side {
  const words = [...base];
  const written: string[] = [];
  const edits = 1 + random.below(4);
  for (let index = 0; index < edits; index += 1) {
    const at = random.below(words.length);
    const fresh = Array.from({ length: 1 + random.below(8) }, (_, word) => `${tag}${index}w${word}`);
    const kind = random.below(3);
    const removes = kind === 0 ? 0 : 1 + random.below(10);
    const inserts = kind === 1 ? [] : fresh;
    words.splice(at, removes, ...inserts);
    written.push(...inserts);
  }
  const now = new Set(words);
  return {
    words,
    added: written.filter((word) => now.has(word)),
    gone: base.filter((word) => word.startsWith('base') && !now.has(word)),
  };
}

function merge(base: string, texts: readonly string[]): string {
  const first = write(EMPTY_DOC, { epoch: 'aaaaaaaaaaaa' as EpochId, n: 0, clock: CLOCK_START }, base, 1);
  const ends = texts.map((text, index) => {
    const epoch = (index === 0 ? 'bbbbbbbbbbbb' : 'cccccccccccc') as EpochId;
    return write(first.doc, { epoch, n: 0, clock: first.author.clock }, text, 2 + index);
  });
  const doc = ends.flatMap((end) => end.ops).reduce(applyOp, first.doc);
  return bodyOf(doc)?.text ?? '';
}

function write(doc: Doc, author: Author, text: string, nowMs: number) {
  const written = writeOps(author, [writing(NOTE, doc, text)], nowMs);
  return { ...written, doc: written.ops.reduce(applyOp, doc) };
}
