import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { NOTE_BYTES_MAX, type NoteSource } from '../utils/model/note';
import { ErrorNotice } from './ErrorNotice';
import { useSaving } from './use-saving';
import type { DraftState } from './draft-keeper';
import { SourceFields, sourceProblem, sourcesOf, typedSource, type TypedSource } from './SourceFields';
import { TagField } from './TagField';
import { useFields } from './use-fields';
import { NOTE } from './words';

/** From here on the editor counts what is left. */
const COUNT_FROM_BYTES = NOTE_BYTES_MAX - 2048;

/** What is typed into a note. */
export interface TypedNote {
  readonly body: string;
  readonly tags: readonly string[];
  readonly sources: readonly NoteSource[];
}

interface NoteEditorProps {
  /** What the fields start with: a draft, a saved note, or nothing. */
  readonly initial: TypedNote;
  /** Whether `initial` is a draft kept before. */
  readonly isDraft: boolean;
  /** Puts the cursor into the field at once. */
  readonly focus: boolean;
  /** Keeps what was typed. */
  readonly onKeep: (note: TypedNote) => Promise<void>;
  /** Saves the note; the editor stays, with all its text, when this rejects. */
  readonly onSave: (note: TypedNote) => Promise<void>;
  /** Throws the draft away. */
  readonly onDiscard: () => Promise<void>;
  /** Whether leaving without a change is offered, because there is something behind the editor. */
  readonly canCancel: boolean;
  /** Tags in use, to choose from. */
  readonly knownTags: readonly string[];
  /** What a new source starts with: the page in front. */
  readonly suggested: TypedSource;
}

/** One note in editing. What is typed is kept as a draft; saving and discarding are the reader's. */
export function NoteEditor(props: NoteEditorProps): JSX.Element {
  const { initial, isDraft, focus, onKeep, onSave, onDiscard, canCancel, knownTags, suggested } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { fields, state, set, keeper } = useFields<keyof EditorFields>(
    {
      body: initial.body,
      tags: JSON.stringify(initial.tags),
      sources: JSON.stringify(initial.sources.map(typedSource)),
    },
    isDraft,
    (kept) => onKeep(typedNote(kept)),
  );
  const { body } = fields;
  const sources = JSON.parse(fields.sources) as TypedSource[];
  const { isBusy, failure, run } = useSaving(keeper, () => set({}));

  useEffect(() => {
    if (!focus || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [focus]);

  const bytes = new TextEncoder().encode(body).length;
  const isTooLong = bytes > NOTE_BYTES_MAX;
  const isEmpty = body.trim() === '';
  const isWrong = sources.some((source) => sourceProblem(source) !== null);
  const isTouched = state !== 'clean';

  const save = (): void => {
    if (!isEmpty && !isTooLong && !isWrong) void run(() => onSave(typedNote(fields)));
  };

  return (
    <div class="editor">
      <label class="sr" for={id}>
        {NOTE.label}
      </label>
      <textarea
        id={id}
        ref={field}
        class="area"
        rows={4}
        dir="auto"
        placeholder={NOTE.placeholder}
        value={body}
        readOnly={isBusy}
        aria-invalid={isTooLong}
        aria-describedby={`${id}-state`}
        onInput={(event) => set({ body: event.currentTarget.value })}
        onBlur={() => void keeper.flush()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <TagField
        tags={JSON.parse(fields.tags) as string[]}
        known={knownTags}
        onChange={(tags) => set({ tags: JSON.stringify(tags) })}
      />
      <SourceFields
        sources={sources}
        suggested={suggested}
        onChange={(next) => set({ sources: JSON.stringify(next) })}
      />
      <div class="btns">
        <output id={`${id}-state`} class={isTooLong ? 'grow small bad' : 'grow small dim'}>
          {stateLine(isBusy, bytes, state)}
        </output>
        {(isTouched || canCancel) && (
          <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void run(onDiscard)}>
            {isTouched ? NOTE.discard : NOTE.cancel}
          </button>
        )}
        <button
          type="button"
          class="btn primary"
          disabled={isEmpty || isTooLong || isWrong || isBusy}
          onClick={save}
        >
          {NOTE.save}
        </button>
      </div>
      {failure !== null && <ErrorNotice code={failure} onRetry={save} />}
    </div>
  );
}

/** The editor's fields as text; tags and sources are JSON. */
type EditorFields = Readonly<Record<'body' | 'tags' | 'sources', string>>;

function typedNote({ body, tags, sources }: EditorFields): TypedNote {
  return {
    body,
    tags: JSON.parse(tags) as string[],
    sources: sourcesOf(JSON.parse(sources) as TypedSource[]),
  };
}

function stateLine(isBusy: boolean, bytes: number, state: DraftState): string {
  if (isBusy) return NOTE.saving;
  if (bytes > NOTE_BYTES_MAX) return NOTE.tooLong(bytes - NOTE_BYTES_MAX);
  const left = bytes >= COUNT_FROM_BYTES ? `${NOTE.bytesLeft(NOTE_BYTES_MAX - bytes)}. ` : '';
  if (state === 'kept') return left + NOTE.kept;
  if (state === 'failed') return left + NOTE.notKept;
  return state === 'waiting' ? left + NOTE.keeping : left;
}
