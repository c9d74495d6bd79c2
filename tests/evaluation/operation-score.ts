import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One trigger word in one sentence. */
export interface OperationItem {
  readonly doc: string;
  readonly sentence: string;
  readonly trigger: string;
  readonly tstart: number;
  readonly label: 'pos' | 'neg';
  /** The gold name with its trigger; null for negatives. */
  readonly span: readonly [number, number] | null;
}

export interface OperationScore {
  readonly positives: number;
  readonly negatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of the hits with exactly the gold span. */
  readonly exact: number;
  readonly misses: readonly string[];
  readonly falseHits: readonly string[];
}

export function operationFiles(corpus: string): string[] {
  const folder = join(corpus, 'ops');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name));
}

export function readOperations(path: string): OperationItem[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as OperationItem);
}

/**
 * Scores a finder. A positive is found when a prediction covers its trigger and more; a negative is a false hit when a
 * prediction begins at its trigger.
 */
export function scoreOperations(
  items: readonly OperationItem[],
  find: (sentence: string) => readonly { readonly start: number; readonly end: number }[],
): OperationScore {
  const misses: string[] = [];
  const falseHits: string[] = [];
  let hits = 0;
  let exact = 0;
  for (const { sentence, tstart, trigger, label, span } of items) {
    const predictions = find(sentence);
    if (label === 'neg') {
      const hit = predictions.find(({ start }) => start === tstart);
      if (hit !== undefined) falseHits.push(sentence.slice(hit.start, hit.end));
      continue;
    }
    const hit = predictions.find(({ start, end }) => start <= tstart && end > tstart + trigger.length);
    if (hit === undefined) {
      misses.push(sentence.slice(tstart, tstart + 60));
      continue;
    }
    hits += 1;
    if (span !== null && hit.start === span[0] && hit.end === span[1]) exact += 1;
  }
  const precision = hits + falseHits.length === 0 ? 0 : hits / (hits + falseHits.length);
  const positives = items.filter((item) => item.label === 'pos').length;
  const recall = positives === 0 ? 0 : hits / positives;
  return {
    positives,
    negatives: items.length - positives,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    exact: hits === 0 ? 0 : exact / hits,
    misses,
    falseHits,
  };
}
