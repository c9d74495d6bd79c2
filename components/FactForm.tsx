import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { spanProblem, type SpanProblem } from '../utils/model/dates';
import { SLOT_MAX, SOURCE_TITLE_MAX, VALUE_MAX, type Fact } from '../utils/model/fact';
import { draftWords } from './draft-words';
import { ErrorNotice } from './ErrorNotice';
import { useSaving } from './use-saving';
import { FACT } from './fact-words';
import { useFields } from './use-fields';

/** The form's fields as they are typed. */
export type FactFields = Readonly<
  Record<'factId' | 'slot' | 'value' | 'from' | 'to' | 'sourceTitle' | 'sourceUrl', string>
>;

/** What the form gives when it is saved. */
export type FactWords = Pick<Fact, 'slot' | 'value' | 'from' | 'to' | 'source'>;

interface FactFormProps {
  readonly initial: FactFields;
  readonly isDraft: boolean;
  /** Slots to offer: those that the entity has, and common ones. */
  readonly slots: readonly string[];
  readonly onKeep: (fields: FactFields) => Promise<void>;
  /** Saves the fact; the form stays, with all that was typed, when this rejects. */
  readonly onSave: (fact: FactWords) => Promise<void>;
  readonly onDiscard: () => Promise<void>;
}

/** One fact in editing: what, its value, from when until when, and where that was read. Kept as it is typed. */
export function FactForm({ initial, isDraft, slots, onKeep, onSave, onDiscard }: FactFormProps): JSX.Element {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const { fields, state, set, keeper } = useFields(initial, isDraft, onKeep);
  const { isBusy, failure, run } = useSaving(keeper, () => set({}));
  const [problem, setProblem] = useState<SpanProblem | 'url' | null>(null);
  const isEmpty = fields.slot.trim() === '' || fields.value.trim() === '';

  useEffect(() => first.current?.focus(), []);

  const save = (): void => {
    if (isEmpty) return;
    const fact = factOf(fields);
    const wrong = /^(?:https?:\/\/\S+)?$/iu.test(fact.source.url) ? spanProblem(fact.from, fact.to) : 'url';
    setProblem(wrong);
    if (wrong === null) void run(() => onSave(fact));
  };
  const field = (
    name: keyof FactFields,
    label: string,
    max: number,
    hint = '',
    list = 'none',
  ): JSX.Element => (
    <label class="lab">
      {label}
      <span class="field">
        <input
          ref={name === 'slot' ? first : null}
          type="text"
          dir="auto"
          name={name}
          maxLength={max}
          placeholder={hint}
          autocomplete="off"
          list={list}
          aria-invalid={problem === name || (problem === 'url' && name === 'sourceUrl')}
          value={fields[name]}
          readOnly={isBusy}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      </span>
    </label>
  );

  return (
    <form
      class="factform"
      aria-label={initial.factId === '' ? FACT.newFact : FACT.change}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {field('slot', FACT.slot, SLOT_MAX, FACT.slotHint, `${id}-slots`)}
      <datalist id={`${id}-slots`}>
        {slots.map((slot) => (
          <option key={slot} value={slot}>
            {slot}
          </option>
        ))}
      </datalist>
      {field('value', FACT.value, VALUE_MAX)}
      <div class="pair">
        {field('from', FACT.from, 10)}
        {field('to', FACT.to, 10)}
      </div>
      <p class="small dim">{FACT.dayHint}</p>
      {field('sourceTitle', FACT.sourceTitle, SOURCE_TITLE_MAX)}
      {field('sourceUrl', FACT.sourceUrl, 2000, 'https://')}
      {problem !== null && (
        <p class="small bad" role="alert">
          {FACT.problem[problem]}
        </p>
      )}
      {failure !== null && <ErrorNotice code={failure} />}
      <div class="btns">
        <output class="grow small dim">{isBusy ? FACT.saving : draftWords(state)}</output>
        <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void run(onDiscard)}>
          {state === 'clean' ? FACT.cancel : FACT.discard}
        </button>
        <button type="submit" class="btn primary" disabled={isEmpty || isBusy}>
          {FACT.save}
        </button>
      </div>
    </form>
  );
}

function factOf(fields: FactFields): FactWords {
  return {
    slot: fields.slot.trim(),
    value: fields.value.trim(),
    from: dayOf(fields.from),
    to: dayOf(fields.to),
    source: { title: fields.sourceTitle.trim(), url: fields.sourceUrl.trim() },
  };
}

function dayOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
