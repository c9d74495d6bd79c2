import type { JSX, RefObject } from 'preact';
import { Icon } from '../../components/Icon';
import { LIBRARY } from '../../components/library-words';
import { KIND_PLURAL } from '../../components/words';
import { KINDS } from '../../utils/model/kind';
import type { LibraryList } from '../../utils/model/library-list';

interface LibraryToolsProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly list: LibraryList;
  readonly onChange: (changes: Partial<LibraryList>) => void;
}

const ORIGINS = ['all', 'own', 'pack'] as const satisfies readonly LibraryList['origin'][];
const NOTES = ['all', 'with', 'without'] as const satisfies readonly LibraryList['note'][];

/** The search field and the filters over the library's table. */
export function LibraryTools({ input, list, onChange }: LibraryToolsProps): JSX.Element {
  return (
    <search class="tools">
      <span class="field">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          aria-label={LIBRARY.search}
          placeholder={LIBRARY.search}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          maxLength={200}
          value={list.query}
          onInput={(event) => onChange({ query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || list.query === '') return;
            event.preventDefault();
            onChange({ query: '' });
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </span>
      <select
        class="pick"
        aria-label={LIBRARY.kind}
        value={list.kind ?? ''}
        onChange={(event) =>
          onChange({ kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? null })
        }
      >
        <option value="">{LIBRARY.anyKind}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_PLURAL[kind]}
          </option>
        ))}
      </select>
      <select
        class="pick"
        aria-label={LIBRARY.origin}
        value={list.origin}
        onChange={(event) =>
          onChange({ origin: ORIGINS.find((origin) => origin === event.currentTarget.value) ?? 'all' })
        }
      >
        {ORIGINS.map((origin) => (
          <option key={origin} value={origin}>
            {LIBRARY.origins[origin]}
          </option>
        ))}
      </select>
      <select
        class="pick"
        aria-label={LIBRARY.note}
        value={list.note}
        onChange={(event) =>
          onChange({ note: NOTES.find((note) => note === event.currentTarget.value) ?? 'all' })
        }
      >
        {NOTES.map((note) => (
          <option key={note} value={note}>
            {LIBRARY.notes[note]}
          </option>
        ))}
      </select>
    </search>
  );
}
