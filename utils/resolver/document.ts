import type { Decision } from '../model/decision';
import type { EntityProfile, Sense } from '../model/mention';
import type { Eagerness, PageInfo, TextBlock } from '../model/page';

/** A place where some name's form stands, with everybody who claims that form. UTF-16 offsets in the block, end exclusive. */
export interface ResolverCandidate {
  readonly start: number;
  readonly end: number;
  /** Claims on the form, at least one; strength `off` never occurs here. */
  readonly senses: readonly Sense[];
}

/** One block of text with what the search found in it: ascending by `start`, not overlapping. */
export interface ResolverBlock extends TextBlock {
  readonly candidates: readonly ResolverCandidate[];
}

/** A page as the resolver reads it: all of it at once, since the evidence for a name may stand in any block. */
export interface ResolverDocument extends PageInfo {
  /** In reading order. */
  readonly blocks: readonly ResolverBlock[];
  /** By entity number; a sense whose entity is not here is ignored. */
  readonly profiles: ReadonlyMap<number, EntityProfile>;
}

export interface ResolverOptions {
  readonly eagerness: Eagerness;
  /** The reader's "not this" and "always this". Those of other pages and sites may be among them. */
  readonly decisions: readonly Decision[];
  /** Whether to look for operation names that nobody has saved. */
  readonly radar: boolean;
  /**
   * What an earlier call worked out about profiles, by profile object: pass the same map to every call to spare the
   * work. A profile that changed must be a new object.
   */
  readonly memory?: ResolverMemory;
}

/** Opaque; made by `createResolverMemory`. */
export type ResolverMemory = WeakMap<EntityProfile, ProfileWords>;

/** The words that speak for an entity, by hash; worked out once a profile. */
export interface ProfileWords {
  /** Each word's hash, what it weighs (0 to 1), and the word as the card says it; three lists of one order. */
  readonly hashes: Int32Array;
  readonly weights: Float64Array;
  readonly words: readonly string[];
  /** Hash to place in the lists. */
  readonly places: ReadonlyMap<number, number>;
  /** Words of the entity's names, without those that are a whole name and no more. */
  readonly nameParts: ReadonlySet<string>;
  /** Sum of squared weights, for the cosine. */
  readonly norm: number;
}

/** An empty memory for {@link ResolverOptions.memory}. */
export function createResolverMemory(): ResolverMemory {
  return new WeakMap();
}
