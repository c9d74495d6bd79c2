import { compileNames } from '../../utils/matcher/compile';
import { openNames, sensesOf } from '../../utils/matcher/names';
import { searchNames } from '../../utils/matcher/search';
import type { Decision } from '../../utils/model/decision';
import type { Alias } from '../../utils/model/entity';
import type { EntityId } from '../../utils/model/ids';
import type { Kind } from '../../utils/model/kind';
import type { EntityProfile, Mention } from '../../utils/model/mention';
import type { PageInfo } from '../../utils/model/page';
import type { ResolverOptions } from '../../utils/resolver/document';
import { expandForms } from '../../utils/resolver/forms';
import { resolve } from '../../utils/resolver/resolve';

/** An entity in one line; what is left out is empty. Aliases: `strong`, `weak` and `fold` by list. */
export interface Known {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly strong?: readonly string[];
  readonly weak?: readonly string[];
  /** Strong in any case. */
  readonly fold?: readonly string[];
  readonly context?: readonly string[];
  readonly companions?: readonly string[];
  readonly summary?: string;
  readonly background?: string;
}

function list(texts: readonly string[] | undefined, rules: Omit<Alias, 'text'>): Alias[] {
  return (texts ?? []).map((text) => ({ text, ...rules }));
}

export function toProfile(known: Known, key: number): EntityProfile {
  return {
    key,
    id: known.id as EntityId,
    kind: known.kind,
    name: known.name,
    aliases: [
      ...list(known.strong, { case: 'auto', strength: 'strong' }),
      ...list(known.weak, { case: 'auto', strength: 'weak' }),
      ...list(known.fold, { case: 'fold', strength: 'strong' }),
    ],
    summary: known.summary ?? '',
    companions: (known.companions ?? []) as EntityId[],
    context: known.context ?? [],
    background: known.background ?? '',
  };
}

export interface PageOptions extends Partial<Omit<ResolverOptions, 'decisions'>>, Partial<PageInfo> {
  readonly decisions?: readonly Decision[];
}

/** Runs search and resolver on paragraphs, as the background does. */
export function resolvePage(
  entities: readonly Known[],
  paragraphs: readonly string[],
  options: PageOptions = {},
): Mention[] {
  return pageResolver(entities)(paragraphs, options);
}

/** As {@link resolvePage} for many pages: the names are compiled once. */
export function pageResolver(
  entities: readonly Known[],
): (paragraphs: readonly string[], options?: PageOptions) => Mention[] {
  const profiles = new Map(entities.map((known, key) => [key, toProfile(known, key)]));
  const sources = [...profiles.values()].map((profile) => ({
    key: profile.key,
    aliases: expandForms(profile),
  }));
  const names = openNames(compileNames(sources));
  return (paragraphs, options = {}) => {
    const blocks = paragraphs.map((text, id) => ({
      id,
      text,
      candidates: searchNames(names, text).map(({ start, end, form }) => ({
        start,
        end,
        senses: sensesOf(names, form, text.slice(start, end)),
      })),
    }));
    const { eagerness = 'balanced', decisions = [], radar = false, ...page } = options;
    return resolve({ ...INFO, ...page, blocks, profiles }, { eagerness, decisions, radar });
  };
}

const INFO: PageInfo = {
  url: 'https://news.test/a',
  title: '',
  site: '',
  language: 'en',
  published: null,
  section: '',
};

/** Mentions as `surface=id`, or `surface` alone for names that nobody saved. */
export function lit(
  entities: readonly Known[],
  paragraphs: readonly string[],
  options: PageOptions = {},
): string[] {
  return resolvePage(entities, paragraphs, options).map(({ surface, key }) =>
    key === null ? surface : `${surface}=${entities[key]?.id}`,
  );
}
