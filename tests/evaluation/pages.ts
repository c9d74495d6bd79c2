import { join } from 'node:path';
import { scorePages, type PageScores } from './page-score';

/** Scores of page detection and article bodies: over all pages, and over the halves of the sites. */
export interface PageReport {
  readonly all: PageScores;
  readonly tuned: PageScores;
  readonly checked: PageScores;
  readonly pages: readonly {
    readonly file: string;
    readonly label: string;
    readonly isArticle: boolean;
    readonly score: number;
    readonly bodyF1: number | null;
  }[];
}

/** What else there is, measured on the same pages: rows of the table beside ours. */
const BASELINES = [
  'JSON-LD or microdata NewsArticle       F1 76.3   false alarms  0.8 %',
  'og:type=article                        F1 90.8   false alarms 15.3 %',
  'isProbablyReaderable                   F1 84.5   false alarms 63.2 %',
  'metadata, paragraphs, date and address F1 93.6   false alarms  9.3 %',
  'Readability.js, body token F1: aeb .941, fundus .872',
];

/**
 * Scores the saved pages of a corpus in a real browser and prints the table.
 *
 * @returns null when the corpus has no pages
 */
export async function evaluatePages(corpus: string): Promise<PageReport | null> {
  const evaluation = await scorePages(join(corpus, 'pages'));
  if (evaluation === null) return null;
  const { all, tuned, checked, results } = evaluation;
  console.log('\nPages: news articles among articles, front pages and others; token F1 of bodies; cost');
  for (const [name, scores] of Object.entries({ all, tuned, checked })) console.log(rowOf(name, scores));
  for (const baseline of BASELINES) console.log(`  ${baseline}`);
  const pages = results.map(({ entry, probe, body }) => ({
    file: entry.file,
    label: entry.label,
    isArticle: probe.isArticle,
    score: probe.score,
    bodyF1: body?.f1 ?? null,
  }));
  return { all, tuned, checked, pages };
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function rowOf(name: string, { pages, detection, bodies, snippets, ms }: PageScores): string {
  const sources = Object.entries(bodies)
    .map(([source, { f1, pages: count }]) => `${source} ${f1.toFixed(3)} (${count})`)
    .join(', ');
  return [
    `  ${name.padEnd(8)} ${pages} pages`,
    `P ${percent(detection.precision)} R ${percent(detection.recall)} F1 ${percent(detection.f1)}`,
    `false alarms ${percent(detection.falseAlarms)} %, of blogs ${percent(detection.bloglikeFlagged)} %`,
    `body ${sources}`,
    `snippets ${snippets.found}/${snippets.wanted} wanted, ${snippets.kept}/${snippets.unwanted} unwanted`,
    `ms cold ${ms.coldMedian.toFixed(1)} (p95 ${ms.cold95.toFixed(1)}), warm ${ms.warmMedian.toFixed(1)} (p95 ${ms.warm95.toFixed(1)})`,
  ].join(' | ');
}
