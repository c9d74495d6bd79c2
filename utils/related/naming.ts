import type { NamingLens, SpellingCount } from '../model/reading';

/** The spellings that one article of a publisher used. */
export interface UsedSpellings {
  readonly site: string;
  readonly surfaces: readonly (readonly [surface: string, count: number])[];
}

/** A lens over fewer mentions than this would mistake one article for a house style. */
const MENTIONS_MIN = 4;
/** Spellings shown on each side; the rest is counted in the total. */
const SPELLINGS_MAX = 5;

/**
 * Which of a name's spellings each publisher uses. Null while there is nothing to compare: too few mentions, or one
 * spelling only.
 *
 * @param outlet the publisher of the page in front, or null
 */
export function namingLens(articles: readonly UsedSpellings[], outlet: string | null): NamingLens | null {
  const own = new Map<string, Map<string, number>>();
  const others = new Map<string, Map<string, number>>();
  const sites = new Set<string>();
  for (const { site, surfaces } of articles) {
    const side = site === outlet ? own : others;
    if (site !== outlet) sites.add(site);
    for (const [surface, count] of surfaces) add(side, surface, count);
  }
  const ownSpellings = ranked(own);
  const otherSpellings = ranked(others);
  const total = sum(ownSpellings) + sum(otherSpellings);
  const distinct = new Set([...own.keys(), ...others.keys()]);
  if (total < MENTIONS_MIN || distinct.size < 2) return null;
  return {
    outlet:
      outlet === null || ownSpellings.length === 0
        ? null
        : { site: outlet, spellings: ownSpellings.slice(0, SPELLINGS_MAX), total: sum(ownSpellings) },
    others: {
      spellings: otherSpellings.slice(0, SPELLINGS_MAX),
      total: sum(otherSpellings),
      sites: sites.size,
    },
  };
}

/** Spellings that differ in case, spaces, or the shape of an apostrophe are one; the commonest form of it is shown. */
function add(side: Map<string, Map<string, number>>, surface: string, count: number): void {
  const text = surface.replace(/\s+/gu, ' ').trim();
  const key = text.toLowerCase().replace(/[’ʼ‘]/gu, "'");
  const forms = side.get(key) ?? new Map<string, number>();
  forms.set(text, (forms.get(text) ?? 0) + count);
  side.set(key, forms);
}

function ranked(side: ReadonlyMap<string, ReadonlyMap<string, number>>): SpellingCount[] {
  return [...side.values()]
    .map((forms) => {
      const [text = ''] = [...forms].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [];
      return { text, count: [...forms.values()].reduce((all, count) => all + count, 0) };
    })
    .toSorted((a, b) => b.count - a.count || a.text.localeCompare(b.text));
}

function sum(spellings: readonly SpellingCount[]): number {
  return spellings.reduce((all, { count }) => all + count, 0);
}
