import type { Alias, Link } from '../model/entity';
import type { Source } from '../model/fact';
import type { PackId } from '../model/ids';
import type { Kind } from '../model/kind';

/** The format's version, first thing in the first line: `{"backgrounder-pack":1,...}`. */
export const PACK_FORMAT = 1;

/** What a pack says of itself. */
export interface PackManifest {
  /** Lower-case letters, digits and single hyphens; the first half of each entity's id. Never changes. */
  readonly id: PackId;
  readonly name: string;
  /** Whole number from 1, greater with each release: a lower one is refused as an update. */
  readonly version: number;
  /** BCP 47 tag of the language that summaries and test sentences are in. */
  readonly language: string;
  /** SPDX identifier, for instance `CC0-1.0`. */
  readonly licence: string;
  readonly authors: readonly string[];
  /** One or two sentences on what is in it; may be empty. */
  readonly description: string;
  readonly homepage: string | null;
  /** Day of the release, `YYYY-MM-DD`. */
  readonly updated: string;
}

/** A dated claim; see `Fact` in the model. */
export interface PackFact {
  readonly slot: string;
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: Source;
}

/** One entity as a pack gives it; ids are local to the pack. */
export interface PackEntity {
  /** Line that it was read from, from 1. */
  readonly row: number;
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly summary: string;
  readonly facts: readonly PackFact[];
  readonly links: readonly Link[];
  /** Local ids of entities whose presence speaks for this one. */
  readonly companions: readonly string[];
  readonly context: readonly string[];
  /** Wikidata's identifier, for instance `Q145`. */
  readonly wikidata: string | null;
}

/** One surface that a test sentence must light, and whose it is. */
export interface ExpectedLight {
  readonly text: string;
  /** Local id. */
  readonly entity: string;
}

/**
 * A sentence with what it must light: each surface listed, and nothing else of this pack. An empty list is a sentence that
 * must stay dark.
 */
export interface PackTest {
  /** Line that it was read from, from 1. */
  readonly row: number;
  /** Plain text; a line break starts a new paragraph. */
  readonly text: string;
  readonly lights: readonly ExpectedLight[];
}

/** A pack, read and found to be sound. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly entities: readonly PackEntity[];
  readonly tests: readonly PackTest[];
}
