import type { DocId } from '../../crdt/op';
import type { LibraryTable } from '../database';

/** A row of any table, nothing known of its members. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** The tables whose rows travel to other profiles. */
export type SyncedTable = Extract<
  LibraryTable,
  'entities' | 'overlays' | 'notes' | 'facts' | 'articles' | 'sightings' | 'decisions' | 'packs'
>;

/** How the rows of one table are documents of the merge. What is not named here is a field, and its last writer wins. */
export interface Mapping {
  readonly table: SyncedTable;
  /** What a document's id begins with, before a colon. Never changed: it is in everybody's folder. */
  readonly type: string;
  /** The members of the primary key, in its order. They are in the document's id and are no fields. */
  readonly key: readonly string[];
  /** Members that only make sense in this database. */
  readonly local: readonly string[];
  /** Lists whose elements come and go one by one, in no order. */
  readonly sets: readonly string[];
  /** The member that holds a text with history, or null. */
  readonly body: string | null;
  /** Members without which a row is none: a document that lacks them waits for the rest of itself. */
  readonly needs: readonly string[];
  /** Members that a row may lack: then they are taken away, since this version knows of them. Null in the document. */
  readonly optional: readonly string[];
  /** Members that every row has, with what they are when nobody ever said. */
  readonly defaults: AnyRow;
  /** Where a pack brings rows too: only those of the reader's own travel. */
  readonly hasPack: boolean;
  /** Deleted rows stay, with the time in this member, so that undo can bring them back. */
  readonly deleted: string | null;
}

const PLAIN = {
  local: [],
  sets: [],
  optional: [],
  body: null,
  defaults: {},
  hasPack: false,
  deleted: null,
} as const;

/** In the order in which a library is taken in: what others hang on comes first. */
export const MAPPINGS: readonly Mapping[] = [
  {
    ...PLAIN,
    table: 'entities',
    type: 'entity',
    key: ['id'],
    local: ['key', 'words', 'pack'],
    sets: ['aliases', 'companions', 'context', 'links'],
    needs: ['name', 'kind'],
    defaults: { summary: '', pack: null },
    hasPack: true,
  },
  {
    ...PLAIN,
    table: 'overlays',
    type: 'overlay',
    key: ['entityId'],
    sets: ['aliases'],
    optional: ['fields'],
    needs: [],
  },
  {
    ...PLAIN,
    table: 'facts',
    type: 'fact',
    key: ['id'],
    local: ['pack'],
    needs: ['entityId', 'slot', 'value'],
    defaults: { from: null, to: null, source: { title: '', url: '' }, pack: null },
    hasPack: true,
  },
  {
    ...PLAIN,
    table: 'articles',
    type: 'article',
    key: ['id'],
    needs: ['url', 'title'],
    defaults: { site: '', published: null, saved: 0 },
  },
  {
    ...PLAIN,
    table: 'sightings',
    type: 'sighting',
    key: ['articleId', 'entityId'],
    needs: ['count'],
    defaults: { sentence: '' },
  },
  {
    ...PLAIN,
    table: 'decisions',
    type: 'decision',
    key: ['entityId', 'surface', 'scope', 'where'],
    needs: ['verdict'],
    defaults: { made: 0 },
  },
  {
    ...PLAIN,
    table: 'packs',
    type: 'pack',
    key: ['id'],
    needs: ['name'],
  },
  {
    ...PLAIN,
    table: 'notes',
    type: 'note',
    key: ['id'],
    body: 'body',
    sets: ['tags', 'sources'],
    needs: ['entityId'],
    defaults: { created: 0, updated: 0 },
    deleted: 'deleted',
  },
];

const BY_TYPE = new Map(MAPPINGS.map((mapping) => [mapping.type, mapping]));
const BY_TABLE = new Map<string, Mapping>(MAPPINGS.map((mapping) => [mapping.table, mapping]));

/** Null for a table that stays in this profile. */
export function mappingOfTable(table: string): Mapping | null {
  return BY_TABLE.get(table) ?? null;
}

/** The document that a row's key stands for: one string as it is, several as a list. */
export function docIdOf(mapping: Mapping, key: unknown): DocId {
  return `${mapping.type}:${Array.isArray(key) ? JSON.stringify(key) : String(key)}` as DocId;
}

/** The row that a document stands for, or null for documents of another kind, or of a newer version. */
export function rowKeyOf(id: DocId): { readonly mapping: Mapping; readonly key: string | string[] } | null {
  const colon = id.indexOf(':');
  const mapping = BY_TYPE.get(id.slice(0, colon));
  if (mapping === undefined) return null;
  const text = id.slice(colon + 1);
  if (mapping.key.length === 1) return { mapping, key: text };
  const parts = listOf(text);
  return parts?.length === mapping.key.length ? { mapping, key: parts } : null;
}

/** The document of the entity with this id, where it is the reader's own. */
export function entityDocOf(entityId: unknown): DocId {
  return `entity:${String(entityId)}` as DocId;
}

function listOf(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
    return isList ? value : null;
  } catch {
    return null;
  }
}
