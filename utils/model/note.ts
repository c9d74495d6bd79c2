import type { EntityId, NoteId } from './ids';

/** The longest note, in UTF-8 bytes. */
export const NOTE_BYTES_MAX = 16_384;
/** Most sources of one note. */
export const NOTE_SOURCES_MAX = 50;
/** States of a note that are remembered; the oldest go first. */
export const NOTE_VERSIONS_MAX = 100;

/** Where something in a note was read. */
export interface NoteSource {
  /** `https:` or `http:`, or empty. */
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  /** Day of publication `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** The words that it rests on, may be empty. */
  readonly quote: string;
}

/** The reader's own words about an entity. */
export interface Note {
  readonly id: NoteId;
  readonly entityId: EntityId;
  /** Markdown source, at most {@link NOTE_BYTES_MAX} bytes. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** When its words, tags or sources last changed; pinning does not count. */
  readonly updated: number;
  /** As `normaliseTags` gives them; absent means none. */
  readonly tags?: readonly string[];
  /** Absent means none. */
  readonly sources?: readonly NoteSource[];
  /** Whether it stands first, and in the card. At most one note of an entity. */
  readonly pinned?: boolean;
}

/** What was typed and not yet saved; one for each entity. */
export interface Draft {
  readonly entityId: EntityId;
  /** The note that is being edited, or null for a new one. */
  readonly noteId: NoteId | null;
  readonly body: string;
  readonly updated: number;
  /** Absent means as in the note. */
  readonly tags?: readonly string[];
  readonly sources?: readonly NoteSource[];
  /** The note's `updated` when editing began; absent for a new note. */
  readonly opened?: number;
}

/** An earlier state of a note's words. */
export interface NoteVersion {
  /** When these words were saved, milliseconds since 1970. */
  readonly saved: number;
  readonly body: string;
}

/** A stretch of two texts compared: in both, only in the older, only in the newer. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}
