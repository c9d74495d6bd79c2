import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { Icon } from '../../components/Icon';
import { NoteEditor, type TypedNote } from '../../components/NoteEditor';
import { NoteList } from '../../components/NoteList';
import { NOTE_MORE } from '../../components/note-words';
import type { TypedSource } from '../../components/SourceFields';
import { useAsync } from '../../components/use-async';
import { UndoLine } from '../../components/UndoLine';
import { ENTRY, NOTE } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { EntityView, PanelCalls } from '../../utils/messaging/protocol';
import type { NoteId } from '../../utils/model/ids';
import type { Note } from '../../utils/model/note';
import { HistorySection } from './HistorySection';
import type { PageSource } from './page-source';

interface NotesSectionProps {
  readonly client: Client<PanelCalls>;
  readonly view: EntityView;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Counts the wishes to write: each puts the cursor into the note. */
  readonly writing: number;
  /** The page in front, which a new source most likely is; null when there is none. */
  readonly pageSource: PageSource | null;
  /** Reads the entity again; resolves once the new state is shown. */
  readonly onChanged: () => Promise<void>;
}

/** The note in editing. A new `key` makes a new editor. */
interface Editing {
  readonly key: number;
  readonly noteId: NoteId | null;
  readonly initial: TypedNote;
  /** The note's `updated` when editing began; null for a new one. */
  readonly opened: number | null;
  readonly isDraft: boolean;
  readonly focus: boolean;
}

/** The reader's notes on one entity. A draft that was left is opened again; without any note the field stands open. */
export function NotesSection(props: NotesSectionProps): JSX.Element {
  const { client, view, now, writing, pageSource, onChanged } = props;
  const entityId = view.entity.id;
  const section = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<Editing | null>(() => firstEditing(view, writing > 0));
  const [deleted, setDeleted] = useState<NoteId | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const wishedRef = useRef(writing);
  const editor = editing ?? (view.notes.length === 0 ? blank(-1, false) : null);

  const [historyOf, setHistoryOf] = useState<NoteId | null>(null);
  const [isBothKept, setIsBothKept] = useState(false);
  const askTags = useCallback(() => client.listTags({}), [client]);
  const [tags] = useAsync(askTags);

  const edit = (note: Note | null): void => {
    setIsBothKept(false);
    const key = (editing?.key ?? 0) + 1;
    setEditing(note === null ? blank(key, true) : { ...ofNote(key, note), focus: true });
  };

  useEffect(() => {
    if (wishedRef.current === writing) return;
    wishedRef.current = writing;
    const field = section.current?.querySelector('textarea');
    const newest = view.notes[0];
    if (field !== null && field !== undefined) field.focus();
    else if (newest !== undefined) setEditing({ ...ofNote(writing, newest), focus: true });
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
          <button type="button" class="btn quiet tight" onClick={() => edit(null)}>
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
          knownTags={tags.status === 'value' ? tags.value : []}
          suggested={typedPage(pageSource)}
          onKeep={(typed) => client.saveDraft({ ...requestOf(editor, typed), entityId })}
          onSave={async (typed) => {
            const saved = await client.saveNote({ ...requestOf(editor, typed), entityId });
            setIsBothKept(editor.noteId !== null && saved.id !== editor.noteId);
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
      {isBothKept && (
        <p class="msg" role="alert">
          {NOTE_MORE.bothKept}
        </p>
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
          onEdit={editor === null ? edit : null}
          onPin={(noteId, pinned) => void act(() => client.pinNote({ noteId, pinned }))}
          onHistory={setHistoryOf}
          history={
            historyOf === null
              ? null
              : {
                  noteId: historyOf,
                  shown: (
                    <HistorySection
                      key={historyOf}
                      client={client}
                      noteId={historyOf}
                      view={view}
                      now={now}
                      onRestored={onChanged}
                    />
                  ),
                }
          }
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

const NOTHING_TYPED: TypedNote = { body: '', tags: [], sources: [] };

function blank(key: number, focus: boolean): Editing {
  return { key, noteId: null, initial: NOTHING_TYPED, opened: null, isDraft: false, focus };
}

function ofNote(key: number, note: Note): Editing {
  const { id, body, tags = [], sources = [], updated } = note;
  return { key, noteId: id, initial: { body, tags, sources }, opened: updated, isDraft: false, focus: false };
}

function firstEditing(view: EntityView, wantsToWrite: boolean): Editing | null {
  const { draft, notes } = view;
  if (draft !== null) {
    const note = notes.find(({ id }) => id === draft.noteId);
    const { body, tags = note?.tags ?? [], sources = note?.sources ?? [], noteId } = draft;
    const opened = draft.opened ?? note?.updated ?? null;
    return { ...blank(0, wantsToWrite), noteId, initial: { body, tags, sources }, opened, isDraft: true };
  }
  const newest = notes[0];
  if (newest === undefined) return blank(0, wantsToWrite);
  return wantsToWrite ? { ...ofNote(0, newest), focus: true } : null;
}

/** What is typed, and since when: a note that was changed since is kept beside it. */
function requestOf({ noteId, opened }: Editing, { body, tags, sources }: TypedNote) {
  return { noteId, body, tags, sources, ...(opened === null ? {} : { opened }) };
}

function typedPage(page: PageSource | null): TypedSource {
  return {
    title: page?.title ?? '',
    url: page?.url ?? '',
    publisher: page?.publisher ?? '',
    published: page?.published ?? '',
    quote: '',
  };
}
