import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type HTTPRequest, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Probe } from './page-probe';

/** One page of the corpus. */
interface PageEntry {
  readonly source: string;
  readonly file: string;
  readonly gold: readonly string[];
  readonly label: 'article' | 'index' | 'other' | 'bloglike';
  readonly url: string;
  readonly site: string;
}

interface Gold {
  readonly body?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Snippets {
  readonly wanted: number;
  readonly found: number;
  readonly unwanted: number;
  readonly kept: number;
}

export interface PageResult {
  readonly entry: PageEntry;
  readonly probe: Probe;
  /** Token overlap with the gold body, where there is one. */
  readonly body: Overlap | null;
  readonly snippets: Snippets | null;
}

export interface PageScores {
  readonly pages: number;
  readonly detection: Overlap & {
    /** Share of index and other pages taken for news articles. */
    readonly falseAlarms: number;
    readonly bloglikeFlagged: number;
  };
  /** Means over pages, by source. */
  readonly bodies: Readonly<Record<string, Overlap & { readonly pages: number; readonly empty: number }>>;
  readonly snippets: Snippets;
  readonly ms: {
    readonly coldMedian: number;
    readonly cold95: number;
    readonly warmMedian: number;
    readonly warm95: number;
  };
}

export interface PageEvaluation {
  readonly all: PageScores;
  /** Half of the sites, on which the rules were made; the other half was only looked at to check them. */
  readonly tuned: PageScores;
  readonly checked: PageScores;
  readonly results: readonly PageResult[];
}

/**
 * Runs page detection and body extraction over saved pages in real Chromium, with their scripts and the network off.
 *
 * @param dir folder with `index.jsonl` and the pages that it names
 * @returns null when the folder is not there
 */
export async function scorePages(dir: string): Promise<PageEvaluation | null> {
  const index = join(dir, 'index.jsonl');
  if (!existsSync(index)) return null;
  const entries = readFileSync(index, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PageEntry);
  const script = await bundleProbe();
  const browser = await puppeteer.launch({
    executablePath: process.env['CHROME_BIN'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const results: PageResult[] = [];
    const queue = entries.toReversed();
    const work = async (): Promise<void> => {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
        results.push(await scorePage(page, dir, entry, script));
      }
      await page.close();
    };
    await Promise.all([work(), work()]);
    const isTuned = ({ entry }: PageResult): boolean => hash(entry.site) % 2 === 0;
    return {
      all: summarise(results),
      tuned: summarise(results.filter(isTuned)),
      checked: summarise(results.filter((result) => !isTuned(result))),
      results,
    };
  } finally {
    await browser.close();
  }
}

async function bundleProbe(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'page-probe.ts'), formats: ['iife'], name: 'unused' },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the probe was not bundled');
  return chunk.code;
}

async function scorePage(page: Page, dir: string, entry: PageEntry, script: string): Promise<PageResult> {
  const path = join(dir, entry.file);
  const html = decode(gunzipSync(readFileSync(path)));
  const probe = await runProbe(page, entry.url || addressIn(html), html, script);
  const goldPath = path.replace(/\.html\.gz$/, '.gold.json');
  const gold: Gold = existsSync(goldPath) ? (JSON.parse(readFileSync(goldPath, 'utf8')) as Gold) : {};
  return {
    entry,
    probe,
    body: gold.body === undefined ? null : overlap(tokens(gold.body), tokens(probe.text)),
    snippets: gold.with === undefined ? null : snippets(probe.text, gold.with, gold.without ?? []),
  };
}

/** Some entries have no address: then what the page itself says it is. */
function addressIn(html: string): string {
  return (
    /<(?:link[^>]+rel=["']?canonical["']?[^>]+href|meta[^>]+og:url["'][^>]+content)=["']([^"']+)/i.exec(
      html,
    )?.[1] ?? ''
  );
}

/** Answers with the page, whose scripts are forbidden, and refuses every other request. */
async function runProbe(page: Page, url: string, html: string, script: string): Promise<Probe> {
  const address = URL.canParse(url) ? url : 'https://example.com/unknown';
  let isServed = false;
  const onRequest = (request: HTTPRequest): void => {
    if (isServed) {
      void request.abort();
      return;
    }
    isServed = true;
    void request.respond({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" },
      body: html,
    });
  };
  page.on('request', onRequest);
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    return await page.evaluate(() => (globalThis as unknown as { probe: () => Probe }).probe());
  } finally {
    page.off('request', onRequest);
  }
}

/** As browsers do without a header: UTF-8 when it is, else what the page names, else windows-1252. */
function decode(bytes: Buffer): string {
  const named = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? '';
  const encodings = [
    ['utf-8', true],
    [named, false],
    ['windows-1252', false],
  ] as const;
  for (const [label, fatal] of encodings) {
    try {
      return new TextDecoder(label, { fatal }).decode(bytes);
    } catch {
      // An unknown label or not that encoding: the next one.
    }
  }
  return bytes.toString('latin1');
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Overlap of two bags of tokens. */
function overlap(gold: readonly string[], found: readonly string[]): Overlap {
  const left = new Map<string, number>();
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of found) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(token, count - 1);
  }
  return harmonic(common / Math.max(1, found.length), common / Math.max(1, gold.length));
}

function harmonic(precision: number, recall: number): Overlap {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function snippets(text: string, wanted: readonly string[], unwanted: readonly string[]): Snippets {
  const plain = squeeze(text);
  const has = (snippet: string): boolean => plain.includes(squeeze(snippet));
  return {
    wanted: wanted.length,
    found: wanted.filter(has).length,
    unwanted: unwanted.length,
    kept: unwanted.filter(has).length,
  };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function summarise(results: readonly PageResult[]): PageScores {
  const labelled = (...labels: readonly string[]): PageResult[] =>
    results.filter(({ entry }) => labels.includes(entry.label));
  const flagged = (some: readonly PageResult[]): number => some.filter(({ probe }) => probe.isArticle).length;
  const articles = labelled('article');
  const others = labelled('index', 'other');
  const blogs = labelled('bloglike');
  const hits = flagged(articles);
  const alarms = flagged(others);
  const total = (key: keyof Snippets): number =>
    results.reduce((sum, result) => sum + (result.snippets?.[key] ?? 0), 0);
  const cold = results.map(({ probe }) => probe.coldMs);
  const warm = results.map(({ probe }) => probe.warmMs);
  return {
    pages: results.length,
    detection: {
      ...harmonic(hits / Math.max(1, hits + alarms), hits / Math.max(1, articles.length)),
      falseAlarms: alarms / Math.max(1, others.length),
      bloglikeFlagged: flagged(blogs) / Math.max(1, blogs.length),
    },
    bodies: bodiesBySource(results),
    snippets: {
      wanted: total('wanted'),
      found: total('found'),
      unwanted: total('unwanted'),
      kept: total('kept'),
    },
    ms: {
      coldMedian: quantile(cold, 0.5),
      cold95: quantile(cold, 0.95),
      warmMedian: quantile(warm, 0.5),
      warm95: quantile(warm, 0.95),
    },
  };
}

function bodiesBySource(results: readonly PageResult[]): PageScores['bodies'] {
  const bodies: Record<string, PageScores['bodies'][string]> = {};
  for (const source of new Set(results.map(({ entry }) => entry.source))) {
    const scored = results.filter(({ entry, body }) => entry.source === source && body !== null);
    if (scored.length === 0) continue;
    const mean = (key: keyof Overlap): number =>
      scored.reduce((sum, { body }) => sum + (body?.[key] ?? 0), 0) / scored.length;
    bodies[source] = {
      pages: scored.length,
      empty: scored.filter(({ probe }) => probe.text === '').length,
      precision: mean('precision'),
      recall: mean('recall'),
      f1: mean('f1'),
    };
  }
  return bodies;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}

/** FNV-1a, to split sites in two halves that never change. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function short(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

/** `node scripts/run.mjs tests/evaluation/page-score.ts [DIR] [RESULTS.json]`: prints the scores, writes each page's. */
export async function main([
  dir = resolve('../shared/corpus/pages'),
  file,
]: readonly string[]): Promise<number> {
  const evaluation = await scorePages(dir);
  if (evaluation === null) {
    console.error(`no pages in ${dir}: nothing was scored`);
    return 2;
  }
  for (const part of ['all', 'tuned', 'checked'] as const) {
    console.log(part, JSON.stringify(evaluation[part], short));
  }
  if (file !== undefined) writeFileSync(file, JSON.stringify(evaluation.results));
  return 0;
}
