import { surfaceForms } from '../model/entity';
import type { Pack, PackEntity, PackFact } from './format';
import { drain } from './steps';

/** Share of entities that an update may touch before the reader is asked: packs grow by little, and a larger step may be a mistake. */
export const ASK_SHARE = 0.1;

/** Entities compared in one step. */
const STEP_ENTITIES = 200;

/** What a new release of a pack changes. Ids are local; lists are in the order of the pack that has them. */
export interface PackDiff {
  readonly entitiesAdded: readonly string[];
  readonly entitiesRemoved: readonly string[];
  /** Entities that both have and that are not the same. */
  readonly entitiesChanged: readonly string[];
  /** Names (headwords and aliases) that light up or may light up, of all entities. */
  readonly namesAdded: number;
  readonly namesRemoved: number;
  readonly factsAdded: number;
  readonly factsRemoved: number;
  /** Facts whose slot stays and whose value, dates or source differ; counted neither as added nor as removed. */
  readonly factsChanged: number;
  /** Entities added, removed or changed, as a share of the old pack's; 1 when the old pack was empty and the new is not. */
  readonly share: number;
}

/** Compares two releases of one pack by ids. Cost: linear in both. */
export function diffPacks(before: Pack, after: Pack): PackDiff {
  return drain(diffSteps(before, after));
}

/**
 * {@link diffPacks} in steps of some milliseconds.
 *
 * @yields after each step
 */
export function* diffSteps(before: Pack, after: Pack): Generator<void, PackDiff> {
  const oldById = new Map(before.entities.map((entity) => [entity.id, entity]));
  const newById = new Map(after.entities.map((entity) => [entity.id, entity]));
  const entitiesAdded = after.entities.filter(({ id }) => !oldById.has(id)).map(({ id }) => id);
  const entitiesRemoved = before.entities.filter(({ id }) => !newById.has(id)).map(({ id }) => id);
  const entitiesChanged: string[] = [];
  const counts = { namesAdded: 0, namesRemoved: 0, factsAdded: 0, factsRemoved: 0, factsChanged: 0 };
  let count = 0;
  for (const id of new Set([...oldById.keys(), ...newById.keys()])) {
    count += 1;
    if (count % STEP_ENTITIES === 0) yield;
    const one = oldById.get(id);
    const other = newById.get(id);
    if (one !== undefined && other !== undefined && contentOf(one) !== contentOf(other))
      entitiesChanged.push(id);
    const oldNames = namesOf(one);
    const newNames = namesOf(other);
    counts.namesAdded += [...newNames].filter((name) => !oldNames.has(name)).length;
    counts.namesRemoved += [...oldNames].filter((name) => !newNames.has(name)).length;
    const facts = diffFacts(one?.facts ?? [], other?.facts ?? []);
    counts.factsAdded += facts.added;
    counts.factsRemoved += facts.removed;
    counts.factsChanged += facts.changed;
  }
  const touched = entitiesAdded.length + entitiesRemoved.length + entitiesChanged.length;
  const share = touched === 0 ? 0 : Math.min(1, touched / Math.max(before.entities.length, 1));
  return { entitiesAdded, entitiesRemoved, entitiesChanged, ...counts, share };
}

/** Whether the update touches so much that the reader should be asked first. */
export function isLargeStep(diff: PackDiff): boolean {
  return diff.share > ASK_SHARE;
}

/** All but the line that it was read from. */
function contentOf(entity: PackEntity): string {
  return JSON.stringify({ ...entity, row: 0 });
}

function namesOf(entity: PackEntity | undefined): Set<string> {
  if (entity === undefined) return new Set();
  return new Set(
    surfaceForms(entity)
      .filter((alias) => alias.strength !== 'off')
      .map((alias) => alias.text),
  );
}

/** Within one slot, a fact that went and one that came are one changed fact. */
function diffFacts(
  before: readonly PackFact[],
  after: readonly PackFact[],
): { added: number; removed: number; changed: number } {
  const oldOnly = slotCounts(before, after);
  const newOnly = slotCounts(after, before);
  let changed = 0;
  for (const [slot, count] of oldOnly) changed += Math.min(count, newOnly.get(slot) ?? 0);
  return { added: sum(newOnly) - changed, removed: sum(oldOnly) - changed, changed };
}

/** Facts that the others lack, counted by slot. */
function slotCounts(facts: readonly PackFact[], others: readonly PackFact[]): Map<string, number> {
  const known = new Set(others.map((fact) => JSON.stringify(fact)));
  const counts = new Map<string, number>();
  for (const fact of facts) {
    if (!known.has(JSON.stringify(fact))) counts.set(fact.slot, (counts.get(fact.slot) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
