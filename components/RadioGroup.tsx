import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** One of several answers, with half a line on what follows from it. */
export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly hint: string;
}

interface RadioGroupProps<Value extends string> {
  /** What is asked. */
  readonly legend: string;
  /** Half a line under the question; may be empty. */
  readonly note?: string;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A question with one answer out of a few; it applies at once. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): JSX.Element {
  const { legend, note, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset class="set">
      <legend>
        {legend}
        {note !== undefined && <small>{note}</small>}
      </legend>
      <div class="opts">
        {options.map((option) => (
          <label key={option.value}>
            <input
              class="radio"
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.name}
              <small>{option.hint}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
