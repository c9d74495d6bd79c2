import type { Alias, Entity } from './entity';

/** A place in one block where some name's form stands, before anybody asked whether it is meant. UTF-16, end exclusive. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Number of the distinct folded form in the compiled names; `senses` tells whose form it is. */
  readonly form: number;
}

/** One entity's claim on a form. */
export interface Sense {
  /** The entity's number in the database: small, never reused. */
  readonly key: number;
  readonly alias: Alias;
}

/** What the resolver knows of an entity when it weighs evidence. */
export type EntityProfile = Pick<
  Entity,
  'id' | 'kind' | 'name' | 'aliases' | 'summary' | 'companions' | 'context'
> & {
  readonly key: number;
  /** The reader's notes and the facts, as one text: more words that may stand near the name. */
  readonly background: string;
  /** How often each surface was met as this entity in what the reader saved; absent when nobody counted. */
  readonly seen?: Readonly<Record<string, number>>;
};

/**
 * Why a mention was lit (or a sense preferred), in a form that the card can say in words.
 * `block` is the block's id, so that the card can count paragraphs.
 */
export type Reason =
  | { readonly type: 'strong'; readonly alias: string }
  | { readonly type: 'weak'; readonly alias: string }
  | { readonly type: 'full-name'; readonly name: string; readonly block: number }
  | { readonly type: 'defined'; readonly short: string; readonly long: string; readonly block: number }
  | { readonly type: 'short-form'; readonly of: string; readonly block: number }
  | { readonly type: 'context'; readonly words: readonly string[] }
  | { readonly type: 'companions'; readonly names: readonly string[] }
  | { readonly type: 'section'; readonly section: string }
  | { readonly type: 'pattern'; readonly trigger: string }
  | { readonly type: 'choice'; readonly scope: DecisionScope };

/** Where a reader's "not this" or "always this" holds. */
export type DecisionScope = 'page' | 'site' | 'everywhere';
export const DECISION_SCOPES = ['page', 'site', 'everywhere'] as const;

/** One occurrence of an entity, decided. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** The entity's number; null for an operation name that nobody has saved (then `name` is its spelling). */
  readonly key: number | null;
  /** The surface as it stands in the text. */
  readonly surface: string;
  /** 0 to 1; 1 for a strong alias that nothing speaks against. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Other entities that this could be, best first. */
  readonly others: readonly {
    readonly key: number;
    readonly score: number;
    readonly reasons: readonly Reason[];
  }[];
}
