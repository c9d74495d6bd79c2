import type { EntityId } from '../model/ids';
import type { Mention, Sense } from '../model/mention';
import { findAnchors, type Anchors } from './anchors';
import { createDecider, type ScoredSpan } from './decide';
import { verdictsFor } from './decisions';
import type { ResolverBlock, ResolverDocument, ResolverOptions } from './document';
import type { PageEvidence } from './evidence';
import { findOverlaps, type Overlaps } from './overlaps';
import { FEATURES } from './features';
import { capitalisesNouns } from './language';
import { findPageAliases, indexPageAliases, learnAliases } from './page-aliases';
import { countWords } from './page-words';
import { findOperations } from './radar';
import { createScoreTable, scoreClaims, type ScoreTable } from './score';
import type { Claim, Span } from './spans';
import { selectMentions } from './select';
import { sportShare } from './sport';
import { surfaceStats } from './surface-stats';
import { readSurroundings } from './surroundings';
import { eachWord } from './word-hash';
import { TRAINED_WEIGHTS } from './trained-weights';

const TABLE = createScoreTable(TRAINED_WEIGHTS);

/** A page's scored spans, and the words that their reasons name. */
export interface ScoredPage {
  readonly scored: readonly ScoredSpan[];
  readonly overlaps: Overlaps;
}

/**
 * Decides which candidates of a page are mentions, and of whom.
 *
 * The page is read as a whole: a weak alias in one block may earn its light by a full name in another. The result is
 * deterministic, ascending by block and start, and never overlaps.
 *
 * Cost: linear in the text and in the number of candidates; figures are in `tests/evaluation/RESULTS.md`.
 */
export function resolve(document: ResolverDocument, options: ResolverOptions): Mention[] {
  return resolveWith(document, options, TABLE);
}

/** As {@link resolve}, under another table of weights: for comparing tables. */
export function resolveWith(
  document: ResolverDocument,
  options: ResolverOptions,
  table: ScoreTable,
): Mention[] {
  const verdicts = verdictsFor(options.decisions, document);
  const { scored, overlaps } = scoreSpans(document, options, table);
  const decide = createDecider(options.eagerness, verdicts, overlaps);
  const found = scored.flatMap((item) => {
    const mention = decide(item);
    return mention === null ? [] : [{ order: item.span.order, mention }];
  });
  const operations = document.blocks.flatMap((block, order) =>
    findOperations(block.text).map((operation) => ({ order, block, operation })),
  );
  return selectMentions(found, operations, options.radar);
}

/** Everything before the decision: spans, evidence and scores under a table of weights. */
export function scoreSpans(
  document: ResolverDocument,
  options: Pick<ResolverOptions, 'memory'>,
  table: ScoreTable,
): ScoredPage {
  const { blocks } = document;
  const nounCapitals = capitalisesNouns(
    document.language,
    blocks.map(({ text }) => text),
  );
  const listed = blocks.flatMap((block, order) => listedSpans(document, block, order, nounCapitals));
  const anchors = findAnchors(listed);
  const learned = learnAliases(blocks, listed, anchors);
  const index = indexPageAliases(learned.aliases);
  const spans =
    index.size === 0
      ? listed
      : mergeSpans(
          listed,
          blocks.flatMap((block, order) =>
            findPageAliases(index, block.text).map((hit) => ({
              block,
              order,
              start: hit.start,
              end: hit.end,
              surface: block.text.slice(hit.start, hit.end),
              claims: hit.claims,
              around: readSurroundings(block.text, hit.start, hit.end, nounCapitals),
            })),
          ),
        );
  const words = countWords(blocks);
  const evidence: PageEvidence = {
    words,
    anchors,
    present: presentEntities(anchors),
    foreign: learned.foreign,
    sectionWords: hashesOf(`${document.section} ${document.site}`),
    section: document.section === '' ? document.site : document.section,
    overlaps: findOverlaps(spans, words, options.memory),
    weighed: new Map(),
    sport: sportShare(words),
  };
  const statsOf = surfaceStats(spans, words);
  const x = new Float64Array(FEATURES.length);
  const scored: ScoredSpan[] = [];
  spans.forEach((span, place) => {
    const stats = statsOf(place);
    if (stats !== null) scored.push({ span, stats, claims: scoreClaims(table, span, evidence, stats, x) });
  });
  return { scored, overlaps: evidence.overlaps };
}

function listedSpans(
  document: ResolverDocument,
  block: ResolverBlock,
  order: number,
  nounCapitals: boolean,
): Span[] {
  return block.candidates.flatMap(({ start: candidateStart, end: found, senses }) => {
    // "The Netherlands" is a name; in "to the Netherlands" the article is the sentence's.
    const start = candidateStart + (block.text.startsWith('the ', candidateStart) ? 4 : 0);
    const surface = block.text.slice(start, found);
    const claims = claimsOf(senses, surface, document.profiles);
    if (claims.length === 0) return [];
    const isBody = claims.some(({ profile }) => profile.kind === 'organisation');
    const end = isBody ? companyEnd(block.text, found) : found;
    const read = readSurroundings(block.text, start, end, nounCapitals);
    // What follows "Inc" is a ticker or the sentence, never more of the name.
    const around =
      end === found ? read : { ...read, capitalAfter: false, headAfter: false, runHeadAfter: false };
    const whole = end === found ? surface : block.text.slice(start, end);
    return [{ block, order, start, end, surface: whole, claims, around }];
  });
}

/** One claim an entity. One that lists the form twice, in two cases, claims it as written. */
function claimsOf(
  senses: readonly Sense[],
  surface: string,
  profiles: ResolverDocument['profiles'],
): Claim[] {
  const claims: Claim[] = [];
  for (const { key, alias } of senses) {
    const profile = profiles.get(key);
    if (profile === undefined || alias.strength === 'off') continue;
    const claim: Claim = { profile, alias, origin: 'listed', source: null };
    const known = claims.findIndex((other) => other.profile.key === key);
    if (known < 0) claims.push(claim);
    else if (alias.text === surface) claims[known] = claim;
  }
  return claims;
}

/** "Avnet Inc" is Avnet: a company's legal form right after its name belongs to the mention. */
function companyEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== 32) return end;
  const match = /^ (?:Inc|Corp|Ltd|PLC|plc|Co|NV|SA|AG|GmbH|LLC)(?![\p{L}\p{N}&])/u.exec(
    text.slice(end, end + 7),
  );
  return match === null ? end : end + match[0].length;
}

/**
 * Adds the spans of page aliases to the listed ones; on equal stretches the claims are joined. A page alias inside a
 * longer listed name is a part of it ("Wallace" in "Ben Wallace") and is left out.
 */
function mergeSpans(listed: readonly Span[], learned: readonly Span[]): Span[] {
  const byPlace = new Map<number, Span>();
  for (const span of listed) byPlace.set(placeOf(span), span);
  // Both are ascending by block and start, and listed spans do not overlap: one pass over both.
  let at = 0;
  for (const span of learned) {
    while (at < listed.length && endsBefore(listed[at], span)) at += 1;
    const around = listed[at];
    const isPart =
      around !== undefined &&
      around.order === span.order &&
      around.start <= span.start &&
      around.end >= span.end &&
      around.surface.length > span.surface.length;
    if (isPart) continue;
    const place = placeOf(span);
    const known = byPlace.get(place);
    byPlace.set(
      place,
      known === undefined ? span : { ...known, claims: joinClaims(known.claims, span.claims) },
    );
  }
  return [...byPlace.values()];
}

function endsBefore(span: Span | undefined, other: Span): boolean {
  return (
    span !== undefined &&
    (span.order < other.order || (span.order === other.order && span.end <= other.start))
  );
}

/** One number for a stretch: blocks and texts are far smaller than the room left for them. */
function placeOf(span: Span): number {
  return (span.order * 4_194_304 + span.start) * 512 + Math.min(511, span.end - span.start);
}

/** A form that is listed and also derived counts as derived where that is the stronger ground: weak, or a definition. */
function joinClaims(listed: readonly Claim[], learned: readonly Claim[]): Claim[] {
  const byKey = new Map(listed.map((claim) => [claim.profile.key, claim]));
  for (const claim of learned) {
    const known = byKey.get(claim.profile.key);
    if (known === undefined || claim.origin === 'acronym') byKey.set(claim.profile.key, claim);
  }
  return [...byKey.values()];
}

function presentEntities(anchors: Anchors): PageEvidence['present'] {
  const present = new Map<EntityId, string>();
  for (const [first] of anchors.values())
    if (first !== undefined) present.set(first.profile.id, first.surface);
  return present;
}

function hashesOf(text: string): Set<number> {
  const hashes = new Set<number>();
  eachWord(text, (hash) => hashes.add(hash));
  return hashes;
}
