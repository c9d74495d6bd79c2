import { agree } from './fact-agreement';
import type { EntityId, FactId, PackId } from './ids';

/** Where a claim was read. */
export interface Source {
  readonly title: string;
  /** `https:` or `http:`, or empty for a source without an address. */
  readonly url: string;
}

/** One dated claim about an entity: slot "office", value "Defence Secretary". */
export interface Fact {
  readonly id: FactId;
  readonly entityId: EntityId;
  readonly slot: string;
  readonly value: string;
  /** First day on which it held: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when unknown or always. */
  readonly from: string | null;
  /** Last day on which it held, in the same forms; null when it still holds or nobody knows. */
  readonly to: string | null;
  readonly source: Source;
}

/** A fact with the pack that it came with, or null for the reader's own. */
export interface OwnedFact extends Fact {
  readonly pack: PackId | null;
}

/** Most UTF-16 code units of a slot, a value, and a source's title. */
export const SLOT_MAX = 80;
export const VALUE_MAX = 500;
export const SOURCE_TITLE_MAX = 300;

/** One slot as it stood on the article's day, with today's state beside it where that differs. */
export interface FactLine {
  readonly slot: string;
  readonly asOf: readonly Fact[];
  readonly now: readonly Fact[];
  /** Whether `asOf` and `now` differ: such lines come first. */
  readonly changed: boolean;
  /** Facts of the line that another source contradicts for the same time, in `asOf` or in `now`. */
  readonly disputed: readonly FactId[];
}

/** Whether the fact held on a day. A coarse date (`2019`, `2019-07`) counts as its whole span. */
export function heldOn(fact: Pick<Fact, 'from' | 'to'>, day: string): boolean {
  const startsBefore = fact.from === null || fact.from <= day;
  // '2019' covers every day that starts with it, so it sorts after all of them once padded.
  const endsAfter = fact.to === null || fact.to.padEnd(10, '~') >= day;
  return startsBefore && endsAfter;
}

/**
 * Facts as an article of one day should show them.
 *
 * @param day the article's day `YYYY-MM-DD`, or null when unknown (then only today's state counts)
 * @param today `YYYY-MM-DD`
 * @returns one line a slot, changed ones first, otherwise in the order given
 */
export function factLines(
  facts: readonly (Fact & { readonly pack?: PackId | null })[],
  day: string | null,
  today: string,
): FactLine[] {
  const lines: FactLine[] = [];
  for (const slot of new Set(facts.map((fact) => fact.slot))) {
    const all = facts.filter((fact) => fact.slot === slot);
    const now = all.filter((fact) => heldOn(fact, today));
    const past = day === null ? now : all.filter((fact) => heldOn(fact, day));
    if (past.length === 0 && now.length === 0) continue;
    const changed = past.length !== now.length || past.some((fact, index) => fact.id !== now[index]?.id);
    lines.push({ slot, asOf: past, now, changed, disputed: [...disputedIn(past), ...disputedIn(now)] });
  }
  return [...lines.filter((line) => line.changed), ...lines.filter((line) => !line.changed)];
}

/** Facts that held together and that different sources tell differently. */
function disputedIn(facts: readonly (Fact & { readonly pack?: PackId | null })[]): FactId[] {
  return facts
    .filter((fact) => facts.some((other) => other !== fact && contradicts(fact, other)))
    .map(({ id }) => id);
}

function contradicts(
  a: Fact & { readonly pack?: PackId | null },
  b: Fact & { readonly pack?: PackId | null },
): boolean {
  // What one pack says twice, its editors put side by side: a list, not a quarrel.
  const sameHand = (a.pack ?? null) !== null && a.pack === b.pack;
  const sameSource = a.source.url === b.source.url && a.source.title === b.source.title;
  return !sameHand && !sameSource && !agree(a, b);
}
