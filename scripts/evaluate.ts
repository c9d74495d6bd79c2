import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve as resolvePath } from 'node:path';
import { findOperations } from '../utils/resolver/radar';
import { BASELINES, OPERATION_BASELINES } from '../tests/evaluation/baselines';
import { timeSets } from '../tests/evaluation/bundled';
import { createEngine, predict } from '../tests/evaluation/engine';
import { scoreMentions, type MentionScore, type ScoredFold } from '../tests/evaluation/mention-score';
import {
  operationFiles,
  readOperations,
  scoreOperations,
  type OperationScore,
} from '../tests/evaluation/operation-score';
import { printPackMarks } from '../tests/evaluation/pack-marks';
import { evaluatePages } from '../tests/evaluation/pages';
import { readSet, setFiles } from '../tests/evaluation/sets';

const USAGE = 'usage: npm run evaluate -- [--corpus DIR] [--json FILE] [--predictions DIR] [--only NAME]';

interface SetResult extends MentionScore {
  /** Search and resolution, warm, processor time. */
  readonly msPer100k: number;
}

interface Options {
  readonly corpus: string;
  readonly json: string | null;
  readonly predictions: string | null;
  readonly only: string | null;
}

/**
 * Scores the resolver on other people's data and prints the result beside the baselines.
 *
 * @returns exit code: 0 also when there is no corpus, which a fresh clone has not
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  if (!existsSync(options.corpus)) {
    console.log(`No corpus at ${options.corpus}: nothing was evaluated. Name a folder with --corpus DIR.`);
    return 0;
  }
  const mentions = await evaluateSets(options);
  const operations = evaluateOperations(options);
  const pages =
    options.only === null || options.only === 'pages' ? await evaluatePages(options.corpus) : null;
  const packs =
    options.only === null || options.only === 'packs' ? await printPackMarks(options.corpus) : null;
  if (options.json !== null) {
    const report = { corpus: options.corpus, mentions, operations, pages, packs };
    writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
  }
  return 0;
}

function readOptions(args: readonly string[]): Options | null {
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index] ?? '', args[index + 1]];
    if (!['--corpus', '--json', '--predictions', '--only'].includes(name) || value === undefined) return null;
    values.set(name, value);
  }
  return {
    corpus: resolvePath(values.get('--corpus') ?? '../shared/corpus'),
    json: values.get('--json') ?? null,
    predictions: values.get('--predictions') ?? null,
    only: values.get('--only') ?? null,
  };
}

async function evaluateSets({ corpus, predictions, only }: Options): Promise<Record<string, SetResult>> {
  const results: Record<string, SetResult> = {};
  const files = setFiles(corpus).filter((path) => only === null || basename(path).startsWith(only));
  if (files.length === 0) return results;
  console.log(
    '\nMentions: precision/recall/F1 of detection, F1 of linking, sense (ambiguous), recall on unseen surfaces',
  );
  const times = await timeSets(files);
  for (const [index, path] of files.entries()) {
    const set = readSet(path);
    const folds = set.folds.map((fold): ScoredFold => {
      const engine = createEngine(fold.dict);
      const found = fold.docs.map((doc) => predict(engine, doc));
      return { fold, predictions: found };
    });
    const score = { ...scoreMentions(folds), msPer100k: times[index] ?? 0 };
    results[set.name] = score;
    console.log(mentionRow(set.name, score));
    const baseline = BASELINES[set.name];
    if (baseline !== undefined) console.log(`${' '.repeat(24)}${baseline}`);
    if (predictions !== null) writePredictions(predictions, set.name, folds);
  }
  return results;
}

function writePredictions(folder: string, name: string, folds: readonly ScoredFold[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = folds.flatMap(({ fold, predictions }, index) =>
    fold.docs.map((doc, place) =>
      JSON.stringify({ fold: index, id: doc.id, mentions: predictions[place] ?? [] }),
    ),
  );
  writeFileSync(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`);
}

function evaluateOperations({ corpus, predictions, only }: Options): Record<string, OperationScore> {
  const results: Record<string, OperationScore> = {};
  const files = operationFiles(corpus).filter((path) => only === null || basename(path).startsWith(only));
  if (files.length === 0) return results;
  console.log('\nOperation names: precision/recall/F1, exact span of hits');
  for (const path of files) {
    const items = readOperations(path);
    const score = scoreOperations(items, findOperations);
    const name = basename(path, '.jsonl');
    results[name] = score;
    const { precision, recall, f1, exact, positives, negatives } = score;
    console.log(
      `${name.padEnd(24)}${percent(precision)}/${percent(recall)}/${percent(f1)}  exact ${percent(exact)}  (${positives} + ${negatives} sentences)`,
    );
    if (predictions === null) continue;
    mkdirSync(predictions, { recursive: true });
    const lines = items.map(({ sentence, tstart }) =>
      JSON.stringify({
        sentence,
        tstart,
        spans: findOperations(sentence).map(({ start, end }) => [start, end]),
      }),
    );
    writeFileSync(join(predictions, `${name}.jsonl`), `${lines.join('\n')}\n`);
  }
  for (const line of OPERATION_BASELINES) console.log(`${' '.repeat(24)}${line}`);
  return results;
}

function mentionRow(name: string, score: SetResult): string {
  const { false: wrong } = score;
  return (
    `${name.padEnd(24)}${percent(score.precision)}/${percent(score.recall)}/${percent(score.f1)}  link ${percent(score.linkF1)}` +
    `  lenient ${percent(score.lenientF1)}  sense ${percent(score.sense)} (${score.ambiguous})  unseen ${percent(score.unseenRecall)} (${score.unseen})` +
    `  false: other ${wrong.nil} inside ${wrong.inside} across ${wrong.across} outside ${wrong.outside}` +
    `  ${score.msPer100k.toFixed(1)} ms/100k`
  );
}

function percent(share: number | null): string {
  return share === null ? '-' : (100 * share).toFixed(1);
}
