import { compileNames } from '../../utils/matcher/compile';
import { createSenseReader, openNames, type Names } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import type { EntityProfile } from '../../utils/model/mention';
import {
  createResolverMemory,
  type ResolverDocument,
  type ResolverMemory,
} from '../../utils/resolver/document';
import { expandForms } from '../../utils/resolver/forms';
import { resolve, resolveWith } from '../../utils/resolver/resolve';
import type { ScoreTable } from '../../utils/resolver/score';
import { toProfile } from './entities';
import type { Prediction } from './mention-score';
import type { DictEntry, SetDocument } from './sets';

/** The names of one dictionary, ready to be looked for: the search and the resolver that the extension runs. */
export interface Engine {
  readonly names: Names;
  readonly profiles: ReadonlyMap<number, EntityProfile>;
  readonly memory: ResolverMemory;
}

export function createEngine(dict: readonly DictEntry[]): Engine {
  return engineOf(dict.map(toProfile));
}

/** @param list entities, each numbered by its place */
export function engineOf(list: readonly EntityProfile[]): Engine {
  const profiles = new Map(list.map((profile) => [profile.key, profile]));
  const sources = [...profiles.values()].map((profile) => ({
    key: profile.key,
    aliases: expandForms(profile),
  }));
  return { names: openNames(compileNames(sources)), profiles, memory: createResolverMemory() };
}

/** A document of a set as one page; line breaks part its blocks. `starts` are the blocks' offsets in the text. */
export function toPage(engine: Engine, doc: SetDocument): { page: ResolverDocument; starts: number[] } {
  const starts: number[] = [];
  const sensesOf = createSenseReader(engine.names);
  const blocks = [...doc.text.matchAll(/[^\n]+/g)].map((match, id) => {
    starts.push(match.index);
    const text = match[0];
    const candidates = searchNames(engine.names, text).map(({ start, end, form }) => ({
      start,
      end,
      senses: sensesOf(form, text.slice(start, end)),
    }));
    return { id, text, candidates };
  });
  const page = {
    url: doc.url ?? '',
    title: doc.title,
    site: '',
    language: 'en',
    published: null,
    section: '',
    blocks,
    profiles: engine.profiles,
  };
  return { page, starts };
}

/**
 * What the extension marks in a document. Unsaved operation names are no predictions: they are no entity.
 *
 * @param table weights to try instead of the shipped ones
 */
export function predict(engine: Engine, doc: SetDocument, table: ScoreTable | null = null): Prediction[] {
  const { page, starts } = toPage(engine, doc);
  const options = { eagerness: 'balanced', decisions: [], radar: false, memory: engine.memory } as const;
  const mentions = table === null ? resolve(page, options) : resolveWith(page, options, table);
  return mentions.flatMap(({ block, start, end, key }) => {
    const profile = key === null ? undefined : engine.profiles.get(key);
    const offset = starts[block] ?? 0;
    return profile === undefined ? [] : [{ start: offset + start, end: offset + end, entity: profile.id }];
  });
}
