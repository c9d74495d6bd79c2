/** Everything that the browser half of the benchmark measured, as it goes into the JSON file. */
export interface BrowserReport {
  /** Version of Chromium. */
  readonly browser: string;
  /** Programs that wanted a processor when the run began: above the number of processors, times are of a busy machine. */
  readonly loadAverage: number;
  readonly seconds: number;
  readonly pages: readonly PageFacts[];
  readonly tools: readonly ToolRow[];
  readonly taxes: readonly TaxRow[];
  readonly hover: readonly HoverRow[];
  readonly messages: readonly MessageRow[];
  readonly card: { readonly first: Spread; readonly later: Spread };
  readonly heaps: readonly { readonly words: number; readonly bytes: number }[];
  readonly sizes: { readonly contentScript: number; readonly cardPage: number };
}

export interface PageFacts {
  readonly words: number;
  readonly characters: number;
  /** Names in the article, of which a dictionary knows some. */
  readonly mentions: number;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

/**
 * How a tool was run: `load` from an empty tab until three seconds after the page was loaded; `first` on a loaded page at
 * rest; `again` on the same page a second time.
 */
export type Manner = 'load' | 'first' | 'again';

/** Medians of one tool on one page, in milliseconds of processor time unless said otherwise. */
export interface ToolRow {
  readonly tool: 'nothing' | 'Backgrounder' | 'mark.js' | 'findAndReplaceDOMText';
  readonly manner: Manner;
  readonly words: number;
  readonly names: number;
  readonly repetitions: number;
  readonly scriptMs: number | null;
  readonly longestTaskMs: number | null;
  readonly longestScriptMs: number | null;
  readonly layoutMs: number | null;
  readonly styleMs: number | null;
  readonly prePaintMs: number | null;
  readonly paintMs: number | null;
  readonly cls: number | null;
  readonly addedNodes: number | null;
  readonly marks: number | null;
  /** Wall time from the start (on load: from `DOMContentLoaded`). */
  readonly firstMarkMs: number | null;
  /** Why there are no figures; null when there are. */
  readonly note: string | null;
}

/** Cost of one frame that changes a word outside the article, in milliseconds of processor time. */
export interface TaxRow {
  readonly tool: ToolRow['tool'];
  readonly words: number;
  readonly marks: number;
  readonly prePaintMs: number;
  readonly allMs: number;
}

/** Microseconds. */
export interface HoverRow {
  readonly words: number;
  readonly marks: number;
  readonly callUs: number;
  readonly caretUs: number;
  readonly highlightsUs: number | null;
  /** Our callback in a frame after the pointer moved, under the trace. */
  readonly frameUs: Spread;
}

/** Milliseconds of wall time for an article of 2,000 words, from the content script to the worker and back. */
export interface MessageRow {
  readonly names: number;
  readonly warm: Spread;
  readonly stopped: Spread | null;
  /** The first answer after names changed with the worker stopped: start, compilation, storing, search. */
  readonly compileMs: number;
  readonly tableBytes: number;
}
