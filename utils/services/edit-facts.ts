import { factsOf } from '../db/facts';
import type { FactRow } from '../db/database';
import { CallError } from '../model/call-error';
import { spanProblem } from '../model/dates';
import { factLines, type Fact, type OwnedFact, type Source } from '../model/fact';
import type { EntityId, FactId } from '../model/ids';
import { binRow } from './bin';
import { commit, today, type Library } from './library';

/** A fact as the reader enters it: a new one, or another state of one of the reader's own. */
export interface FactEdit {
  readonly entityId: EntityId;
  readonly factId: FactId | null;
  readonly slot: string;
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: Source;
}

/** All facts of an entity, by slot and then by when they began. */
export async function listFacts(library: Library, entityId: EntityId): Promise<OwnedFact[]> {
  return factsOf(library.database, entityId);
}

/**
 * Adds or changes a fact of the reader's own, also on an entity of a pack. Resolves once it is durable.
 *
 * @throws CallError `malformed` when its dates are none or in the wrong order, `not-found` when the entity or the fact is
 *   gone, `forbidden` when the fact is a pack's
 */
export async function saveFact(library: Library, edit: FactEdit): Promise<Fact> {
  const { entityId, factId, slot, value, from, to, source } = edit;
  if (spanProblem(from, to) !== null) throw new CallError('malformed', 'no span of days');
  const { database } = library;
  return commit(library, ['entities', 'facts'], async () => {
    if ((await database.entities.get(entityId)) === undefined) {
      throw new CallError('not-found', 'the entity is gone');
    }
    const known = factId === null ? null : await ownFact(library, factId);
    if (known !== null && known.entityId !== entityId) throw new CallError('not-found', 'the fact is gone');
    const id = known?.id ?? (library.newId() as FactId);
    const row: FactRow = { id, entityId, slot, value, from, to, source, pack: null };
    await database.facts.put(row);
    const { pack: _pack, ...fact } = row;
    return fact;
  });
}

/**
 * Moves a fact of the reader's own to the bin.
 *
 * @returns where it lies, for `restoreFromBin`
 * @throws CallError `not-found` when it is gone, `forbidden` when it is a pack's
 */
export async function deleteFact(library: Library, factId: FactId): Promise<string> {
  const { database } = library;
  return commit(library, ['facts', 'bin'], async () => {
    const fact = await ownFact(library, factId);
    const row = binRow(library, `${fact.slot}: ${fact.value}`, { facts: [fact] });
    await database.bin.put(row);
    await database.facts.delete(factId);
    return row.id;
  });
}

async function ownFact(library: Library, factId: FactId): Promise<FactRow> {
  const fact = await library.database.facts.get(factId);
  if (fact === undefined) throw new CallError('not-found', 'the fact is gone');
  if (fact.pack !== null) throw new CallError('forbidden', 'a pack’s fact is not the reader’s to change');
  return fact;
}

/** How many slots of each entity are not today what they were on an article's day; none where the day is unknown. */
export async function changedFacts(
  library: Library,
  ids: readonly EntityId[],
  day: string | null,
): Promise<ReadonlyMap<EntityId, number>> {
  if (day === null) return new Map();
  const facts = await library.database.facts
    .where('entityId')
    .anyOf([...ids])
    .toArray();
  const byEntity = Map.groupBy(facts, ({ entityId }) => entityId);
  const now = today(library);
  return new Map(
    [...byEntity].map(([id, ofEntity]) => [
      id,
      factLines(ofEntity, day, now).filter((line) => line.changed).length,
    ]),
  );
}
