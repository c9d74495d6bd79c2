import { cpus, loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { readMarks } from '../../../scripts/lib/marks';
import { serve, type Server } from '../../../scripts/lib/serve';
import { bundleHitTest, measureHitTest } from './hit-test';
import { compiledBytes, fillLibrary, forgetCompiled } from './library';
import { blocksOf, coldTrips, roundTrip, warmTrips, type Blocks } from './messages';
import { benchNames } from './names';
import { delay, runLoad, runSettled, type PageRun } from './page-run';
import { equip, PEERS, runPeer, type Peer } from './peers';
import { cardDelay, heapBytes, mutationTax, pointerFrames } from './reactions';
import type { BrowserReport, HoverRow, Manner, MessageRow, Spread, TaxRow, ToolRow } from './report';
import { COMMON_WORDS, saladPage, type SaladPage } from './salad';
import { BenchBrowser } from './session';
import { measureSizes } from './sizes';
import { median, medians, quantile } from './stats';
import type { Work } from './trace';

export const WORDS = [2_000, 20_000, 200_000] as const;
export const NAMES = [100, 1_000, 10_000, 100_000, 200_000] as const;
const SITE = '127.0.0.1';

/** The dictionary with which pages are compared. */
export const MAIN_NAMES = 10_000;
const ALL_NAMES = 200_000;

/** After loading, until nothing of the page or the extension is under way. */
const SETTLE_MS = 700;
/** Long enough for the content script's looks at 300 ms, 1 s and 2.5 s after the page was read. */
const LOAD_WINDOW_MS = 3_000;
/** A peer that would take longer than this on one page is not run, but reckoned from a smaller run. */
const PATIENCE_MS = 3_000;

/** Runs the browser half of the benchmark: about ten minutes. */
export async function runBrowserBench(extensionFolder: string): Promise<BrowserReport> {
  const bench = await Bench.open(extensionFolder);
  try {
    return await bench.run(extensionFolder);
  } finally {
    await bench.close();
  }
}

class Bench {
  readonly #ours: BenchBrowser;
  readonly #plain: BenchBrowser;
  readonly #server: Server;
  readonly #names: readonly string[];
  readonly #pages: ReadonlyMap<number, SaladPage>;
  readonly #articles: readonly Blocks[];
  readonly #tools: ToolRow[] = [];
  readonly #taxes: TaxRow[] = [];
  readonly #hover: HoverRow[] = [];
  readonly #messages: MessageRow[] = [];
  readonly #heaps: { words: number; bytes: number }[] = [];

  private constructor(
    ours: BenchBrowser,
    plain: BenchBrowser,
    server: Server,
    names: readonly string[],
    pages: ReadonlyMap<number, SaladPage>,
  ) {
    this.#ours = ours;
    this.#plain = plain;
    this.#server = server;
    this.#names = names;
    this.#pages = pages;
    this.#articles = Array.from({ length: 8 }, (_, seed) =>
      blocksOf(saladPage(2_000, names, 100 + seed).html),
    );
  }

  static async open(extensionFolder: string): Promise<Bench> {
    const names = benchNames(ALL_NAMES, COMMON_WORDS);
    const pages = new Map<number, SaladPage>(WORDS.map((words) => [words, saladPage(words, names, words)]));
    const server = await serve((path) => {
      const page = pages.get(Number(path.slice(1)));
      return page === undefined ? null : { body: page.html };
    });
    const started: BenchBrowser[] = [];
    try {
      const ours = await BenchBrowser.start(extensionFolder);
      started.push(ours);
      const plain = await BenchBrowser.start(null);
      return new Bench(ours, plain, server, names, pages);
    } catch (error) {
      for (const browser of started) await browser.close();
      await server.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#ours.close();
    await this.#plain.close();
    await this.#server.close();
  }

  async run(extensionFolder: string): Promise<BrowserReport> {
    const began = Date.now();
    const loadAverage = loadavg()[0] ?? 0;
    for (const words of WORDS) await this.#measureNothing(words);
    for (const peer of PEERS) for (const words of WORDS) await this.#measurePeer(peer, words);
    let known = 0;
    for (const names of NAMES) {
      say(`${names.toLocaleString('en')} names`);
      await fillLibrary(this.#ours, this.#names.slice(0, names), known);
      known = names;
      await this.#measureMessages(names);
      await this.#setRule('click');
      // Dictionaries that only show the growth need fewer repetitions than those that are compared.
      const turns = names === MAIN_NAMES || names === ALL_NAMES ? 5 : 3;
      await this.#measureOurs(2_000, names, turns);
      await this.#measureOurs(20_000, names, turns);
      if (names === MAIN_NAMES) await this.#measureOurs(200_000, names, repetitions(200_000));
      await this.#setRule(null);
      if (names === MAIN_NAMES) for (const words of WORDS) await this.#measureOurLoad(words, names);
      if (names === ALL_NAMES) for (const words of [2_000, 20_000]) await this.#measureOurLoad(words, names);
    }
    await this.#measureReactions();
    const card = await this.#measureCard();
    return {
      browser: await this.#ours.browser.version(),
      loadAverage,
      seconds: Math.round((Date.now() - began) / 1000),
      pages: [...this.#pages.values()].map(({ words, mentions, html }) => ({
        words,
        mentions,
        characters: html.length,
      })),
      tools: this.#tools,
      taxes: this.#taxes,
      hover: this.#hover,
      messages: this.#messages,
      card,
      heaps: this.#heaps,
      sizes: measureSizes(extensionFolder),
    };
  }

  #url(words: number): string {
    return `${this.#server.origin}/${words}`;
  }

  async #open(browser: BenchBrowser, words: number): Promise<Page> {
    const page = await browser.newTab();
    await page.goto(this.#url(words), { waitUntil: 'load' });
    await delay(SETTLE_MS);
    return page;
  }

  async #setRule(rule: 'click' | null): Promise<void> {
    await this.#ours.call('setSiteRule', { site: SITE, rule });
  }

  #add(tool: ToolRow['tool'], manner: Manner, words: number, names: number, runs: readonly PageRun[]): void {
    const row = rowOf(tool, manner, words, names, runs);
    this.#tools.push(row);
    say(
      `${tool} ${manner}: ${words} words, ${names} names: script ${row.scriptMs?.toFixed(1)} ms, longest ${row.longestScriptMs?.toFixed(1)} ms`,
    );
  }

  async #measureNothing(words: number): Promise<void> {
    const runs: PageRun[] = [];
    for (let turn = 0; turn < repetitions(words); turn++) {
      const page = await this.#plain.newTab();
      runs.push(await runLoad(page, this.#url(words), LOAD_WINDOW_MS));
      await page.close();
    }
    this.#add('nothing', 'load', words, 0, runs);
  }

  async #measureOurLoad(words: number, names: number): Promise<void> {
    const runs: PageRun[] = [];
    for (let turn = 0; turn < repetitions(words); turn++) {
      const page = await this.#ours.newTab();
      runs.push(await runLoad(page, this.#url(words), LOAD_WINDOW_MS));
      await page.close();
    }
    this.#add('Backgrounder', 'load', words, names, runs);
  }

  /** On a page that is loaded and dark: lit for the first time, and read again. */
  async #measureOurs(words: number, names: number, turns: number): Promise<void> {
    const first: PageRun[] = [];
    const again: PageRun[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const page = await this.#open(this.#ours, words);
      const tabId = await this.#ours.tabId(this.#url(words));
      const light = async (): Promise<void> => void (await this.#ours.call('lightPage', { tabId }));
      first.push(await runSettled(page, light));
      again.push(await runSettled(page, light));
      await page.close();
    }
    this.#add('Backgrounder', 'first', words, names, first);
    // What is painted already stays painted.
    this.#add(
      'Backgrounder',
      'again',
      words,
      names,
      again.map((run) => ({ ...run, firstMarkMs: null })),
    );
  }

  async #measurePeer(peer: Peer, words: number): Promise<void> {
    let estimateMs = this.#estimate(peer, words);
    for (const names of NAMES.filter((count) => count <= MAIN_NAMES)) {
      if (estimateMs > PATIENCE_MS) {
        this.#tools.push({
          ...rowOf(peer, 'first', words, names, []),
          note: `not run: about ${Math.round(estimateMs / 1000)} s by a smaller run`,
        });
      } else {
        const runs: PageRun[] = [];
        const turns = estimateMs > 1_000 ? 1 : names === MAIN_NAMES ? repetitions(words) : 3;
        for (let turn = 0; turn < turns; turn++) runs.push(await this.#runPeer(peer, words, names));
        this.#add(peer, 'first', words, names, runs);
        estimateMs = median(runs.map((run) => run.scriptMs));
      }
      estimateMs *= 10;
    }
  }

  /** From the same dictionary on a page of a tenth of the words. */
  #estimate(peer: Peer, words: number): number {
    const smaller = this.#tools.find(
      (row) => row.tool === peer && row.words === words / 10 && row.names === 100,
    );
    return (smaller?.scriptMs ?? 0) * 10;
  }

  async #runPeer(peer: Peer, words: number, names: number): Promise<PageRun> {
    const page = await this.#open(this.#plain, words);
    try {
      await equip(page, peer, this.#names.slice(0, names));
      await delay(200);
      const run = await runSettled(page, () => runPeer(page, peer));
      if (peer === 'findAndReplaceDOMText' && names === MAIN_NAMES && words <= 20_000)
        await this.#measureTax(page, peer, words);
      return run;
    } finally {
      await page.close();
    }
  }

  /** One row a page is enough. */
  async #measureTax(page: Page, tool: ToolRow['tool'], words: number): Promise<void> {
    if (this.#taxes.some((row) => row.tool === tool && row.words === words)) return;
    const taxes: Work[] = [];
    for (let turn = 0; turn < 5; turn++) taxes.push(await mutationTax(page));
    const perFrame = (pick: (tax: Work) => number): number =>
      median(taxes.map((tax) => pick(tax) / Math.max(1, tax.frames)));
    this.#taxes.push({
      tool,
      words,
      marks: (await readMarks(page)).length || (await page.$$('mark')).length,
      prePaintMs: perFrame((tax) => tax.prePaintMs),
      allMs: perFrame((tax) => tax.scriptMs + tax.styleMs + tax.layoutMs + tax.prePaintMs + tax.paintMs),
    });
  }

  async #measureMessages(names: number): Promise<void> {
    // No article, so that nothing but us asks the worker for names.
    const fresh = await this.#ours.newTab();
    await fresh.goto(`${this.#server.origin}/none`);
    await delay(SETTLE_MS);
    await forgetCompiled(this.#ours, names);
    const compileMs = await roundTrip(fresh, this.#articles[0] ?? []);
    const warm = await warmTrips(fresh, this.#articles, 60);
    const isLast = names === ALL_NAMES;
    const stopped =
      isLast || names === MAIN_NAMES
        ? await coldTrips(this.#ours, fresh, this.#articles, isLast ? 20 : 10)
        : null;
    this.#messages.push({
      names,
      compileMs,
      warm: spread(warm),
      stopped: stopped === null ? null : spread(stopped),
      tableBytes: (await compiledBytes(this.#ours)) ?? 0,
    });
    say(`round trip ${spread(warm).p50.toFixed(1)} ms, after compiling ${compileMs.toFixed(0)} ms`);
    await fresh.close();
  }

  async #measureReactions(): Promise<void> {
    const bundle = await bundleHitTest();
    for (const words of [2_000, 20_000]) {
      const lit = await this.#open(this.#ours, words);
      await delay(800);
      await this.#measureTax(lit, 'Backgrounder', words);
      const frames = await pointerFrames(lit, 200);
      const litHeap = await heapBytes(lit);
      const call = await measureHitTest(lit, bundle, this.#names.slice(0, 3_000));
      await lit.close();
      const dark = await this.#open(this.#plain, words);
      await delay(800);
      await this.#measureTax(dark, 'nothing', words);
      this.#heaps.push({ words, bytes: litHeap - (await heapBytes(dark)) });
      await dark.close();
      this.#hover.push({
        words,
        marks: call.marks,
        callUs: call.ours,
        caretUs: call.caret,
        highlightsUs: call.highlights,
        frameUs: spread(frames),
      });
    }
  }

  async #measureCard(): Promise<BrowserReport['card']> {
    const first: number[] = [];
    const later: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const page = await this.#open(this.#ours, 2_000);
      await delay(800);
      first.push(await cardDelay(page, 1));
      for (const nth of [3, 5]) later.push(await cardDelay(page, nth));
      await page.close();
    }
    return { first: spread(first), later: spread(later) };
  }
}

/** Five, three on the largest page. */
function repetitions(words: number): number {
  return words > 20_000 ? 3 : 5;
}

function rowOf(
  tool: ToolRow['tool'],
  manner: Manner,
  words: number,
  names: number,
  runs: readonly PageRun[],
): ToolRow {
  const figures = medians(runs, [
    'scriptMs',
    'longestTaskMs',
    'longestScriptMs',
    'layoutMs',
    'styleMs',
    'prePaintMs',
    'paintMs',
    'cls',
    'addedNodes',
    'marks',
    'firstMarkMs',
  ]);
  return { tool, manner, words, names, repetitions: runs.length, ...figures, note: null };
}

function spread(values: readonly number[]): Spread {
  return { p50: median(values), p95: quantile(values, 0.95), count: values.length };
}

function say(line: string): void {
  console.log(`  ${line}`);
}

/** What the figures were measured on. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`;
}
