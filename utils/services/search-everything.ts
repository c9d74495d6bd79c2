import type { EntityRow as StoredEntity, LibraryDatabase } from '../db/database';
import { entitiesWithNotes } from '../db/notes';
import type { Article } from '../model/article';
import { surfaceForms } from '../model/entity';
import type { Found, FoundRows } from '../model/found';
import type { ArticleId, EntityId, FactId, NoteId } from '../model/ids';
import { excerptOf } from '../search/excerpt';
import { foldedWords } from '../search/words';
import type { Library } from './library';
import type { LibrarySearch } from './library-search';
import { searchEntities } from './view-entity';

/** Most rows of one answer. */
const ROWS_MAX = 50;
/** Candidates from which the rows are chosen: some belong to entities that are gone or say the same twice. */
const CANDIDATES = 80;

/**
 * Everything in which the words of a query stand: names, other names, notes, facts, articles; best first. While the index
 * is not built yet, names by how they begin, and the index begins to be built.
 */
export async function searchEverything(
  library: Library,
  search: LibrarySearch,
  query: string,
): Promise<FoundRows> {
  if (!search.isBuilt) {
    void search.ready().catch(() => {});
    const rows = await searchEntities(library, query);
    return { rows: rows.map((row) => ({ type: 'entity', reason: null, ...row })), isWhole: false };
  }
  const { hits, terms } = await search.search(query, CANDIDATES);
  const { database } = library;
  const ids = hits.map(({ id }) => split(id));
  const pick = (table: string): string[] => ids.flatMap((hit) => (hit.table === table ? [hit.key] : []));
  const notes = byId(await database.notes.bulkGet(pick('notes') as NoteId[]));
  const facts = byId(await database.facts.bulkGet(pick('facts') as FactId[]));
  const articles = byId(await database.articles.bulkGet(pick('articles') as ArticleId[]));
  const readings = byId(await database.readings.bulkGet(pick('readings') as ArticleId[]));
  const owners = [...notes.values(), ...facts.values()].map(({ entityId }) => entityId);
  const entityIds = [...new Set([...(pick('entities') as EntityId[]), ...owners])];
  const entities = byId(await database.entities.bulkGet(entityIds));
  const noted = await entitiesWithNotes(database, pick('entities') as EntityId[]);

  const rows = ids.flatMap(({ table, key }): Found[] => {
    if (table === 'entities') {
      const entity = entities.get(key);
      return entity === undefined ? [] : [foundEntity(entity, terms, noted.has(entity.id))];
    }
    if (table === 'notes') {
      const note = notes.get(key);
      const entity = entities.get(note?.entityId ?? '');
      if (note === undefined || entity === undefined) return [];
      const reason = excerptOf(note.body, terms);
      return [{ type: 'note', ...owner(entity), noteId: note.id, reason }];
    }
    if (table === 'facts') {
      const fact = facts.get(key);
      const entity = entities.get(fact?.entityId ?? '');
      if (fact === undefined || entity === undefined) return [];
      const reason = excerptOf(`${fact.slot}: ${fact.value}`, terms);
      return [{ type: 'fact', ...owner(entity), factId: fact.id, reason }];
    }
    // What was saved was also read: it stands there once.
    if (table === 'readings' && articles.has(key)) return [];
    const article: Omit<Article, 'saved'> | undefined =
      table === 'articles' ? articles.get(key) : readings.get(key);
    if (article === undefined) return [];
    const { id, url, site, published, title } = article;
    const type = table === 'articles' ? ('article' as const) : ('reading' as const);
    return [{ type, articleId: id, url, site, published, reason: excerptOf(title, terms) }];
  });
  return { rows: exactFirst(rows, entities, query).slice(0, ROWS_MAX), isWhole: true };
}

function owner(entity: StoredEntity): { entityId: EntityId; name: string; kind: StoredEntity['kind'] } {
  return { entityId: entity.id, name: entity.name, kind: entity.kind };
}

function foundEntity(entity: StoredEntity, terms: ReadonlySet<string>, hasNote: boolean): Found {
  const isIn = (text: string): boolean => foldedWords(text).some((word) => terms.has(word));
  const other = isIn(entity.name) ? undefined : entity.aliases.find(({ text }) => isIn(text))?.text;
  const shown = other ?? (isIn(entity.name) || !isIn(entity.summary) ? null : entity.summary);
  return {
    type: 'entity',
    ...owner(entity),
    summary: entity.summary,
    hasNote,
    reason: shown === null ? null : excerptOf(shown, terms),
  };
}

/** A name that is just what was typed stands first whatever else it is in; then one that goes by it. */
function exactFirst(
  rows: readonly Found[],
  entities: ReadonlyMap<string, StoredEntity>,
  query: string,
): Found[] {
  const typed = foldedWords(query).join(' ');
  const rank = (row: Found): number => {
    if (row.type !== 'entity') return 2;
    if (foldedWords(row.name).join(' ') === typed) return 0;
    const entity = entities.get(row.entityId);
    const forms = entity === undefined ? [] : surfaceForms(entity);
    return forms.some(({ text }) => foldedWords(text).join(' ') === typed) ? 1 : 2;
  };
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

function split(id: string): { readonly table: string; readonly key: string } {
  const colon = id.indexOf(':');
  return { table: id.slice(0, colon), key: id.slice(colon + 1) };
}

function byId<Row extends { readonly id: string }>(rows: readonly (Row | undefined)[]): Map<string, Row> {
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));
}

/** Entities that a query finds by themselves or by what is written about them, at most `limit` documents of it. */
export async function entitiesFound(
  database: LibraryDatabase,
  search: LibrarySearch,
  query: string,
  limit: number,
): Promise<Set<EntityId>> {
  const { hits } = await search.search(query, limit, (id) => !/^(?:articles|readings):/.test(id));
  const found = new Set<EntityId>();
  const notes: NoteId[] = [];
  const facts: FactId[] = [];
  for (const { id } of hits) {
    const { table, key } = split(id);
    if (table === 'entities') found.add(key as EntityId);
    else if (table === 'notes') notes.push(key as NoteId);
    else facts.push(key as FactId);
  }
  for (const row of [...(await database.notes.bulkGet(notes)), ...(await database.facts.bulkGet(facts))]) {
    if (row !== undefined) found.add(row.entityId);
  }
  return found;
}
