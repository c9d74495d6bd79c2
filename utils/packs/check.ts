import { compileSteps, type NameSource } from '../matcher/compile';
import { openNames, sensesOf, type Names } from '../matcher/names';
import { searchNames } from '../matcher/search';
import type { EntityProfile, Mention } from '../model/mention';
import type { HeldAlias } from '../model/pack';
import type { TextBlock } from '../model/page';
import type { ResolverDocument } from '../resolver/document';
import { expandForms } from '../resolver/forms';
import { resolve } from '../resolver/resolve';
import { toEntity } from './entities';
import type { ExpectedLight, Pack, PackEntity, PackTest } from './format';
import { heldByEntity, riskyAliases, withHeld } from './hold-back';
import { drain } from './steps';

/** Entities taken up in one step. */
const STEP_ENTITIES = 200;

/** A test sentence that did not light as it says. */
export interface TestFailure {
  /** Line of the test, from 1. */
  readonly row: number;
  readonly text: string;
  /** What must light and did not. */
  readonly missing: readonly ExpectedLight[];
  /** What lit and must not. */
  readonly extra: readonly ExpectedLight[];
}

export interface CheckReport {
  readonly testCount: number;
  /** In the order of the pack. */
  readonly failures: readonly TestFailure[];
  /** Aliases to keep dark until the reader has looked at them; see {@link withHeld}. */
  readonly held: readonly HeldAlias[];
}

/**
 * Runs a pack's own sentences through the matcher and the resolver that light up real pages, with nothing but the pack's
 * names known and the eagerness that readers start with.
 *
 * Aliases that are risky by themselves are held back first, so a sentence that needs one of them fails and says so.
 * Cost: one compilation of the pack's names (1.1 s for 150,000 names, on one core of a shared server) and about 0.3 ms a
 * sentence.
 */
export function runPackTests(pack: Pack): CheckReport {
  return drain(packTestSteps(pack));
}

/**
 * {@link runPackTests} in steps of some milliseconds, so that other work gets a turn between them.
 *
 * @yields after each step
 */
export function* packTestSteps(pack: Pack): Generator<unknown, CheckReport> {
  const risky = riskyAliases(pack);
  yield;
  const engine = yield* engineSteps(pack, risky);
  const held = new Map(risky.map((one) => [heldKey(one), one]));
  const failures: TestFailure[] = [];
  for (const test of pack.tests) {
    yield;
    const lit = lightsOf(test, pack.entities, engine);
    const missing = test.lights.filter((expected) => !lit.some((one) => isSame(one, expected)));
    const extra = lit.filter((one) => !test.lights.some((expected) => isSame(one, expected)));
    if (missing.length === 0 && extra.length === 0) continue;
    failures.push({ row: test.row, text: test.text, missing: missing.map(bare), extra: extra.map(bare) });
    for (const one of extra) {
      if (one.alias === null) continue;
      const entry = {
        row: one.row,
        entity: one.entity,
        alias: one.alias,
        reason: 'lit-wrongly' as const,
        sentence: test.text,
      };
      if (!held.has(heldKey(entry))) held.set(heldKey(entry), entry);
    }
  }
  return { testCount: pack.tests.length, failures, held: [...held.values()] };
}

/** A mention in a test sentence. */
interface Light extends ExpectedLight {
  readonly row: number;
  /** The alias that was matched, or null for a short form that only this page defined. */
  readonly alias: string | null;
}

interface Engine {
  readonly names: Names;
  readonly profiles: ReadonlyMap<number, EntityProfile>;
}

/**
 * Entities are numbered by their place in the list.
 *
 * @yields after each step
 */
function* engineSteps(pack: Pack, risky: readonly HeldAlias[]): Generator<unknown, Engine> {
  const heldBack = heldByEntity(risky);
  const sources: NameSource[] = [];
  const profiles = new Map<number, EntityProfile>();
  for (const [key, one] of pack.entities.entries()) {
    if (key % STEP_ENTITIES === 0) yield;
    const entity = toEntity(pack.manifest.id, withHeld(one, heldBack.get(one.id) ?? []));
    sources.push({ key, aliases: expandForms(entity) });
    profiles.set(key, { ...entity, key, background: '' });
  }
  const bytes = yield* compileSteps(sources);
  return { names: openNames(bytes), profiles };
}

function lightsOf(test: PackTest, entities: readonly PackEntity[], engine: Engine): Light[] {
  const blocks = test.text.split('\n').map((text, id) => ({ id, text }));
  return mentionsIn(blocks, engine).flatMap((mention) => {
    const entity = mention.key === null ? undefined : entities[mention.key];
    if (entity === undefined) return [];
    const alias = aliasAt(mention, blocks, engine.names);
    return [{ row: entity.row, text: mention.surface, entity: entity.id, alias }];
  });
}

function mentionsIn(blocks: readonly TextBlock[], { names, profiles }: Engine): Mention[] {
  const document: ResolverDocument = {
    url: 'https://pack.test/',
    title: '',
    site: '',
    language: 'en',
    published: null,
    section: '',
    profiles,
    blocks: blocks.map(({ id, text }) => ({
      id,
      text,
      candidates: searchNames(names, text).map(({ start, end, form }) => ({
        start,
        end,
        senses: sensesOf(names, form, text.slice(start, end)),
      })),
    })),
  };
  return resolve(document, { eagerness: 'balanced', decisions: [], radar: false });
}

function aliasAt(mention: Mention, blocks: readonly TextBlock[], names: Names): string | null {
  const text = blocks.find((block) => block.id === mention.block)?.text ?? '';
  const candidate = searchNames(names, text).find(
    ({ start, end }) => start === mention.start && end === mention.end,
  );
  if (candidate === undefined) return null;
  const own = sensesOf(names, candidate.form).filter((sense) => sense.key === mention.key);
  // "ISIS" and "Isis" are one form: the one as written is the one to blame.
  const written = own.find((sense) => sense.alias.text === mention.surface);
  return (written ?? own[0])?.alias.text ?? null;
}

function isSame(one: ExpectedLight, other: ExpectedLight): boolean {
  return one.text === other.text && one.entity === other.entity;
}

function bare({ text, entity }: ExpectedLight): ExpectedLight {
  return { text, entity };
}

function heldKey({ entity, alias }: Pick<HeldAlias, 'entity' | 'alias'>): string {
  return `${entity} ${alias}`;
}
