import type { BrowserReport, Spread, ToolRow } from './report';
import { plot, type Series } from './plot';
import { MAIN_NAMES } from './run';

/** A Markdown table; the first row is its head. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const number = (value: number): string => value.toLocaleString('en');

function figure(value: number | null, digits = 1): string {
  return value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);
}

function pair({ p50, p95 }: Spread, digits = 1): string {
  return `${figure(p50, digits)} / ${figure(p95, digits)}`;
}

/** The browser half of `RESULTS.md`, and what is printed after a run. */
export function browserMarkdown(report: BrowserReport): string {
  return [
    '## In the browser',
    `${report.browser}, headless, without a graphics processor. ${report.seconds} s in all; load average ${report.loadAverage.toFixed(1)} at the start.`,
    'Figures of the main thread are medians of processor time from DevTools traces, so other programs on the machine count little; ' +
      'times to the first mark, round trips and the card are wall time and suffer from them.',
    '### Against the figures to reach',
    table(targets(report)),
    '### Pages beside peers',
    `A page that is loaded and at rest, then one tool: ours with ${number(MAIN_NAMES)} names against the peers with as many as they can bear. ` +
      'Peers are given the article element, match case by case and take ASCII boundaries; matching a name is all they do. Milliseconds.',
    table(toolTable(report.tools.filter((row) => row.manner === 'first' && isCompared(row)))),
    '### Loading a page with and without the extension',
    'From an empty tab until three seconds after the page was loaded: start of the content script, detection of the article, reading, painting, and ' +
      'its second looks. Layout, style and pre-paint are mostly the page’s own: only the difference counts.',
    table(toolTable(report.tools.filter((row) => row.manner === 'load'))),
    '### Growth',
    'Script on the main thread, milliseconds, by words (columns) and names (rows); `first` on a loaded page, `again` with warm code.',
    table(growth(report)),
    '![Script against words and names](browser.svg)',
    '### A page that changes: 20 frames with one changed word',
    table([
      ['tool', 'words', 'marks', 'pre-paint, ms a frame', 'all, ms a frame'],
      ...report.taxes.map((row) => [
        row.tool,
        number(row.words),
        String(row.marks),
        figure(row.prePaintMs, 2),
        figure(row.allMs, 2),
      ]),
    ]),
    '### Hover',
    'A call of the hit test in a loop over 1,500 points, beside what the browser’s own part of it takes; and our callback in a frame after a real ' +
      'move of the pointer, cold caches and the trace’s own cost included. Microseconds.',
    table([
      [
        'words',
        'marks',
        'hit test',
        '`caretPositionFromPoint` alone',
        '`highlightsFromPoint`',
        'callback p50 / p95',
      ],
      ...report.hover.map((row) => [
        number(row.words),
        String(row.marks),
        figure(row.callUs),
        figure(row.caretUs),
        figure(row.highlightsUs),
        pair(row.frameUs, 0),
      ]),
    ]),
    `Card, pointer’s last move to the frame that shows it, p50 / p95: first on a page ${pair(report.card.first, 0)} ms, later ${pair(report.card.later, 0)} ms.`,
    '### Messages: an article of 2,000 words, content script to worker and back',
    table([
      [
        'names',
        'warm p50 / p95, ms',
        'worker stopped p50 / p95, ms',
        'after a change of names, ms',
        'compiled, MB',
      ],
      ...report.messages.map((row) => [
        number(row.names),
        pair(row.warm),
        row.stopped === null ? '–' : pair(row.stopped, 0),
        figure(row.compileMs, 0),
        figure(row.tableBytes / 1e6, 2),
      ]),
    ]),
    '### Weight',
    `Content script ${figure(report.sizes.contentScript / 1024)} KB gzip, card page ${figure(report.sizes.cardPage / 1024)} KB gzip. JavaScript heap of a tab with marks beyond the same tab without the extension: ` +
      `${report.heaps.map(({ words, bytes }) => `${figure(bytes / 1e6, 2)} MB (${number(words)} words)`).join(', ')}.`,
  ].join('\n\n');
}

/** Only the largest dictionary that a peer was run with, and our main one. */
function isCompared(row: ToolRow): boolean {
  if (row.tool === 'Backgrounder') return row.names === MAIN_NAMES;
  return row.note === null || row.names === MAIN_NAMES;
}

function toolTable(rows: readonly ToolRow[]): string[][] {
  const head = [
    'words',
    'tool',
    'names',
    'script',
    'longest task',
    'longest script',
    'layout',
    'style',
    'pre-paint',
    'CLS',
    'nodes added',
    'marks',
    'first mark, wall',
  ];
  const body = rows
    .toSorted((a, b) => a.words - b.words)
    .map((row) => [
      number(row.words),
      row.tool,
      row.names === 0 ? '–' : number(row.names),
      row.note ?? figure(row.scriptMs),
      figure(row.longestTaskMs),
      figure(row.longestScriptMs),
      figure(row.layoutMs),
      figure(row.styleMs),
      figure(row.prePaintMs),
      figure(row.cls, 3),
      figure(row.addedNodes, 0),
      figure(row.marks, 0),
      figure(row.firstMarkMs, 0),
    ]);
  return [head, ...body];
}

function growth({ tools }: BrowserReport): string[][] {
  const rows = tools.filter((row) => row.manner !== 'load' && row.scriptMs !== null);
  const keys = [...new Set(rows.map((row) => `${row.tool}|${row.manner}|${row.names}`))];
  return [
    ['tool', 'manner', 'names', '2,000', '20,000', '200,000'],
    ...keys.map((key) => {
      const [tool = '', manner = '', names = ''] = key.split('|');
      const own = rows.filter((row) => `${row.tool}|${row.manner}|${row.names}` === key);
      const cell = (words: number): string =>
        figure(own.find((row) => row.words === words)?.scriptMs ?? null);
      return [tool, manner, number(Number(names)), cell(2_000), cell(20_000), cell(200_000)];
    }),
  ];
}

/** What was asked for, what was measured, and by how much it was missed. */
function targets(report: BrowserReport): string[][] {
  const { tools, messages, hover, card, sizes, heaps } = report;
  const row = (manner: ToolRow['manner'], words: number): ToolRow | undefined =>
    tools.findLast((one) => one.tool === 'Backgrounder' && one.manner === manner && one.words === words);
  const nothing = tools.find((one) => one.tool === 'nothing' && one.words === 20_000);
  const cold = row('load', 20_000);
  const last = messages.at(-1);
  const first = row('first', 20_000);
  const checks: [string, number | null | undefined, number, string][] = [
    ['20,000-word page, script in all, warm', row('again', 20_000)?.scriptMs, 15, 'ms'],
    ['20,000-word page, script in all, cold (whole load)', cold?.scriptMs, 30, 'ms'],
    ['20,000-word page, longest slice, warm', row('again', 20_000)?.longestScriptMs, 8, 'ms'],
    ['20,000-word page, longest slice, cold (whole load)', cold?.longestScriptMs, 8, 'ms'],
    ['layout caused by lighting 20,000 words', first?.layoutMs, 0, 'ms'],
    ['style caused by lighting 20,000 words', first?.styleMs, 0, 'ms'],
    ['CLS', difference(cold?.cls, nothing?.cls), 0, ''],
    ['nodes added', first?.addedNodes, 0, ''],
    [
      'ranges registered',
      Math.max(...tools.filter((one) => one.tool === 'Backgrounder').map((one) => one.marks ?? 0)),
      300,
      '',
    ],
    ['hit test, 2,000 words', hover[0]?.callUs, 10, 'us'],
    ['hit test, 20,000 words', hover[1]?.callUs, 35, 'us'],
    ['2,000-word article, round trip, worker warm, p50', last?.warm.p50, 3, 'ms'],
    ['the same, worker stopped, p95', last?.stopped?.p95, 200, 'ms'],
    ['card, first, p50', card.first.p50, 350, 'ms'],
    ['card, later, p50', card.later.p50, 310, 'ms'],
    ['content script, gzip', sizes.contentScript / 1024, 40, 'KB'],
    ['card page, gzip', sizes.cardPage / 1024, 30, 'KB'],
    ['heap of a tab, 20,000 words', (heaps.at(-1)?.bytes ?? Number.NaN) / 1e6, 1, 'MB'],
  ];
  return [
    ['what', 'measured', 'to reach', '', 'why'],
    ...checks.map(([what, value, limit, unit]) => [
      what,
      `${figure(value ?? null)} ${unit}`.trim(),
      limit === 0 ? '0' : `<= ${limit} ${unit}`.trim(),
      verdict(value ?? null, limit, unit),
      isReached(value ?? null, limit) ? '' : (REASONS.get(what) ?? ''),
    ]),
  ];
}

function difference(one: number | null | undefined, other: number | null | undefined): number | null {
  return one === null || one === undefined ? null : Math.max(0, one - (other ?? 0));
}

/** What profiles say of figures that have been missed; shown beside a miss. */
const REASONS: ReadonlyMap<string, string> = new Map([
  [
    'style caused by lighting 20,000 words',
    'One recalculation of the whole document when the sheet of the marks is adopted; nothing is laid out again. It grows with the page. With `:root::highlight()` it was 2.7 ms in Chromium, where highlights are inherited; in Firefox they are not.',
  ],
  [
    'hit test, 2,000 words',
    'The browser’s own caret look-up is most of it and above the figure by itself here, see Hover.',
  ],
  [
    '2,000-word article, round trip, worker warm, p50',
    'In a profile the worker is at work for 4.7 ms: 1.6 ms resolution, 0.5 ms search, 0.4 ms the settings and 0.3 ms the decisions, both read ' +
      'from storage for every message; the rest is the message itself and waiting for a processor.',
  ],
  ['the same, worker stopped, p95', 'Start of the worker and reading the compiled names.'],
]);

function isReached(value: number | null, limit: number): boolean {
  return value !== null && value <= limit + 0.05;
}

function verdict(value: number | null, limit: number, unit: string): string {
  if (value === null || Number.isNaN(value)) return 'not measured';
  if (isReached(value, limit)) return 'reached';
  return `missed by ${figure(value - limit)} ${unit}`.trim();
}

/** Script against the words of a page and against names, ours beside peers. */
export function browserPlot({ tools }: BrowserReport): string {
  const rows = tools.filter((row) => row.manner === 'first' && row.scriptMs !== null);
  const line = (
    label: string,
    ink: Series['ink'],
    tool: ToolRow['tool'],
    along: 'words' | 'names',
    fixed: Partial<Pick<ToolRow, 'words' | 'names'>>,
  ): Series => ({
    label,
    ink,
    points: rows
      .filter(
        (row) =>
          row.tool === tool &&
          (fixed.words === undefined || row.words === fixed.words) &&
          (fixed.names === undefined || row.names === fixed.names),
      )
      .map((row) => ({ x: row[along], y: row.scriptMs ?? 0 }))
      .toSorted((a, b) => a.x - b.x),
  });
  const limit = { y: 15, label: '15 ms' };
  return plot([
    {
      title: 'Script on the main thread by length of page',
      xLabel: 'words (10,000 names; mark.js: 100)',
      yLabel: 'ms',
      series: [
        line('Backgrounder', 0, 'Backgrounder', 'words', { names: MAIN_NAMES }),
        line('findAndReplace', 1, 'findAndReplaceDOMText', 'words', { names: MAIN_NAMES }),
        line('mark.js', 2, 'mark.js', 'words', { names: 100 }),
      ],
      limit,
    },
    {
      title: 'Script on the main thread by names',
      xLabel: 'names (page of 20,000 words)',
      yLabel: 'ms',
      series: [
        line('Backgrounder', 0, 'Backgrounder', 'names', { words: 20_000 }),
        line('findAndReplace', 1, 'findAndReplaceDOMText', 'names', { words: 20_000 }),
        line('mark.js', 2, 'mark.js', 'names', { words: 20_000 }),
      ],
      limit,
    },
  ]);
}
