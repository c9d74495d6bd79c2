import type { EntityId } from './ids';

/** How long what was deleted can be brought back. */
export const BIN_DAYS = 30;
export const BIN_MS = BIN_DAYS * 86_400_000;

/** Something deleted, as the list of the bin shows it. */
export interface BinItem {
  readonly id: string;
  readonly what: 'entity' | 'note' | 'fact';
  /** The entity's name, the note's first words, or the fact's slot and value. */
  readonly title: string;
  /** The entity that a note or fact hangs on; null for an entity itself. */
  readonly of: string | null;
  readonly entityId: EntityId;
  /** How many notes and facts went with an entity. */
  readonly noteCount: number;
  readonly factCount: number;
  /** Milliseconds since 1970. */
  readonly deleted: number;
}
