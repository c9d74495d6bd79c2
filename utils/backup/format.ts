import type { Article, Sighting } from '../model/article';
import type { Decision } from '../model/decision';
import type { Entity } from '../model/entity';
import type { Fact } from '../model/fact';
import type { FormDraft } from '../model/form-draft';
import type { NoteId, PackId } from '../model/ids';
import type { Draft, Note, NoteVersion } from '../model/note';
import type { Overlay } from '../model/overlay';
import type { Settings } from '../model/settings';
import type { Unknown } from '../model/unknown';

/** The first key of every file, which tells it from any other JSON. */
export const BACKUP_FORMAT = 'backgrounder-library';
/** Version of the file written here. A reader refuses higher ones and keeps reading all lower ones. */
export const BACKUP_VERSION = 2;
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

/** An earlier state of a note. */
export interface BackupVersion extends NoteVersion {
  readonly noteId: NoteId;
}

/** What was deleted together, as rows of the sections that they came from. */
export interface BackupBin {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly deleted: number;
  readonly title: string;
  readonly rows: Readonly<Partial<Pick<BackupSections, (typeof BINNED_SECTIONS)[number]>>>;
}

/** Sections whose rows can lie in the bin. */
export const BINNED_SECTIONS = [
  'entities',
  'notes',
  'drafts',
  'facts',
  'sightings',
  'decisions',
  'versions',
] as const;

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
  /** From version 2 on, as the two below. */
  readonly versions: readonly BackupVersion[];
  readonly bin: readonly BackupBin[];
  readonly formDrafts: readonly FormDraft[];
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
  'versions',
  'bin',
  'formDrafts',
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
