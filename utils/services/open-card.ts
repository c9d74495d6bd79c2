import { entitiesByKey } from '../db/entities';
import { factsOf } from '../db/facts';
import { notesOf } from '../db/notes';
import type { CardReason, CardView, UnknownCardView } from '../messaging/protocol';
import { factLines } from '../model/fact';
import type { DocumentId, Ticket } from '../model/ids';
import type { DecisionScope, Mention, Reason } from '../model/mention';
import { CallError } from '../model/call-error';
import type { Decision } from '../model/decision';
import { addDecision, removeDecision } from './decide';
import type { Documents, DocumentState } from './documents';
import { today, type Library } from './library';
import { relatedToEntity } from './relate-articles';
import { unknownOf } from './radar-inbox';
import { sentenceAround } from './save-article';
import type { EntityRight, Tickets, UnknownRight } from './tickets';
import { packNameOf } from './view-entity';
import { lastMet, pageInFront } from './view-sightings';

/** Related articles on a card. */
const CARD_RELATED_MAX = 2;

/** Where a mention stands, as a page asks for its card. */
export interface MentionPlace {
  readonly documentId: DocumentId;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The right to show one mention's card, as a ticket. Null when the page asks for a mention that it was not told of, or
 * whose entity is gone.
 *
 * @param site the page's host as site rules name it
 */
export async function requestCard(
  library: Library,
  documents: Documents,
  tickets: Tickets,
  tabId: number,
  place: MentionPlace,
  site: string,
): Promise<Ticket | null> {
  const state = documents.get(tabId, place.documentId);
  const mention = state?.mentions.find(
    ({ block, start, end }) => block === place.block && start === place.start && end === place.end,
  );
  if (state === null || mention === undefined) return null;
  const right =
    mention.key === null
      ? unknownRight(state, mention)
      : await entityRight(library, state, mention, mention.key, site);
  return right === null ? null : tickets.issue(right);
}

/** Exchanges a ticket for a session and what the card shows. Throws `expired` as {@link Tickets.redeem}. */
export async function redeemTicket(
  library: Library,
  tickets: Tickets,
  ticket: Ticket,
  tabId: number,
): Promise<{ session: Ticket; card: CardView | UnknownCardView }> {
  const { session, right } = await tickets.redeem(ticket, tabId);
  const card = right.type === 'entity' ? await entityCard(library, right) : await unknownCard(library, right);
  return { session, card };
}

async function entityCard(library: Library, right: EntityRight): Promise<CardView> {
  const { database } = library;
  const entity = await database.entities.get(right.entityId);
  if (entity === undefined) throw new CallError('not-found', 'the entity is gone');
  const facts = await factsOf(database, right.entityId);
  const [latestNote] = await notesOf(database, right.entityId);
  const related = await relatedToEntity(library, entity, right.card.packName, right.inFront);
  return {
    ...right.card,
    facts: factLines(facts, right.card.day, today(library)),
    latestNote: latestNote ?? null,
    related: related.slice(0, CARD_RELATED_MAX),
    lastMet: await lastMet(library, entity.id, right.inFront),
  };
}

async function unknownCard(library: Library, right: UnknownRight): Promise<UnknownCardView> {
  const known = await library.database.unknowns.get(right.unknownId);
  const others = known?.sightings.filter(({ url }) => url !== right.pageUrl) ?? [];
  return {
    ...right.card,
    articleCount: Math.max(1, known?.articleCount ?? 0),
    sightings: others.slice(0, CARD_RELATED_MAX),
  };
}

/** "Not this": the surface is not that entity, in the scope given. */
export async function rejectMention(
  library: Library,
  right: EntityRight,
  scope: DecisionScope,
): Promise<void> {
  await addDecision(library, decisionOf(right, scope));
}

/** Takes "not this" back. */
export async function undoReject(library: Library, right: EntityRight, scope: DecisionScope): Promise<void> {
  await removeDecision(library, decisionOf(right, scope));
}

/** "Use this": on this page the surface is the runner-up, whatever the evidence. Throws `not-found` without one. */
export async function chooseRunnerUp(library: Library, right: EntityRight): Promise<void> {
  await addDecision(library, choiceOf(right));
}

/** Takes "use this" back. */
export async function undoChoice(library: Library, right: EntityRight): Promise<void> {
  await removeDecision(library, choiceOf(right));
}

function decisionOf({ entityId, surface, where }: EntityRight, scope: DecisionScope): Omit<Decision, 'made'> {
  return { entityId, surface, verdict: 'not-this', scope, where: where[scope] };
}

/** For this page only: what a surface means differs from article to article. */
function choiceOf({ runnerUpId, surface, where }: EntityRight): Omit<Decision, 'made'> {
  if (runnerUpId === null) throw new CallError('not-found', 'nobody else goes by this name');
  return { entityId: runnerUpId, surface, verdict: 'always-this', scope: 'page', where: where.page };
}

function unknownRight(state: DocumentState, mention: Mention): UnknownRight | null {
  const unknown = unknownOf(mention);
  if (unknown === null) return null;
  const { id, name, trigger } = unknown;
  const text = state.blocks.get(mention.block)?.text ?? mention.surface;
  return {
    type: 'unknown',
    tabId: state.tabId,
    unknownId: id,
    pageUrl: state.page.url,
    card: {
      type: 'unknown',
      name,
      surface: mention.surface,
      trigger,
      sentence: sentenceAround(text, mention.start),
    },
  };
}

async function entityRight(
  library: Library,
  state: DocumentState,
  mention: Mention,
  key: number,
  site: string,
): Promise<EntityRight | null> {
  const [runnerUpKey] = mention.others.map((other) => other.key);
  const rows = await entitiesByKey(library.database, [
    key,
    ...(runnerUpKey === undefined ? [] : [runnerUpKey]),
  ]);
  const entity = rows.find((row) => row.key === key);
  if (entity === undefined) return null;
  const runnerUp = rows.find((row) => row.key === runnerUpKey);
  const paragraphs = new Map(
    [...state.blocks.keys()].toSorted((a, b) => a - b).map((id, index) => [id, index + 1]),
  );
  return {
    type: 'entity',
    tabId: state.tabId,
    entityId: entity.id,
    runnerUpId: runnerUp?.id ?? null,
    surface: mention.surface.toLowerCase(),
    where: { page: state.page.url, site, everywhere: '' },
    inFront: await pageInFront(library, state, entity.id),
    card: {
      type: 'entity',
      name: entity.name,
      kind: entity.kind,
      packName: await packNameOf(library, entity.pack),
      summary: entity.summary,
      day: state.page.published,
      surface: mention.surface,
      reasons: tellingReasons(mention).map((reason) => cardReason(reason, paragraphs)),
      runnerUp: runnerUp ? { name: runnerUp.name, kind: runnerUp.kind, summary: runnerUp.summary } : null,
      site,
    },
  };
}

/** A name that lights up wherever it stands needs no evidence, unless somebody else goes by it too. */
function tellingReasons({ reasons, others }: Mention): readonly Reason[] {
  const strong = reasons.filter((reason) => reason.type === 'strong');
  return strong.length > 0 && others.length === 0 ? strong : reasons;
}

function cardReason(reason: Reason, paragraphs: ReadonlyMap<number, number>): CardReason {
  if (!('block' in reason)) return reason;
  const { block, ...rest } = reason;
  return { ...rest, paragraph: paragraphs.get(block) ?? 1 };
}
