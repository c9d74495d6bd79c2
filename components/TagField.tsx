import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { normaliseTag, TAG_MAX, TAGS_MAX } from '../utils/model/tags';
import { Icon } from './Icon';
import { NOTE_MORE } from './note-words';

interface TagFieldProps {
  readonly tags: readonly string[];
  /** Tags in use, to choose from. */
  readonly known: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags as chips with a field behind them; Enter or a comma adds what is typed. */
export function TagField({ tags, known, onChange }: TagFieldProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const tag = normaliseTag(typed);
    setTyped('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  return (
    <div class="tagfield">
      {tags.length > 0 && (
        <ul class="chips" aria-label={NOTE_MORE.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                class="btn tight"
                aria-label={NOTE_MORE.removeTag(tag)}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              >
                <bdi>{tag}</bdi>
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < TAGS_MAX && (
        <span class="field">
          <input
            type="text"
            dir="auto"
            name="tag"
            aria-label={NOTE_MORE.addTag}
            placeholder={NOTE_MORE.addTag}
            maxLength={TAG_MAX}
            autocomplete="off"
            list={id}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ',') return;
              event.preventDefault();
              add();
            }}
          />
        </span>
      )}
      <datalist id={id}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
      </datalist>
    </div>
  );
}
