import { createEngine, predict } from './engine';
import { readSet } from './sets';

/** Code units before timing begins: the compiler and the profiles are warm, as in a background that has been up. */
const WARM_LENGTH = 600_000;
/** Code units of one timed pass: enough for a steady figure. Small sets go round several times. */
const TIMED_LENGTH = 300_000;
const TIMED_PASSES = 3;

/**
 * Search and resolution of a set's documents, median of three warm passes.
 *
 * Processor time, since other work on the machine is not ours to count; it includes the compiler's and the collector's
 * own threads.
 *
 * @returns milliseconds per 100,000 UTF-16 code units
 */
export function timeSet(path: string): number {
  const set = readSet(path);
  const work = set.folds.flatMap((fold) => {
    const engine = createEngine(fold.dict);
    return fold.docs.map((doc) => ({ engine, doc }));
  });
  let next = 0;
  const run = (atLeast: number): number => {
    let length = 0;
    const began = process.cpuUsage();
    while (length < atLeast) {
      const item = work[next % work.length];
      next += 1;
      if (item === undefined) break;
      predict(item.engine, item.doc);
      length += item.doc.text.length;
    }
    const { user, system } = process.cpuUsage(began);
    return ((user + system) / 1000 / length) * 1e5;
  };
  run(WARM_LENGTH);
  const times = Array.from({ length: TIMED_PASSES }, () => run(TIMED_LENGTH)).toSorted((a, b) => a - b);
  return times[Math.floor(TIMED_PASSES / 2)] ?? 0;
}
