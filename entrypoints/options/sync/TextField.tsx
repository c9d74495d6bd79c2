import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'url' | 'password';
  readonly placeholder?: string;
}

/** Preact tells the kinds of input apart, so that a kind which is not known until run time needs one object each. */
const TYPES = {
  text: { type: 'text' },
  url: { type: 'url' },
  password: { type: 'password' },
} as const;

/** One labelled line of a form. Nothing that stands in it is remembered by the browser. */
export function TextField({
  label,
  value,
  onInput,
  type = 'text',
  placeholder,
}: TextFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="line">
      <label for={id}>{label}</label>
      <span class="field">
        <input
          id={id}
          {...TYPES[type]}
          value={value}
          placeholder={placeholder ?? ''}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          maxLength={4000}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </span>
    </div>
  );
}
