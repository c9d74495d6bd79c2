import { NOTE_BYTES_MAX } from '../../utils/model/note';
import { parseMarkdown } from '../../utils/markdown/parse';
import { SLOW_PATTERNS } from '../markdown/slow-patterns';

/**
 * Prints what reading a note costs at its worst: milliseconds for the largest note allowed and for eight times as much,
 * medians, with their ratio (8 is linear). Run: `node scripts/run.mjs tests/bench/markdown.ts`.
 */
export async function main(): Promise<void> {
  console.log('| pattern | 16 KiB, ms | 128 KiB, ms | ratio |\n| --- | ---: | ---: | ---: |');
  for (const [name, pattern] of Object.entries(SLOW_PATTERNS)) {
    const small = medianMs(pattern(NOTE_BYTES_MAX), 15);
    const large = medianMs(pattern(NOTE_BYTES_MAX * 8), 5);
    console.log(`| ${name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${(large / small).toFixed(1)} |`);
  }
}

function medianMs(source: string, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    parseMarkdown(source);
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
