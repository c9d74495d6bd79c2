import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { NAME_MAX, nameOfSelection } from '../utils/model/capture';
import type { Alias, Entity } from '../utils/model/entity';
import { isKind } from '../utils/model/kind';
import { AliasRules } from './AliasRules';
import { draftWords } from './draft-words';
import { ENTITY } from './entity-words';
import { ErrorNotice } from './ErrorNotice';
import { useSaving } from './use-saving';
import { KindPick } from './KindPick';
import { useFields } from './use-fields';

/** The form's fields as text; `aliases` is JSON. */
export type EntityFields = Readonly<Record<'name' | 'kind' | 'summary' | 'aliases', string>>;

/** What the form gives when it is saved. */
export type EntityWords = Pick<Entity, 'name' | 'kind' | 'summary' | 'aliases'>;

interface EntityFormProps {
  readonly entity: Entity;
  readonly packName: string | null;
  /** What was typed before and not saved; null for none. */
  readonly draft: Readonly<Record<string, string>> | null;
  readonly onKeep: (fields: EntityFields) => Promise<void>;
  /** Saves; the form stays, with all that was typed, when this rejects. */
  readonly onSave: (words: EntityWords) => Promise<void>;
  readonly onDiscard: () => Promise<void>;
  /** Moves the entity to the bin; null for one that goes with its pack. */
  readonly onDelete: (() => Promise<void>) | null;
}

/** An entity's name, kind, summary and aliases with their rules, in editing. Kept as they are typed. */
export function EntityForm(props: EntityFormProps): JSX.Element {
  const { entity, packName, draft, onKeep, onSave, onDiscard, onDelete } = props;
  const first = useRef<HTMLInputElement>(null);
  const { fields, state, set, keeper } = useFields<keyof EntityFields>(
    { ...fieldsOf(entity), ...draft },
    draft !== null,
    onKeep,
  );
  const { isBusy, failure, run } = useSaving(keeper, () => set({}));
  const { name } = nameOfSelection(fields.name);
  const kind = isKind(fields.kind) ? fields.kind : entity.kind;
  const aliases = aliasesIn(fields.aliases);

  useEffect(() => first.current?.focus(), []);

  return (
    <form
      class="fields"
      aria-label={ENTITY.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') void run(() => onSave({ name, kind, summary: fields.summary.trim(), aliases }));
      }}
    >
      {packName !== null && <p class="small dim">{ENTITY.packHint(packName)}</p>}
      <label class="lab">
        {ENTITY.name}
        <span class="field">
          <input
            ref={first}
            type="text"
            dir="auto"
            name="name"
            maxLength={NAME_MAX}
            value={fields.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        </span>
      </label>
      <label class="lab">
        {ENTITY.kind}
        <KindPick kind={kind} onPick={(next) => set({ kind: next })} />
      </label>
      <label class="lab">
        {ENTITY.summary}
        <textarea
          class="area"
          rows={2}
          dir="auto"
          name="summary"
          maxLength={2000}
          value={fields.summary}
          onInput={(event) => set({ summary: event.currentTarget.value })}
        />
      </label>
      <AliasRules aliases={aliases} onChange={(next) => set({ aliases: JSON.stringify(next) })} />
      {failure !== null && <ErrorNotice code={failure} />}
      <div class="btns">
        {onDelete !== null && (
          <button type="button" class="btn quiet danger" disabled={isBusy} onClick={() => void run(onDelete)}>
            {ENTITY.delete}
          </button>
        )}
        <output class="grow small dim">{isBusy ? ENTITY.saving : draftWords(state)}</output>
        <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void run(onDiscard)}>
          {state === 'clean' ? ENTITY.cancel : ENTITY.discard}
        </button>
        <button type="submit" class="btn primary" disabled={isBusy || name === ''}>
          {ENTITY.save}
        </button>
      </div>
    </form>
  );
}

function fieldsOf({ name, kind, summary, aliases }: Entity): EntityFields {
  return { name, kind, summary, aliases: JSON.stringify(aliases) };
}

/** Written by this form alone, as JSON. */
function aliasesIn(json: string): Alias[] {
  return JSON.parse(json) as Alias[];
}
