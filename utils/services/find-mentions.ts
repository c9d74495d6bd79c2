import { entitiesByKey } from '../db/entities';
import type { Decision } from '../model/decision';
import type { DocumentId } from '../model/ids';
import { KINDS } from '../model/kind';
import type { EntityProfile, Mention } from '../model/mention';
import type { Eagerness, PageInfo, TextBlock } from '../model/page';
import type { BlockMarks } from '../messaging/protocol';
import { MARK_FIRST, MARK_UNKNOWN } from '../model/mark-flags';
import { createSenseReader } from '../matcher/names';
import { searchNames } from '../matcher/search';
import type { ResolverBlock, ResolverCandidate } from '../resolver/document';
import { createResolverMemory, type ResolverMemory } from '../resolver/document';
import { resolve } from '../resolver/resolve';
import { decisionsFor } from './decide';
import { inTurn, type Documents, type DocumentState } from './documents';
import type { Library } from './library';
import type { NamesIndex } from './names-index';
import { ignoredUnknowns, unknownOf } from './radar-inbox';

/** A name with more mentions than this on one page keeps its first mark only (reference figure: 40). */
export const MENTIONS_PER_NAME_MAX = 40;
/** Most marks on one page. */
export const MARKS_MAX = 2_000;
/** Profiles kept between pages. */
const PROFILES_MAX = 4_000;

/** Pages whose decisions are kept. */
const DECISIONS_MAX = 200;

/** New, changed and gone blocks of one page. */
export interface PageText {
  readonly documentId: DocumentId;
  readonly page: PageInfo;
  readonly blocks: readonly TextBlock[];
  readonly gone: readonly number[];
  readonly fresh: boolean;
}

/** Turns the text of pages into mentions, and remembers them for cards and popup. */
export class MentionFinder {
  readonly #library: Library;
  readonly #index: NamesIndex;
  readonly #documents: Documents;
  readonly #eagerness: () => Promise<Eagerness>;
  readonly #siteOf: (url: string) => string | null;
  // Read once and kept until something changes: a page that grows asks many times, and storage costs more than the search.
  #profiles = new Map<number, EntityProfile>();
  #memory: ResolverMemory = createResolverMemory();
  #decisions = new Map<string, Promise<Decision[]>>();
  #bar: Promise<Eagerness> | null = null;

  constructor(
    library: Library,
    index: NamesIndex,
    documents: Documents,
    eagerness: () => Promise<Eagerness>,
    siteOf: (url: string) => string | null,
  ) {
    this.#library = library;
    this.#index = index;
    this.#documents = documents;
    this.#eagerness = eagerness;
    this.#siteOf = siteOf;
  }

  /** Forgets what it had read: something in the library or the settings changed. */
  forget(): void {
    this.#profiles = new Map();
    this.#memory = createResolverMemory();
    this.#decisions = new Map();
    this.#bar = null;
  }

  /**
   * Takes in a page's text.
   *
   * @returns every block whose marks differ from what was answered before; null when the document is not known and the
   *   text is not the whole of it
   */
  async find(tabId: number, text: PageText): Promise<BlockMarks[] | null> {
    const state = text.fresh
      ? this.#documents.open(tabId, text.documentId, text.page)
      : this.#documents.get(tabId, text.documentId);
    if (state === null) return null;
    return inTurn(state, async () => {
      state.page = text.page;
      for (const id of text.gone) {
        state.blocks.delete(id);
        state.sent.delete(id);
      }
      for (const { id, text: blockText } of text.blocks) {
        // The page forgot the marks of a block that it sends again: whatever they are now, they are news.
        if (state.blocks.has(id)) state.sent.set(id, 'sent again');
        state.blocks.set(id, { id, text: blockText, candidates: null });
      }
      await this.#resolve(state);
      return changedMarks(state, await this.#kinds(state));
    });
  }

  /** Entities that occur in a text that belongs to no page, in order of first appearance, by number. */
  async findInText(page: PageInfo, text: string): Promise<number[]> {
    const state = new ScratchDocument(page, text);
    await this.#resolve(state);
    return [...new Set(state.mentions.flatMap(({ key }) => (key === null ? [] : [key])))];
  }

  async #resolve(
    state: Pick<DocumentState, 'page' | 'blocks' | 'namesRevision' | 'mentions' | 'muted'>,
  ): Promise<void> {
    const { names, revision } = await this.#index.current();
    const stale = state.namesRevision !== revision;
    state.namesRevision = revision;
    const keys = new Set<number>();
    const sensesOf = createSenseReader(names);
    const blocks: ResolverBlock[] = [];
    // Ids ascend in document order, but a block that came late has a late id: it counts as the end of the page.
    for (const block of [...state.blocks.values()].toSorted((a, b) => a.id - b.id)) {
      const found = stale || block.candidates === null ? searchNames(names, block.text) : block.candidates;
      block.candidates = found;
      const candidates: ResolverCandidate[] = found.map(({ start, end, form }) => {
        const senses = sensesOf(form, block.text.slice(start, end));
        for (const { key } of senses) keys.add(key);
        return { start, end, senses };
      });
      blocks.push({ id: block.id, text: block.text, candidates });
    }
    await this.#loadProfiles(keys);
    const decisions = await this.#decisionsFor(state.page);
    const found = resolve(
      { ...state.page, blocks, profiles: this.#profiles },
      { eagerness: await this.#readBar(), decisions, radar: true, memory: this.#memory },
    );
    const ignored = await ignoredUnknowns(this.#library, found);
    const mentions = found.filter((mention) => {
      const unknown = unknownOf(mention);
      return unknown === null || (!ignored.has(unknown.id) && !isKnownForm(mention, state.blocks));
    });
    const counts = countByKey(mentions);
    state.muted = new Map([...counts].filter(([, count]) => count > MENTIONS_PER_NAME_MAX));
    state.mentions = mentions;
  }

  #decisionsFor({ url }: PageInfo): Promise<Decision[]> {
    let decisions = this.#decisions.get(url);
    if (decisions === undefined) {
      decisions = decisionsFor(this.#library, { url, site: this.#siteOf(url) ?? '' });
      if (this.#decisions.size >= DECISIONS_MAX) this.#decisions.clear();
      this.#decisions.set(url, decisions);
      // A failure is told to whoever waits now; the next who asks tries again.
      decisions.catch(() => this.#decisions.delete(url));
    }
    return decisions;
  }

  #readBar(): Promise<Eagerness> {
    if (this.#bar === null) {
      this.#bar = this.#eagerness();
      this.#bar.catch(() => {
        this.#bar = null;
      });
    }
    return this.#bar;
  }

  async #loadProfiles(keys: ReadonlySet<number>): Promise<void> {
    if (this.#profiles.size > PROFILES_MAX) this.forget();
    const missing = [...keys].filter((key) => !this.#profiles.has(key));
    if (missing.length === 0) return;
    const { database } = this.#library;
    const rows = await entitiesByKey(database, missing);
    const ids = rows.map((row) => row.id);
    const notes = await database.notes.where('entityId').anyOf(ids).toArray();
    const facts = await database.facts.where('entityId').anyOf(ids).toArray();
    for (const row of rows) {
      const words = [
        ...notes.filter((note) => note.entityId === row.id && note.deleted === 0).map((note) => note.body),
        ...facts.filter((fact) => fact.entityId === row.id).map((fact) => `${fact.slot} ${fact.value}`),
      ];
      this.#profiles.set(row.key, { ...row, background: words.join('\n') });
    }
  }

  async #kinds(state: DocumentState): Promise<(key: number | null) => number> {
    await this.#loadProfiles(new Set(state.mentions.flatMap(({ key }) => (key === null ? [] : [key]))));
    const operation = KINDS.indexOf('operation');
    return (key) => {
      const kind = key === null ? undefined : this.#profiles.get(key)?.kind;
      return kind === undefined ? operation : KINDS.indexOf(kind);
    };
  }
}

/** A text that belongs to no page: searched once and forgotten. */
class ScratchDocument implements Pick<
  DocumentState,
  'page' | 'blocks' | 'namesRevision' | 'mentions' | 'muted'
> {
  readonly page: PageInfo;
  readonly blocks: DocumentState['blocks'];
  namesRevision = -1;
  mentions: readonly Mention[] = [];
  muted: ReadonlyMap<number, number> = new Map();

  constructor(page: PageInfo, text: string) {
    this.page = page;
    const paragraphs = text.split(/\n+/);
    this.blocks = new Map(paragraphs.map((line, id) => [id, { id, text: line, candidates: null }]));
  }
}

/** A name that somebody saved is not unknown, even where it was not lit: it is weak here, or the reader said "not this". */
function isKnownForm({ block, start, end }: Mention, blocks: DocumentState['blocks']): boolean {
  const candidates = blocks.get(block)?.candidates ?? [];
  return candidates.some((candidate) => candidate.start <= start && candidate.end >= end);
}

function countByKey(mentions: readonly Mention[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { key } of mentions) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Marks of blocks that differ from what was sent, which they then are. */
function changedMarks(state: DocumentState, kindOf: (key: number | null) => number): BlockMarks[] {
  const marks = new Map<number, number[]>([...state.blocks.keys()].map((id) => [id, []]));
  const seen = new Set<number | string>();
  let count = 0;
  for (const { block, start, end, key, surface } of state.mentions) {
    const first = !seen.has(key ?? surface);
    seen.add(key ?? surface);
    if ((!first && key !== null && state.muted.has(key)) || count >= MARKS_MAX) continue;
    count += 1;
    marks
      .get(block)
      ?.push(start, end, kindOf(key), (first ? MARK_FIRST : 0) + (key === null ? MARK_UNKNOWN : 0));
  }
  const changed: BlockMarks[] = [];
  for (const [block, blockMarks] of marks) {
    const text = blockMarks.join();
    if ((state.sent.get(block) ?? '') === text) continue;
    state.sent.set(block, text);
    changed.push({ block, marks: blockMarks });
  }
  return changed;
}
