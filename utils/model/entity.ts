import type { EntityId, PackId } from './ids';
import type { Kind } from './kind';

/**
 * How letter case counts when an alias is looked for.
 * - `exact`: only as written ("IS", never "is").
 * - `fold`: in any case ("coronavirus", "Coronavirus").
 * - `auto`: mostly-capital aliases exactly; others folded, but a proper name never in lower case throughout.
 */
export type CaseRule = 'auto' | 'exact' | 'fold';

/**
 * How much an alias proves by itself.
 * - `strong`: lights up wherever it stands.
 * - `weak`: lights up only on evidence from the page.
 * - `off`: known and searchable, never lit.
 */
export type Strength = 'strong' | 'weak' | 'off';

/** One surface form that an entity goes by. */
export interface Alias {
  readonly text: string;
  readonly case: CaseRule;
  readonly strength: Strength;
}

/** A page to read next, given by a pack or by the reader. */
export interface Link {
  readonly title: string;
  /** `https:` or `http:` only. */
  readonly url: string;
  readonly publisher: string;
  /** Day of publication, `YYYY-MM-DD`, or null when unknown. */
  readonly published: string | null;
}

/** Something that has background: what notes and facts hang on. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: Kind;
  /** The headword. It is matched like an alias, strong and `auto`, unless `aliases` lists the same text with other rules. */
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** One or two sentences of plain text; may be empty. */
  readonly summary: string;
  /** Entities whose presence on a page speaks for this one. */
  readonly companions: readonly EntityId[];
  /** Words whose presence on a page speaks for this one, in any case. */
  readonly context: readonly string[];
  readonly links: readonly Link[];
  /** The pack that it came with, or null for the reader's own. */
  readonly pack: PackId | null;
}

/** All surface forms, the headword first; an alias that repeats the headword replaces its rules. */
export function surfaceForms(entity: Pick<Entity, 'name' | 'aliases'>): Alias[] {
  const own = entity.aliases.some((alias) => alias.text === entity.name);
  return own
    ? [...entity.aliases]
    : [{ text: entity.name, case: 'auto', strength: 'strong' }, ...entity.aliases];
}
