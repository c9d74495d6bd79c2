import { knownForms, putEntity } from '../db/entities';
import { addAlias, OVERLAY_TABLES } from '../db/overlays';
import { CallError } from '../model/call-error';
import type { EntityId, UnknownId } from '../model/ids';
import type { Mention } from '../model/mention';
import type { PageInfo } from '../model/page';
import { UNKNOWN_SIGHTINGS_MAX, type Unknown, type UnknownSighting } from '../model/unknown';
import { proposeAliases } from '../resolver/propose';
import { unknownName, type UnknownName } from '../resolver/unknown-name';
import type { DocumentState } from './documents';
import { commit, type Library } from './library';
import { sentenceAround } from './save-article';

/** Rows of the inbox. */
const INBOX_MAX = 200;

/** The unknown name that a mention without an entity stands for; null for any other mention. */
export function unknownOf(mention: Mention): (UnknownName & { readonly trigger: string }) | null {
  const pattern = mention.reasons.find((reason) => reason.type === 'pattern');
  if (mention.key !== null || pattern === undefined) return null;
  const { trigger } = pattern;
  return { ...unknownName(mention.surface, trigger), trigger };
}

/** Which of the mentions' unknown names the reader wants to hear no more of. */
export async function ignoredUnknowns(
  library: Library,
  mentions: readonly Mention[],
): Promise<ReadonlySet<UnknownId>> {
  const ids = [...new Set(mentions.flatMap((mention) => unknownOf(mention)?.id ?? []))];
  if (ids.length === 0) return new Set();
  // Dexie's own `reverse`, of a query and not of an array.
  // oxlint-disable-next-line unicorn/no-array-reverse
  const rows = await library.database.unknowns.bulkGet(ids);
  return new Set(rows.flatMap((row) => (row?.ignored === true ? [row.id] : [])));
}

/** What may be kept of where unknown names are met. */
export interface InboxTrace {
  /** Whether the sentence, the title and the address may be kept; else only that the name was met once more. */
  readonly withSources: boolean;
  /** Names that were counted on this very page already: without its address nothing else tells. */
  readonly counted: ReadonlySet<UnknownId>;
}

/**
 * Counts the unknown names of a page, each once an article. Writes nothing when there is nothing new.
 *
 * @returns the names that were counted now
 */
export async function recordUnknowns(
  library: Library,
  page: PageInfo,
  state: Pick<DocumentState, 'mentions' | 'blocks'>,
  { withSources, counted }: InboxTrace,
): Promise<UnknownId[]> {
  const { database } = library;
  const firsts = new Map<UnknownId, { readonly name: string; readonly mention: Mention }>();
  for (const mention of state.mentions) {
    const unknown = unknownOf(mention);
    if (unknown !== null && !firsts.has(unknown.id)) firsts.set(unknown.id, { name: unknown.name, mention });
  }
  const isNews = (row: Unknown | undefined, id: UnknownId): boolean =>
    !counted.has(id) && (row === undefined || row.sightings.every(({ url }) => url !== page.url));
  const ids = [...firsts.keys()];
  const known = await database.unknowns.bulkGet(ids);
  const fresh = ids.filter((id, index) => isNews(known[index], id));
  if (fresh.length === 0) return [];
  await commit(
    library,
    ['unknowns'],
    async () => {
      for (const id of fresh) {
        const first = firsts.get(id);
        const before = await database.unknowns.get(id);
        if (first === undefined || !isNews(before, id)) continue;
        const sightings = before?.sightings ?? [];
        const met = library.now();
        await database.unknowns.put({
          id,
          name: before?.name ?? first.name,
          spellings: [...new Set([...(before?.spellings ?? []), first.mention.surface])],
          articleCount: (before?.articleCount ?? 0) + 1,
          sightings: withSources
            ? [sightingOf(page, first.mention, state, met), ...sightings].slice(0, UNKNOWN_SIGHTINGS_MAX)
            : sightings,
          lastMet: met,
          ignored: before?.ignored ?? false,
        });
      }
    },
    { reading: true },
  );
  return fresh;
}

function sightingOf(
  page: PageInfo,
  { block, start, surface }: Mention,
  { blocks }: Pick<DocumentState, 'blocks'>,
  met: number,
): UnknownSighting {
  const { url, title, site, published } = page;
  const text = blocks.get(block)?.text ?? surface;
  return { url, title, site, published, sentence: sentenceAround(text, start), met };
}

/**
 * The inbox: unknown names, the most recent first, without those that are ignored and those that a pack or another profile
 * has brought since.
 */
export async function listUnknowns(library: Library): Promise<Unknown[]> {
  const byTime = library.database.unknowns.orderBy('lastMet');
  // Dexie's `reverse`, of a query: no array is turned around.
  // oxlint-disable-next-line unicorn/no-array-reverse
  const rows = await byTime.reverse().limit(INBOX_MAX).toArray();
  const heard = rows.filter((row) => !row.ignored);
  const texts = heard.flatMap(({ name, spellings }) => [name, ...spellings]);
  const known = await knownForms(library.database, texts);
  return heard.filter(({ name, spellings }) => ![name, ...spellings].some((text) => known.has(text)));
}

/**
 * Hears no more of a name, or hears of it again.
 *
 * @param met the name as a card shows it, for one that was never counted (a private window); null for the inbox
 */
export async function ignoreUnknown(
  library: Library,
  id: UnknownId,
  ignored: boolean,
  met: MetUnknown | null = null,
): Promise<void> {
  const { database } = library;
  await commit(
    library,
    ['unknowns'],
    async () => {
      const known = await unknownRow(library, id, met);
      await database.unknowns.put({ ...known, ignored });
    },
    { marks: true },
  );
}

/** An unknown name as it stands on a page. */
export interface MetUnknown {
  readonly name: string;
  readonly surface: string;
}

async function unknownRow(library: Library, id: UnknownId, met: MetUnknown | null): Promise<Unknown> {
  const known = await library.database.unknowns.get(id);
  if (known !== undefined) return known;
  if (met === null) throw new CallError('not-found', 'the unknown name is gone');
  const { name, surface } = met;
  return {
    id,
    name,
    spellings: [surface],
    articleCount: 0,
    sightings: [],
    lastMet: library.now(),
    ignored: false,
  };
}

/**
 * Makes an unknown name an entity of the reader's own, with every spelling met. Resolves once it is durable.
 *
 * @param met as for {@link ignoreUnknown}
 */
export async function saveUnknown(
  library: Library,
  id: UnknownId,
  met: MetUnknown | null = null,
): Promise<EntityId> {
  const { database } = library;
  const entityId = library.newId() as EntityId;
  await commit(
    library,
    ['entities', 'unknowns'],
    async () => {
      const { name, spellings } = await unknownRow(library, id, met);
      const proposed = proposeAliases(name, 'operation');
      const others = spellings
        .filter((text) => text !== name && proposed.every((alias) => alias.text !== text))
        .map((text) => ({ text, case: 'auto', strength: 'strong' }) as const);
      await putEntity(database, {
        id: entityId,
        kind: 'operation',
        name,
        aliases: [...proposed, ...others],
        summary: '',
        companions: [],
        context: [],
        links: [],
        pack: null,
      });
      await database.unknowns.delete(id);
    },
    { names: true },
  );
  return entityId;
}

/** Makes an unknown name another name of an entity that is known. */
export async function aliasUnknown(library: Library, id: UnknownId, entityId: EntityId): Promise<void> {
  const { database } = library;
  await commit(
    library,
    [...OVERLAY_TABLES, 'unknowns'],
    async () => {
      const unknown = await unknownRow(library, id, null);
      for (const text of new Set([unknown.name, ...unknown.spellings])) {
        if (!(await addAlias(database, entityId, { text, case: 'auto', strength: 'strong' }))) {
          throw new CallError('not-found', 'the entity is gone');
        }
      }
      await database.unknowns.delete(id);
    },
    { names: true },
  );
}
