import type { Article, Sighting } from '../model/article';
import type { Decision } from '../model/decision';
import type { Entity } from '../model/entity';
import type { Fact } from '../model/fact';
import type { PackId } from '../model/ids';
import type { Draft, Note } from '../model/note';
import type { Overlay } from '../model/overlay';
import type { Settings } from '../model/settings';
import type { Unknown } from '../model/unknown';

/** The first key of every file, which tells it from any other JSON. */
export const BACKUP_FORMAT = 'backgrounder-library';
/** Version of the file written here. A reader refuses higher ones and keeps reading all lower ones. */
export const BACKUP_VERSION = 1;
/** The longest file that is read, in UTF-16 code units. */
export const BACKUP_LENGTH_MAX = 67_108_864;

/** What the reader lets be kept of what is read is asked in each profile, and no file answers it. */
export type BackupSettings = Omit<Settings, 'readingIndex'>;

/** An entity of the reader's own. */
export type BackupEntity = Omit<Entity, 'pack'>;

/** A note, deleted ones too: `deleted` is when, in milliseconds since 1970, or 0 while it lives. */
export interface BackupNote extends Note {
  readonly deleted: number;
}

/** What the reader made of an entity of a pack: names, rules for names, and corrections. */
export type BackupOverlay = Overlay;

/** The rows of each kind, in the order of the file. */
export interface BackupSections {
  readonly entities: readonly BackupEntity[];
  readonly overlays: readonly BackupOverlay[];
  readonly notes: readonly BackupNote[];
  readonly drafts: readonly Draft[];
  readonly facts: readonly Fact[];
  readonly articles: readonly Article[];
  readonly sightings: readonly Sighting[];
  readonly decisions: readonly Decision[];
  readonly unknowns: readonly Unknown[];
}

export type BackupSection = keyof BackupSections;
export const BACKUP_SECTIONS = [
  'entities',
  'overlays',
  'notes',
  'drafts',
  'facts',
  'articles',
  'sightings',
  'decisions',
  'unknowns',
] as const satisfies readonly BackupSection[];

/** What stands once in a file. */
export interface BackupHead {
  /** Milliseconds since 1970. */
  readonly exported: number;
  readonly settings: BackupSettings;
  /** Packs that were installed, without what is in them: they are installed anew. */
  readonly packs: readonly { readonly id: PackId; readonly name: string; readonly version: number }[];
}

/** A whole file, read and found sound. */
export interface Backup extends BackupHead, BackupSections {}

/** How many rows of a section are new here, are newer than here or add to what is here, or change nothing. */
export interface SectionCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
export type ImportCounts = Readonly<Record<BackupSection, SectionCounts>>;

/**
 * Why a file is not read.
 * - `not-json`: not a JSON text, or cut off.
 * - `other-format`: JSON, but no library of ours.
 * - `newer-version`: written by a newer version of the extension.
 * - `damaged`: ours, but something in it is not as it should be; `where` says what, with rows counted from 1.
 */
export interface BackupProblem {
  readonly problem: 'not-json' | 'other-format' | 'newer-version' | 'damaged';
  readonly where: string;
}
