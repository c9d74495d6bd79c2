import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { NOTE_BYTES_MAX } from '../utils/model/note';
import { ErrorNotice } from './ErrorNotice';
import { failureCode } from './error-words';
import type { ErrorCode } from '../utils/model/call-error';
import type { DraftState } from './draft-keeper';
import { useDraft } from './use-draft';
import { NOTE } from './words';

/** From here on the editor counts what is left. */
const COUNT_FROM_BYTES = NOTE_BYTES_MAX - 2048;

interface NoteEditorProps {
  /** What the field starts with: a draft, a saved note, or nothing. */
  readonly initial: string;
  /** Whether `initial` is a draft kept before. */
  readonly isDraft: boolean;
  /** Puts the cursor into the field at once. */
  readonly focus: boolean;
  /** Keeps what was typed. */
  readonly onKeep: (body: string) => Promise<void>;
  /** Saves the note; the editor stays, with all its text, when this rejects. */
  readonly onSave: (body: string) => Promise<void>;
  /** Throws the draft away. */
  readonly onDiscard: () => Promise<void>;
  /** Whether leaving without a change is offered, because there is something behind the editor. */
  readonly canCancel: boolean;
}

/** One note in editing. What is typed is kept as a draft; saving and discarding are the reader's. */
export function NoteEditor(props: NoteEditorProps): JSX.Element {
  const { initial, isDraft, focus, onKeep, onSave, onDiscard, canCancel } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(initial, isDraft, onKeep);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  useEffect(() => {
    if (!focus || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [focus]);

  const bytes = new TextEncoder().encode(draft.body).length;
  const isTooLong = bytes > NOTE_BYTES_MAX;
  const isEmpty = draft.body.trim() === '';
  const isTouched = draft.state !== 'clean';

  const run = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const text = draft.body;
    try {
      await draft.keeper.settle();
      await act();
    } catch (error) {
      setFailure(failureCode(error));
      // The draft that was waiting is kept after all, since the save did not take its place.
      draft.change(text);
    } finally {
      setIsBusy(false);
    }
  };
  const save = (): void => {
    if (!isEmpty && !isTooLong) void run(() => onSave(draft.body));
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
        value={draft.body}
        readOnly={isBusy}
        aria-invalid={isTooLong}
        aria-describedby={`${id}-state`}
        onInput={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => void draft.keeper.flush()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <div class="btns">
        <output id={`${id}-state`} class={isTooLong ? 'grow small bad' : 'grow small dim'}>
          {stateLine(isBusy, bytes, draft.state)}
        </output>
        {(isTouched || canCancel) && (
          <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void run(onDiscard)}>
            {isTouched ? NOTE.discard : NOTE.cancel}
          </button>
        )}
        <button type="button" class="btn primary" disabled={isEmpty || isTooLong || isBusy} onClick={save}>
          {NOTE.save}
        </button>
      </div>
      {failure !== null && <ErrorNotice code={failure} onRetry={save} />}
    </div>
  );
}

function stateLine(isBusy: boolean, bytes: number, state: DraftState): string {
  if (isBusy) return NOTE.saving;
  if (bytes > NOTE_BYTES_MAX) return NOTE.tooLong(bytes - NOTE_BYTES_MAX);
  const left = bytes >= COUNT_FROM_BYTES ? `${NOTE.bytesLeft(NOTE_BYTES_MAX - bytes)}. ` : '';
  if (state === 'kept') return left + NOTE.kept;
  if (state === 'failed') return left + NOTE.notKept;
  return state === 'waiting' ? left + NOTE.keeping : left;
}
