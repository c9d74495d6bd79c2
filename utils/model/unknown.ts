import type { UnknownId } from './ids';

/** Where an unknown name was met. */
export interface UnknownSighting {
  readonly url: string;
  readonly title: string;
  readonly site: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly sentence: string;
  /** Milliseconds since 1970. */
  readonly met: number;
}

/** The name of an operation, exercise or task force that nobody has saved, counted over the articles it was met in. */
export interface Unknown {
  readonly id: UnknownId;
  /** The spelling to show: "Operation Tideway" for "Op TIDEWAY". */
  readonly name: string;
  /** As met, most recent last, each once. */
  readonly spellings: readonly string[];
  /** Number of articles; where their addresses may not be kept, an article read on two days counts twice. */
  readonly articleCount: number;
  /** The latest ones of which the reader lets the address be kept, newest first, at most {@link UNKNOWN_SIGHTINGS_MAX}. */
  readonly sightings: readonly UnknownSighting[];
  /** Milliseconds since 1970. */
  readonly lastMet: number;
  /** Whether the reader wants to hear no more of it. */
  readonly ignored: boolean;
}

export const UNKNOWN_SIGHTINGS_MAX = 20;
