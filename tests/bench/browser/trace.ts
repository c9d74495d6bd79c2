import type { Page } from 'puppeteer-core';

/**
 * What a page's main thread did in one stretch, in milliseconds of processor time of that thread, so that other programs
 * on the machine count little. Nothing is counted twice.
 */
export interface Work {
  /** JavaScript: callbacks, module evaluation, compilation, collection of garbage, without the layout and style inside it. */
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  readonly prePaintMs: number;
  /** Recording of paint and handing it over. */
  readonly paintMs: number;
  /** The longest task of any kind. */
  readonly longestTaskMs: number;
  /** The most script in one task: what a slice of ours takes. */
  readonly longestScriptMs: number;
  /** Number of frames that had a pre-paint. */
  readonly frames: number;
  /** Each callback of an extension's script in an animation frame, in milliseconds. */
  readonly extensionFramesMs: readonly number[];
}

/** One event of a DevTools trace. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own clock, which stands still while the thread waits. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: TraceData; readonly name?: string };
}

interface TraceData {
  readonly url?: string;
  readonly processId?: number;
  readonly frames?: readonly { readonly url: string; readonly processId: number }[];
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];

/** Script that belongs to the measurement carries this in its source URL and is not counted. */
export const PROBE = 'bench-probe';

type Phase = 'script' | 'style' | 'layout' | 'prePaint' | 'paint';

const PHASES: ReadonlyMap<string, Phase> = new Map([
  ['FunctionCall', 'script'],
  ['EvaluateScript', 'script'],
  ['v8.compile', 'script'],
  ['v8.compileModule', 'script'],
  ['v8.run', 'script'],
  ['RunMicrotasks', 'script'],
  ['MinorGC', 'script'],
  ['MajorGC', 'script'],
  ['V8.GCScavenger', 'script'],
  ['UpdateLayoutTree', 'style'],
  ['RecalculateStyles', 'style'],
  ['Layout', 'layout'],
  ['PrePaint', 'prePaint'],
  ['Paint', 'paint'],
  ['Layerize', 'paint'],
  ['Commit', 'paint'],
]);

/** Runs something under a trace of the whole browser and tells what the page's main thread did meanwhile. */
export async function traced(page: Page, run: () => Promise<void>): Promise<Work> {
  await page.tracing.start({ categories: CATEGORIES });
  // Stopped in any case, since a browser has one trace at a time.
  const stop = (): Promise<Uint8Array | undefined> => page.tracing.stop();
  await run().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const bytes = await stop();
  if (bytes === undefined) throw new Error('the browser gave no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
  return summarise(traceEvents, page.url());
}

/** @param url address of the page: its renderer is the one that shows or loads it */
export function summarise(events: readonly TraceEvent[], url: string): Work {
  const pid = rendererOf(events, url);
  const tid = events.find(
    (event) => event.pid === pid && event.name === 'thread_name' && event.args?.name === 'CrRendererMain',
  )?.tid;
  const own = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.tdur !== undefined)
    .toSorted((a, b) => (a.tts ?? 0) - (b.tts ?? 0) || (b.tdur ?? 0) - (a.tdur ?? 0));
  return new Summary(own).work();
}

function rendererOf(events: readonly TraceEvent[], url: string): number {
  for (const { name, args } of events.toReversed()) {
    if (name === 'FrameCommittedInBrowser' && args?.data?.url === url) return args.data.processId ?? -1;
  }
  for (const { name, args } of events) {
    if (name !== 'TracingStartedInBrowser') continue;
    const frame = args?.data?.frames?.find((candidate) => candidate.url === url);
    if (frame !== undefined) return frame.processId;
  }
  throw new Error(`no renderer of ${url} in the trace`);
}

interface Open {
  readonly phase: Phase | null;
  readonly isFrame: boolean;
  readonly isProbe: boolean;
  readonly end: number;
}

const ms = (micros: number): number => micros / 1000;

/** Gives each moment to the innermost event that has a phase. */
class Summary {
  readonly #sums: Record<Phase, number> = { script: 0, style: 0, layout: 0, prePaint: 0, paint: 0 };
  readonly #open: Open[] = [];
  readonly #extensionFrames: number[] = [];
  #longestTask = 0;
  #longestScript = 0;
  #taskScript = 0;
  #frames = 0;
  #at = 0;

  constructor(events: readonly TraceEvent[]) {
    for (const event of events) this.#enter(event);
    this.#advance(Number.POSITIVE_INFINITY);
  }

  work(): Work {
    return {
      scriptMs: ms(this.#sums.script),
      styleMs: ms(this.#sums.style),
      layoutMs: ms(this.#sums.layout),
      prePaintMs: ms(this.#sums.prePaint),
      paintMs: ms(this.#sums.paint),
      longestTaskMs: ms(this.#longestTask),
      longestScriptMs: ms(this.#longestScript),
      frames: this.#frames,
      extensionFramesMs: this.#extensionFrames.map(ms),
    };
  }

  #enter({ name, tts: ts = 0, tdur: dur = 0, args }: TraceEvent): void {
    this.#advance(ts);
    const above = this.#open.at(-1);
    if (name.endsWith('RunTask') && above === undefined) {
      this.#longestTask = Math.max(this.#longestTask, dur);
      this.#taskScript = 0;
    }
    if (name === 'PrePaint') this.#frames += 1;
    if (
      name === 'FunctionCall' &&
      above?.isFrame === true &&
      args?.data?.url?.startsWith('chrome-extension:')
    )
      this.#extensionFrames.push(dur);
    const phase = PHASES.get(name) ?? above?.phase ?? null;
    const isProbe = above?.isProbe === true || args?.data?.url?.includes(PROBE) === true;
    const isFrame = above?.isFrame === true || name === 'FireAnimationFrame';
    this.#open.push({ phase, isProbe, isFrame, end: ts + dur });
    this.#at = Math.max(this.#at, ts);
  }

  /** Spends the time up to `ts` on whatever is open, and closes what ends before. */
  #advance(ts: number): void {
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      const until = Math.min(ts, top.end);
      if (until > this.#at) this.#spend(top, until - this.#at);
      this.#at = Math.max(this.#at, until);
      if (top.end > ts) return;
      this.#open.pop();
      if (this.#open.length === 0) this.#closeTask();
    }
  }

  #spend({ phase, isProbe }: Open, micros: number): void {
    if (phase === null || isProbe) return;
    this.#sums[phase] += micros;
    if (phase === 'script') this.#taskScript += micros;
  }

  #closeTask(): void {
    this.#longestScript = Math.max(this.#longestScript, this.#taskScript);
  }
}
