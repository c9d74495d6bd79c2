import { useState } from 'preact/hooks';
import type { DraftKeeper, DraftState } from './draft-keeper';
import { useDraft } from './use-draft';

/** A form's fields in editing and what keeps them. */
export interface FieldsDraft<Name extends string> {
  readonly fields: Readonly<Record<Name, string>>;
  readonly state: DraftState;
  readonly set: (changes: Partial<Readonly<Record<Name, string>>>) => void;
  readonly keeper: DraftKeeper;
}

/**
 * The fields of a form, kept as a draft while they are filled in, as `useDraft` keeps a text. Give the form a `key` for
 * each thing that it is about.
 *
 * @param keep stores the draft; the newest one given is used
 */
export function useFields<Name extends string>(
  initial: Readonly<Record<Name, string>>,
  isDraft: boolean,
  keep: (fields: Readonly<Record<Name, string>>) => Promise<void>,
): FieldsDraft<Name> {
  const [fields, setFields] = useState(initial);
  // The keeper keeps one text: the fields are one while it holds them.
  const draft = useDraft(JSON.stringify(initial), isDraft, (text) =>
    keep(JSON.parse(text) as Readonly<Record<Name, string>>),
  );
  const set = (changes: Partial<Readonly<Record<Name, string>>>): void => {
    const next = { ...fields, ...changes };
    setFields(next);
    draft.change(JSON.stringify(next));
  };
  return { fields, state: draft.state, set, keeper: draft.keeper };
}
