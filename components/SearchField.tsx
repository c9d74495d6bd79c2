import type { JSX, RefObject } from 'preact';
import { Icon } from './Icon';
import { POPUP } from './words';

interface SearchFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** How many names there are to search, or null while that is not known. */
  readonly nameCount: number | null;
  readonly onChange: (query: string) => void;
  /** Enter. */
  readonly onSubmit: () => void;
  /** Arrow down. */
  readonly onDown: () => void;
}

/** The field that finds a name, and saves it when there is none like it. Esc empties it before it closes the popup. */
export function SearchField({
  input,
  query,
  nameCount,
  onChange,
  onSubmit,
  onDown,
}: SearchFieldProps): JSX.Element {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) onSubmit();
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape' && query !== '') onChange('');
    else return;
    event.preventDefault();
  };
  return (
    <search class="field">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        aria-label={POPUP.search}
        placeholder={POPUP.searchHint(nameCount)}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={200}
        value={query}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {query === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          class="btn quiet icon clear"
          aria-label={POPUP.clear}
          onClick={() => onChange('')}
        >
          <Icon name="close" small />
        </button>
      )}
    </search>
  );
}
