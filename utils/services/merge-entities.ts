import type { ReadingSightingRow } from '../db/database';
import { putEntity } from '../db/entities';
import { changePackEntity } from '../db/overlays';
import type { Sighting } from '../model/article';
import { CallError } from '../model/call-error';
import type { Decision } from '../model/decision';
import { surfaceForms, type Alias, type Entity } from '../model/entity';
import type { ArticleId, EntityId } from '../model/ids';
import type { BulkDone } from '../model/library-list';
import type { Library } from './library';
import { undoableChange, type Keys } from './undo-log';

/**
 * Makes several entities one: `into` gains the others' names, notes, facts, draft, sightings and the reader's decisions
 * about them; the others are gone. One change, with an undo.
 *
 * @param others the reader's own: a pack's name stays as it is
 * @throws CallError `not-found` when one is gone, `forbidden` when one of the others is a pack's
 */
export async function mergeEntities(
  library: Library,
  into: EntityId,
  others: readonly EntityId[],
): Promise<BulkDone> {
  const { database } = library;
  const gone = [...new Set(others)].filter((id) => id !== into);
  const undoId = await undoableChange(
    library,
    'merge',
    ['packEntities'],
    () => keysOf(library, into, gone),
    async () => {
      const winner = await database.entities.get(into);
      const losers = await database.entities.bulkGet(gone);
      if (winner === undefined) throw new CallError('not-found', 'the entity is gone');
      let merged: Entity = winner;
      for (const loser of losers) {
        if (loser === undefined) throw new CallError('not-found', 'the entity is gone');
        if (loser.pack !== null) throw new CallError('forbidden', 'a pack’s name stays as it is');
        merged = union(merged, loser);
      }
      for (const id of gone) await moveAll(library, id, into);
      await database.entities.bulkDelete(gone);
      if (winner.pack === null) await putEntity(database, merged);
      else {
        const { aliases, summary } = merged;
        await changePackEntity(database, into, { aliases, summary });
      }
    },
  );
  return { count: gone.length + 1, skipped: 0, undoId };
}

/**
 * Makes one alias of an entity an entity of the reader's own, of the same kind. One change, with an undo.
 *
 * @throws CallError `not-found` when the entity or its alias is gone
 */
export async function splitAlias(
  library: Library,
  entityId: EntityId,
  text: string,
): Promise<BulkDone & { readonly entityId: EntityId }> {
  const { database } = library;
  const fresh = library.newId() as EntityId;
  const undoId = await undoableChange(
    library,
    'split',
    ['packEntities'],
    () => Promise.resolve({ entities: [entityId, fresh], overlays: [entityId] }),
    async () => {
      const row = await database.entities.get(entityId);
      const alias = row?.aliases.find((candidate) => candidate.text === text);
      if (row === undefined || alias === undefined || text === row.name) {
        throw new CallError('not-found', 'the entity or its alias is gone');
      }
      const aliases = row.aliases.filter((candidate) => candidate.text !== text);
      if (row.pack === null) await putEntity(database, { ...row, aliases });
      else await changePackEntity(database, entityId, { aliases });
      await putEntity(database, {
        id: fresh,
        kind: row.kind,
        name: text,
        // The rules of the alias stay with it.
        aliases: [alias],
        summary: '',
        companions: [],
        context: [],
        links: [],
        pack: null,
      });
    },
  );
  return { count: 1, skipped: 0, undoId, entityId: fresh };
}

/** Everything that a merge may write, before and after. */
async function keysOf({ database }: Library, into: EntityId, gone: readonly EntityId[]): Promise<Keys> {
  const keys = {
    entities: [into, ...gone],
    overlays: [into],
    drafts: [into, ...gone],
    notes: [] as unknown[],
    facts: [] as unknown[],
    sightings: [] as unknown[],
    decisions: [] as unknown[],
    readingSightings: [] as unknown[],
  };
  for (const id of gone) {
    keys.notes.push(...(await database.notes.where({ entityId: id }).primaryKeys()));
    keys.facts.push(...(await database.facts.where({ entityId: id }).primaryKeys()));
    for (const [articleId] of await database.sightings.where({ entityId: id }).primaryKeys()) {
      keys.sightings.push([articleId, id], [articleId, into]);
    }
    for (const [articleId] of await database.readingSightings.where({ entityId: id }).primaryKeys()) {
      keys.readingSightings.push([articleId, id], [articleId, into]);
    }
    for (const { surface, scope, where } of await decisionsOf(database, id)) {
      keys.decisions.push([id, surface, scope, where], [into, surface, scope, where]);
    }
  }
  return keys;
}

function decisionsOf(database: Library['database'], id: EntityId): Promise<Decision[]> {
  return database.decisions.where('[entityId+surface+scope+where]').between([id], [id, []]).toArray();
}

/** Hangs everything of one entity on another. */
async function moveAll({ database }: Library, from: EntityId, into: EntityId): Promise<void> {
  const notes = await database.notes.where({ entityId: from }).toArray();
  await database.notes.bulkPut(notes.map((note) => ({ ...note, entityId: into })));
  const facts = await database.facts.where({ entityId: from }).toArray();
  await database.facts.bulkPut(facts.map((fact) => ({ ...fact, entityId: into })));

  const draft = await database.drafts.get(from);
  if (draft !== undefined) {
    const here = await database.drafts.get(into);
    // Two drafts become one: nothing that was typed is lost.
    const body = here === undefined ? draft.body : `${here.body}\n\n${draft.body}`;
    await database.drafts.put({ ...(here ?? draft), entityId: into, body });
    await database.drafts.delete(from);
  }

  for (const decision of await decisionsOf(database, from)) {
    const { surface, scope, where } = decision;
    const known = await database.decisions.get([into, surface, scope, where]);
    if (known === undefined) await database.decisions.put({ ...decision, entityId: into });
    await database.decisions.delete([from, surface, scope, where]);
  }
  for (const sighting of await database.sightings.where({ entityId: from }).toArray()) {
    const known = await database.sightings.get([sighting.articleId, into]);
    await database.sightings.put(joined(known, { ...sighting, entityId: into }));
    await database.sightings.delete([sighting.articleId, from]);
  }
  for (const sighting of await database.readingSightings.where({ entityId: from }).toArray()) {
    const key: [ArticleId, EntityId] = [sighting.articleId, into];
    const known = await database.readingSightings.get(key);
    await database.readingSightings.put(joinedReading(known, { ...sighting, entityId: into }));
    await database.readingSightings.delete([sighting.articleId, from]);
  }
}

function joined(here: Sighting | undefined, moved: Sighting): Sighting {
  return here === undefined ? moved : { ...here, count: here.count + moved.count };
}

function joinedReading(here: ReadingSightingRow | undefined, moved: ReadingSightingRow): ReadingSightingRow {
  if (here === undefined) return moved;
  const surfaces = new Map(here.surfaces);
  for (const [surface, count] of moved.surfaces) surfaces.set(surface, (surfaces.get(surface) ?? 0) + count);
  return {
    ...here,
    count: here.count + moved.count,
    sentences: [...new Set([...here.sentences, ...moved.sentences])],
    surfaces: [...surfaces],
  };
}

/** What is here wins; names, words and links that it lacks are added, the other's headword as an alias. */
function union(here: Entity, other: Entity): Entity {
  const known = new Set(surfaceForms(here).map(({ text }) => text));
  const fresh: Alias[] = surfaceForms(other).filter(({ text }) => !known.has(text));
  const urls = new Set(here.links.map(({ url }) => url));
  return {
    ...here,
    aliases: [...here.aliases, ...fresh],
    summary: here.summary === '' ? other.summary : here.summary,
    companions: [...new Set([...here.companions, ...other.companions])].filter(
      (id) => id !== here.id && id !== other.id,
    ),
    context: [...new Set([...here.context, ...other.context])],
    links: [...here.links, ...other.links.filter(({ url }) => !urls.has(url))],
  };
}
