import type { BinItem } from '../model/bin';
import type { Alias } from '../model/entity';
import type { Fact, OwnedFact, Source } from '../model/fact';
import type { FormDraft, FormName } from '../model/form-draft';
import type { EntityId, FactId } from '../model/ids';
import type { Kind } from '../model/kind';

/** Calls of the panel door about one entity: its facts, its own fields, and what was deleted. */
export type EntityCalls = {
  /** All facts of an entity, those of other times too: by slot, then by when they began. */
  listFacts(request: { entityId: EntityId }): OwnedFact[];
  /** Adds a fact of the reader's own, or changes one. `malformed` when its dates are none. */
  saveFact(request: {
    entityId: EntityId;
    factId: FactId | null;
    slot: string;
    value: string;
    from: string | null;
    to: string | null;
    source: Source;
  }): Fact;
  /** Moves a fact of the reader's own to the bin. Answers where it lies. */
  deleteFact(request: { factId: FactId }): { binId: string };
  /**
   * Changes an entity. What is changed in an entity of a pack lies over it as the reader's own; a pack's alias that is left
   * out is switched off.
   */
  editEntity(request: {
    entityId: EntityId;
    name: string;
    kind: Kind;
    summary: string;
    aliases: Alias[];
  }): void;
  /** Moves an entity of the reader's own with all that hangs on it to the bin. Answers where it lies. */
  deleteEntity(request: { entityId: EntityId }): { binId: string };
  /** What was deleted within 30 days, the latest first. */
  listBin(request: Record<string, never>): BinItem[];
  /** Puts back what was deleted together. `not-found` when it is gone for good. */
  restoreFromBin(request: { binId: string }): void;
  /** Keeps what was typed into a form; null drops it. */
  saveFormDraft(request: {
    form: FormName;
    about: string;
    fields: Readonly<Record<string, string>> | null;
  }): void;
  /** Forms that were left half filled in, the latest first. */
  listFormDrafts(request: { form: FormName }): FormDraft[];
};
