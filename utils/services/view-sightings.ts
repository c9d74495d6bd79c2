import { articleCounts, articleTotal, entitiesIn, metRows, type MetRow } from '../db/readings';
import { entitiesById } from '../db/entities';
import type { SightingsView } from '../messaging/reading-calls';
import type { EntityId } from '../model/ids';
import type { Mention } from '../model/mention';
import type { LastMet, MetArticle, SeenWith } from '../model/reading';
import { rarity } from '../related/idf';
import { namingLens } from '../related/naming';
import { newSentences } from '../related/new-sentences';
import { monthly } from '../related/timeline';
import type { DocumentState } from './documents';
import { today, type Library } from './library';
import { passageUrl } from './passage';
import { relatedToEntity, type PageInFront } from './relate-articles';
import { sentencesOf } from './sentences';
import { packNameOf } from './view-entity';

const DAY_MS = 86_400_000;
/** The latest articles that are read for a view; what is older counts no more. */
const ROWS_MAX = 1_000;
/** Sentences of earlier articles that new ones are compared with. */
const COMPARED_MAX = 600;
const LATEST_MAX = 5;
/** Articles whose other names are counted. */
const TOGETHER_MAX = 300;
const SEEN_WITH_MAX = 8;
/** Two names in one article is chance. */
const SEEN_WITH_MIN = 2;
const MONTHS = 12;

/** The page in front with its text, for what is new on it. */
export interface SightingPage extends PageInFront {
  /** Sentences in which the entity stands on it. */
  readonly sentences: readonly string[];
}

/** A document's page as services that relate articles want it. */
export async function pageInFront(
  library: Library,
  state: DocumentState,
  entityId: EntityId,
): Promise<SightingPage> {
  const keys = [...new Set(state.mentions.flatMap(({ key }) => (key === null ? [] : [key])))];
  const rows = await library.database.entities.where('key').anyOf(keys).toArray();
  const key = rows.find(({ id }) => id === entityId)?.key;
  const mentions = state.mentions.filter((mention: Mention) => mention.key === key);
  return {
    page: state.page,
    entityIds: rows.map(({ id }) => id),
    sentences: key === undefined ? [] : sentencesOf(mentions, state.blocks),
  };
}

/** Everything that the reader's own articles say of one name; null when the entity is gone. */
export async function viewSightings(
  library: Library,
  entityId: EntityId,
  inFront: SightingPage | null,
  isOn: boolean,
): Promise<SightingsView | null> {
  const { database } = library;
  const entity = await database.entities.get(entityId);
  if (entity === undefined) return null;
  const rows = await metRows(database, entityId, ROWS_MAX);
  const packName = await packNameOf(library, entity.pack);
  return {
    isOn,
    lastMet: lastMetIn(library, rows, inFront),
    articles: rows.length,
    mentions: rows.reduce((sum, { count }) => sum + count, 0),
    months: monthsOf(library, rows),
    latest: rows
      .filter(({ article }) => article.url !== inFront?.page.url)
      .slice(0, LATEST_MAX)
      .map(metArticleOf),
    seenWith: await seenWith(library, entityId, rows),
    naming: namingLens(
      rows.map(({ article, surfaces }) => ({ site: article.site, surfaces })),
      inFront?.page.site ?? null,
    ),
    related: await relatedToEntity(library, entity, packName, inFront),
  };
}

/** When an entity was met before the page in front; null when it was not. Reads the latest articles only. */
export async function lastMet(
  library: Library,
  entityId: EntityId,
  inFront: Pick<SightingPage, 'sentences'> & { readonly page: Pick<SightingPage['page'], 'url'> },
): Promise<LastMet | null> {
  return lastMetIn(library, await metRows(library.database, entityId, COMPARED_MAX / 2), inFront);
}

function lastMetIn(
  library: Library,
  rows: readonly MetRow[],
  inFront: (Pick<SightingPage, 'sentences'> & { readonly page: Pick<SightingPage['page'], 'url'> }) | null,
): LastMet | null {
  const before = rows.filter(({ article }) => article.url !== inFront?.page.url);
  const [last] = before;
  if (last === undefined) return null;
  const known = before.flatMap(({ sentences }) => sentences).slice(0, COMPARED_MAX);
  return {
    title: last.article.title,
    site: last.article.site,
    daysAgo: Math.max(0, Math.floor((library.now() - last.met) / DAY_MS)),
    newHere:
      inFront === null || inFront.sentences.length === 0
        ? null
        : newSentences(inFront.sentences, known).length,
  };
}

/** By the day that articles were published on, else by the day that they were met on. */
function monthsOf(library: Library, rows: readonly MetRow[]): SightingsView['months'] {
  const dated = rows.map(({ article, met, count }) => ({
    day: article.published ?? new Date(met).toISOString().slice(0, 10),
    count,
  }));
  const now = today(library);
  const latest = dated.reduce((last, { day }) => (day > last && day <= now ? day : last), '');
  // Somebody who reads old articles sees their year, not an empty one.
  const hasRecent = latest.slice(0, 7) > monthsAgo(now, MONTHS);
  return monthly(dated, (hasRecent || latest === '' ? now : latest).slice(0, 7), MONTHS);
}

function monthsAgo(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7);
}

/** Names that share articles with this one, the telling ones first: often together, and seldom without it. */
async function seenWith(library: Library, entityId: EntityId, rows: readonly MetRow[]): Promise<SeenWith[]> {
  const { database } = library;
  const ids = rows.slice(0, TOGETHER_MAX).map(({ article }) => article.id);
  const counts = new Map<EntityId, number>();
  for (const others of (await entitiesIn(database, ids)).values()) {
    for (const other of others) if (other !== entityId) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const often = [...counts]
    .filter(([, count]) => count >= SEEN_WITH_MIN)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, SEEN_WITH_MAX * 4);
  const total = await articleTotal(database);
  const everywhere = await articleCounts(
    database,
    often.map(([id]) => id),
  );
  const entities = new Map(
    (
      await entitiesById(
        database,
        often.map(([id]) => id),
      )
    ).map((entity) => [entity.id, entity]),
  );
  return often
    .flatMap(([id, articles]) => {
      const entity = entities.get(id);
      if (entity === undefined) return [];
      const weight = articles * rarity(everywhere.get(id) ?? articles, total);
      return [{ weight, row: { entityId: id, name: entity.name, kind: entity.kind, articles } }];
    })
    .toSorted((a, b) => b.weight - a.weight || b.row.articles - a.row.articles)
    .slice(0, SEEN_WITH_MAX)
    .map(({ row }) => row);
}

function metArticleOf({ article, met, count, sentences }: MetRow): MetArticle {
  const { id, title, url, site, published } = article;
  return {
    articleId: id,
    title,
    url: passageUrl(url, sentences[0] ?? '') ?? url,
    site,
    published,
    met,
    count,
  };
}
