import type { EntityId, FactId } from './ids';

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

/** One slot as it stood on the article's day, with today's state beside it where that differs. */
export interface FactLine {
  readonly slot: string;
  readonly asOf: readonly Fact[];
  readonly now: readonly Fact[];
  /** Whether `asOf` and `now` differ: such lines come first. */
  readonly changed: boolean;
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
export function factLines(facts: readonly Fact[], day: string | null, today: string): FactLine[] {
  const lines: FactLine[] = [];
  for (const slot of new Set(facts.map((fact) => fact.slot))) {
    const all = facts.filter((fact) => fact.slot === slot);
    const now = all.filter((fact) => heldOn(fact, today));
    const past = day === null ? now : all.filter((fact) => heldOn(fact, day));
    if (past.length === 0 && now.length === 0) continue;
    const changed = past.length !== now.length || past.some((fact, index) => fact.id !== now[index]?.id);
    lines.push({ slot, asOf: past, now, changed });
  }
  return [...lines.filter((line) => line.changed), ...lines.filter((line) => !line.changed)];
}
