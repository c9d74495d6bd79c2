import type { EntityId, NoteId } from '../model/ids';
import type { Note, NoteSource, NoteVersion, WordChange } from '../model/note';

/** What is typed into a note: its words, tags and sources. Absent tags and sources stay as they are. */
export type NoteEditRequest = {
  entityId: EntityId;
  noteId: NoteId | null;
  body: string;
  tags?: readonly string[];
  sources?: readonly NoteSource[];
  /** The note's `updated` when editing began; a note changed since is kept beside what was typed. */
  opened?: number;
};

/** Calls of the panel door about notes. */
export type NoteCalls = {
  /**
   * Creates or edits a note and drops the entity's draft; resolves once it is durable. Answers another note than `noteId`
   * when that one was changed since `opened`: both are kept.
   */
  saveNote(request: NoteEditRequest): Note;
  deleteNote(request: { noteId: NoteId }): void;
  /** Puts a deleted note back as it was. */
  restoreNote(request: { noteId: NoteId }): void;
  /** Keeps what was typed. An empty body drops the draft. */
  saveDraft(request: NoteEditRequest): void;
  /** Puts one note of its entity first and into the card, or none. */
  pinNote(request: { noteId: NoteId; pinned: boolean }): void;
  /** Every tag in use. */
  listTags(request: Record<string, never>): string[];
  /** A note's earlier states, the latest first. */
  listVersions(request: { noteId: NoteId }): NoteVersion[];
  /** An earlier state word by word beside the note of now. */
  compareVersion(request: { noteId: NoteId; saved: number }): WordChange[];
  /** Makes an earlier state the note of now; the one of now becomes an earlier state. */
  restoreVersion(request: { noteId: NoteId; saved: number }): Note;
};
