import type { EntityCalls } from '../../../utils/messaging/entity-calls';
import type { EntityView } from '../../../utils/messaging/protocol';
import type { BinItem } from '../../../utils/model/bin';
import { factLines, type OwnedFact } from '../../../utils/model/fact';
import type { FormDraft } from '../../../utils/model/form-draft';
import type { FactId } from '../../../utils/model/ids';
import { NOW } from './samples';

/** Calls answered from memory. */
export type Answers<Calls extends Record<string, (request: never) => unknown>> = {
  [Name in keyof Calls]: (request: Parameters<Calls[Name]>[0]) => ReturnType<Calls[Name]>;
};

const TODAY = new Date(NOW).toISOString().slice(0, 10);

/** The background as the entity screen sees it, over one entity. */
export function fakeEntityCalls(
  view: () => EntityView | null,
  change: (next: (old: EntityView) => EntityView) => void,
): Answers<EntityCalls> {
  let facts: readonly OwnedFact[] =
    view()?.facts.flatMap(({ asOf, now }) =>
      [...new Map([...asOf, ...now].map((fact) => [fact.id, fact])).values()].map((fact) => ({
        ...fact,
        pack: view()?.entity.pack ?? null,
      })),
    ) ?? [];
  const binned = new Map<string, OwnedFact>();
  const bin: BinItem[] = [];
  let drafts: readonly FormDraft[] = [];
  let count = 0;
  const setFacts = (next: readonly OwnedFact[]): void => {
    facts = next;
    change((old) => ({ ...old, facts: factLines(facts, '2020-12-10', TODAY) }));
  };
  return {
    listFacts: () => [...facts],
    saveFact: ({ factId, ...words }) => {
      const fact: OwnedFact = { ...words, id: factId ?? (`own${(count += 1)}` as FactId), pack: null };
      setFacts([...facts.filter(({ id }) => id !== fact.id), fact]);
      return fact;
    },
    deleteFact: ({ factId }) => {
      const fact = facts.find(({ id }) => id === factId);
      if (fact !== undefined) binned.set(`bin:${factId}`, fact);
      setFacts(facts.filter(({ id }) => id !== factId));
      return { binId: `bin:${factId}` };
    },
    editEntity: ({ entityId: _id, ...fields }) =>
      change((old) => ({ ...old, entity: { ...old.entity, ...fields } })),
    deleteEntity: ({ entityId }) => ({ binId: `bin:${entityId}` }),
    listBin: () => bin,
    restoreFromBin: ({ binId }) => {
      const fact = binned.get(binId);
      if (fact !== undefined) setFacts([...facts, fact]);
    },
    saveFormDraft: ({ form, about, fields }) => {
      const others = drafts.filter((draft) => draft.form !== form || draft.about !== about);
      drafts = fields === null ? others : [{ form, about, fields, updated: NOW }, ...others];
    },
    listFormDrafts: ({ form }) => drafts.filter((draft) => draft.form === form),
  };
}
