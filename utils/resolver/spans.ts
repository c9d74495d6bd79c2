import type { Alias } from '../model/entity';
import type { EntityProfile } from '../model/mention';
import type { ResolverBlock } from './document';
import type { Surroundings } from './surroundings';

/**
 * How a form came to stand for an entity: `listed` in the entity's aliases, or valid on this page only because the page
 * gives the full name (`surname`, `first-name`, `short-form`, `initials`) or defines it in brackets (`acronym`).
 */
export type Origin = 'listed' | 'surname' | 'first-name' | 'short-form' | 'initials' | 'acronym';

/** One entity's claim on a span. */
export interface Claim {
  readonly profile: EntityProfile;
  readonly alias: Alias;
  readonly origin: Origin;
  /** For page aliases: the full name or long form that they derive from, and the id of the block where it stands. */
  readonly source: { readonly text: string; readonly block: number } | null;
}

/** A stretch of one block that may be a mention, with everybody who claims it. */
export interface Span {
  readonly block: ResolverBlock;
  /** Index of the block in the document. */
  readonly order: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** At least one, at most one an entity. */
  readonly claims: readonly Claim[];
  readonly around: Surroundings;
}

/** Number of words of a name, hyphens not counted as gaps. */
export function wordCount(name: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const isGap = code === 32 || code === 0xa0;
    if (!isGap && !inWord) count += 1;
    inWord = !isGap;
  }
  return count;
}
