import type { ArticleId, EntityId, FactId, NoteId } from './ids';
import type { Kind } from './kind';

/** A stretch of a text with the words that made it a result. */
export interface Excerpt {
  readonly text: string;
  /** Start and end of each word to highlight, UTF-16 offsets in `text`, ascending, ends exclusive. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Something of the library in which every word of a search stands, and the place that says why. */
export type Found =
  | {
      readonly type: 'entity';
      readonly entityId: EntityId;
      readonly name: string;
      readonly kind: Kind;
      readonly summary: string;
      readonly hasNote: boolean;
      /** The other name or the sentence that matched; null when the headword did. */
      readonly reason: Excerpt | null;
    }
  | {
      readonly type: 'note';
      readonly entityId: EntityId;
      readonly noteId: NoteId;
      readonly name: string;
      readonly kind: Kind;
      readonly reason: Excerpt;
    }
  | {
      readonly type: 'fact';
      readonly entityId: EntityId;
      readonly factId: FactId;
      readonly name: string;
      readonly kind: Kind;
      readonly reason: Excerpt;
    }
  | {
      /** `article` was saved, `reading` only read. */
      readonly type: 'article' | 'reading';
      readonly articleId: ArticleId;
      readonly url: string;
      readonly site: string;
      readonly published: string | null;
      readonly reason: Excerpt;
    };

export interface FoundRows {
  /** Best first. */
  readonly rows: readonly Found[];
  /** False while the index is still being built, and only names were searched by how they begin. */
  readonly isWhole: boolean;
}
