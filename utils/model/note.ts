import type { EntityId, NoteId } from './ids';

/** The longest note, in UTF-8 bytes. */
export const NOTE_BYTES_MAX = 16_384;

/** The reader's own words about an entity. */
export interface Note {
  readonly id: NoteId;
  readonly entityId: EntityId;
  /** Markdown source, at most {@link NOTE_BYTES_MAX} bytes. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
}

/** What was typed and not yet saved; one for each entity. */
export interface Draft {
  readonly entityId: EntityId;
  /** The note that is being edited, or null for a new one. */
  readonly noteId: NoteId | null;
  readonly body: string;
  readonly updated: number;
}
