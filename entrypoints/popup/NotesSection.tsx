import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { Icon } from '../../components/Icon';
import { NoteEditor } from '../../components/NoteEditor';
import { NoteList } from '../../components/NoteList';
import { UndoLine } from '../../components/UndoLine';
import { ENTRY, NOTE } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { EntityView, PanelCalls } from '../../utils/messaging/protocol';
import type { NoteId } from '../../utils/model/ids';

interface NotesSectionProps {
  readonly client: Client<PanelCalls>;
  readonly view: EntityView;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Counts the wishes to write: each puts the cursor into the note. */
  readonly writing: number;
  /** Reads the entity again; resolves once the new state is shown. */
  readonly onChanged: () => Promise<void>;
}

/** The note in editing. A new `key` makes a new editor. */
interface Editing {
  readonly key: number;
  readonly noteId: NoteId | null;
  readonly initial: string;
  readonly isDraft: boolean;
  readonly focus: boolean;
}

/** The reader's notes on one entity. A draft that was left is opened again; without any note the field stands open. */
export function NotesSection({ client, view, now, writing, onChanged }: NotesSectionProps): JSX.Element {
  const entityId = view.entity.id;
  const section = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<Editing | null>(() => firstEditing(view, writing > 0));
  const [deleted, setDeleted] = useState<NoteId | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const wishedRef = useRef(writing);
  const editor = editing ?? (view.notes.length === 0 ? blank(-1, false) : null);

  const edit = (noteId: NoteId | null, initial: string): void => {
    setEditing({ key: (editing?.key ?? 0) + 1, noteId, initial, isDraft: false, focus: true });
  };

  useEffect(() => {
    if (wishedRef.current === writing) return;
    wishedRef.current = writing;
    const field = section.current?.querySelector('textarea');
    const newest = view.notes[0];
    if (field !== null && field !== undefined) field.focus();
    else if (newest !== undefined)
      setEditing({ ...blank(writing, true), noteId: newest.id, initial: newest.body });
  }, [writing, view.notes]);

  const act = async (what: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    try {
      await what();
      await onChanged();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const listed = view.notes.filter((note) => note.id !== editor?.noteId);

  return (
    <section class="sec" ref={section} aria-label={ENTRY.yourNotes}>
      <h3>
        {view.notes.length > 1 ? ENTRY.yourNotes : ENTRY.yourNote}
        {editor === null && (
          <button type="button" class="btn quiet tight" onClick={() => edit(null, '')}>
            <Icon name="plus" small />
            {NOTE.add}
          </button>
        )}
      </h3>
      {editor !== null && (
        <NoteEditor
          key={editor.key}
          initial={editor.initial}
          isDraft={editor.isDraft}
          focus={editor.focus}
          canCancel={view.notes.length > 0}
          onKeep={(body) => client.saveDraft({ entityId, noteId: editor.noteId, body })}
          onSave={async (body) => {
            await client.saveNote({ entityId, noteId: editor.noteId, body });
            await onChanged();
            setEditing(null);
          }}
          onDiscard={async () => {
            await client.saveDraft({ entityId, noteId: editor.noteId, body: '' });
            await onChanged();
            setEditing(view.notes.length === 0 ? blank(editor.key + 1, false) : null);
          }}
        />
      )}
      {failure !== null && <ErrorNotice code={failure} />}
      {deleted !== null && (
        <UndoLine
          text={NOTE.deleted}
          onUndo={() => {
            setDeleted(null);
            void act(() => client.restoreNote({ noteId: deleted }));
          }}
        />
      )}
      {listed.length > 0 && (
        <NoteList
          notes={listed}
          now={now}
          onEdit={editor === null ? (note) => edit(note.id, note.body) : null}
          onDelete={(noteId) =>
            void act(async () => {
              await client.deleteNote({ noteId });
              setDeleted(noteId);
            })
          }
        />
      )}
    </section>
  );
}

function blank(key: number, focus: boolean): Editing {
  return { key, noteId: null, initial: '', isDraft: false, focus };
}

function firstEditing(view: EntityView, wantsToWrite: boolean): Editing | null {
  const { draft, notes } = view;
  if (draft !== null) {
    return { ...blank(0, wantsToWrite), noteId: draft.noteId, initial: draft.body, isDraft: true };
  }
  const newest = notes[0];
  if (newest === undefined) return blank(0, wantsToWrite);
  return wantsToWrite ? { ...blank(0, true), noteId: newest.id, initial: newest.body } : null;
}
