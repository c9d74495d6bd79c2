import type { Mention } from '../model/mention';
import { findAnchors, type Anchors } from './anchors';
import { verdictsFor, type Verdicts } from './decisions';
import type { ResolverBlock, ResolverDocument, ResolverOptions } from './document';
import type { PageEvidence } from './evidence';
import { FEATURES, type SurfaceStats } from './features';
import { capitalisesNouns } from './language';
import { findPageAliases, indexPageAliases, learnAliases } from './page-aliases';
import { countWords } from './page-words';
import { findOperations } from './radar';
import { reasonsFor } from './reasons';
import { createScoreTable, scoreClaims, THRESHOLDS, type ScoredClaim, type ScoreTable } from './score';
import type { Claim, Span } from './spans';
import { selectMentions } from './select';
import { surfaceStats } from './surface-stats';
import { readSurroundings } from './surroundings';
import { hashWord, eachWord } from './word-hash';
import { HAND_WEIGHTS } from './weights';

const TABLE = createScoreTable(HAND_WEIGHTS);

/** How many runners-up a mention carries. */
const OTHERS_MAX = 3;

/** A span with its scored claims: what the mentions are chosen from. Training reads these too. */
export interface ScoredSpan {
  readonly span: Span;
  readonly stats: SurfaceStats;
  /** Best first. */
  readonly claims: readonly ScoredClaim[];
}

/**
 * Decides which candidates of a page are mentions, and of whom.
 *
 * The page is read as a whole: a weak alias in one block may earn its light by a full name in another. The result is
 * deterministic, ascending by block and start, and never overlaps.
 *
 * Cost: linear in the text and in the number of candidates, about 2 ms per 100,000 code units besides the search.
 */
export function resolve(document: ResolverDocument, options: ResolverOptions): Mention[] {
  const verdicts = verdictsFor(options.decisions, document);
  const scored = scoreSpans(document, options, TABLE);
  const found = scored.flatMap((item) => {
    const mention = decide(item, options, verdicts);
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
): ScoredSpan[] {
  const { blocks } = document;
  const nounCapitals = capitalisesNouns(
    document.language,
    blocks
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 4000),
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
    memory: options.memory,
    overlaps: new Map(),
  };
  const statsOf = surfaceStats(spans, words);
  const x = new Float64Array(FEATURES.length);
  return spans.map((span) => {
    const stats = statsOf(span);
    return { span, stats, claims: scoreClaims(table, span, evidence, stats, x) };
  });
}

function listedSpans(
  document: ResolverDocument,
  block: ResolverBlock,
  order: number,
  nounCapitals: boolean,
): Span[] {
  return block.candidates.flatMap(({ start, end, senses }) => {
    const claims = new Map<number, Claim>();
    const surface = block.text.slice(start, end);
    for (const { key, alias } of senses) {
      const profile = document.profiles.get(key);
      if (profile === undefined || alias.strength === 'off') continue;
      const known = claims.get(key);
      // One entity may list the form twice, in two cases: the one as written counts.
      if (known === undefined || alias.text === surface)
        claims.set(key, { profile, alias, origin: 'listed', source: null });
    }
    if (claims.size === 0) return [];
    const around = readSurroundings(block.text, start, end, nounCapitals);
    return [{ block, order, start, end, surface, claims: [...claims.values()], around }];
  });
}

/** Adds the spans of page aliases to the listed ones; on equal stretches the claims are joined. */
function mergeSpans(listed: readonly Span[], learned: readonly Span[]): Span[] {
  const byPlace = new Map<string, Span>();
  for (const span of listed) byPlace.set(placeOf(span), span);
  for (const span of learned) {
    const place = placeOf(span);
    const known = byPlace.get(place);
    byPlace.set(
      place,
      known === undefined ? span : { ...known, claims: joinClaims(known.claims, span.claims) },
    );
  }
  return [...byPlace.values()];
}

function placeOf(span: Span): string {
  return `${span.order}:${span.start}:${span.end}`;
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
  return new Map(
    [...anchors.values()].flatMap(([first]) =>
      first === undefined ? [] : [[first.profile.id, first.surface] as const],
    ),
  );
}

function hashesOf(text: string): Set<number> {
  const hashes = new Set<number>();
  eachWord(text, (start, end) => hashes.add(hashWord(text, start, end)));
  return hashes;
}

function decide({ span, claims }: ScoredSpan, options: ResolverOptions, verdicts: Verdicts): Mention | null {
  const judged = claims.map((scored) => ({ scored, verdict: verdicts(scored.claim.profile, span.surface) }));
  const chosen = judged.find(({ verdict }) => verdict?.verdict === 'always-this');
  const open = judged.filter(({ verdict }) => verdict?.verdict !== 'not-this').map(({ scored }) => scored);
  const base = { block: span.block.id, start: span.start, end: span.end, surface: span.surface };
  const othersThan = (best: ScoredClaim): Mention['others'] =>
    open
      .filter((scored) => scored !== best)
      .slice(0, OTHERS_MAX)
      .map((scored) => ({ key: scored.claim.profile.key, score: scored.score, reasons: reasonsFor(scored) }));

  if (chosen !== undefined && chosen.verdict !== null) {
    const { scored, verdict } = chosen;
    return {
      ...base,
      key: scored.claim.profile.key,
      score: 1,
      reasons: [{ type: 'choice', scope: verdict.scope }, ...reasonsFor(scored)],
      others: othersThan(scored),
    };
  }
  const lightable = open.filter((scored) => mayLight(scored, options));
  const best = lightable[0];
  if (best === undefined) return null;
  const score = lightable.reduce((sum, scored) => sum + scored.score, 0);
  if (score < THRESHOLDS[options.eagerness]) return null;
  return {
    ...base,
    key: best.claim.profile.key,
    score: Math.min(1, score),
    reasons: reasonsFor(best),
    others: othersThan(best),
  };
}

/** A weak alias without any evidence stays dark, however likely: only the eager setting trusts the odds alone. */
function mayLight({ claim, evidence }: ScoredClaim, options: ResolverOptions): boolean {
  if (evidence.definedOtherwise) return false;
  return claim.alias.strength === 'strong' || evidence.any || options.eagerness === 'eager';
}
