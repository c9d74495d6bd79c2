import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { idOf, type EntityRow, type FactRow, type NameRow, type PackDraft } from './pack-lines';
import { parts, readLines, readTable, type Row } from './tables';
import { countries, demonymsOf, inSentence, type Country } from './world-countries';

const SOURCE = {
  title: 'Countries of the world (mledoze/countries, version 5.1.0)',
  url: 'https://github.com/mledoze/countries',
};

/**
 * Every country and territory of the data set `world-countries` with its people and its capital, but for those that the
 * starter pack has already.
 *
 * Countries' names light up wherever they stand, unless they are first names, animals or other places ("Jordan", "Turkey",
 * "Georgia"). Adjectives never do by themselves: "Chinese" is a meal and "Polish" a verb until the page names the country.
 */
export function countriesPack(): PackDraft {
  const byCode = countries();
  const byCode3 = new Map([...byCode.values()].map((country) => [country.cca3, country]));
  const renamed = new Map(readTable('countries/names.tsv').map((row) => [row['code'] ?? '', row]));
  const capitals = new Map(readTable('countries/capitals.tsv').map((row) => [row['name'] ?? '', row]));
  const taken = namesOfStarter();
  const nameOf = (country: Country): string => renamed.get(country.cca2)?.['name'] ?? country.name.common;
  const entities = [...byCode.values()].flatMap((country) => {
    const neighbours = country.borders.flatMap((code) => {
      const neighbour = byCode3.get(code);
      return neighbour === undefined ? [] : [nameOf(neighbour)];
    });
    const known = { country, name: nameOf(country), row: renamed.get(country.cca2), neighbours };
    return [countryRow(known), ...capitalRows(known, capitals)];
  });
  return {
    file: 'countries.jsonl',
    manifest: {
      id: 'countries',
      name: 'Countries, capitals and peoples',
      version: 1,
      description:
        'Every country and territory with its people and its capital. Marks several names in every paragraph of world news: for readers who want places on every page.',
    },
    entities: unique(entities.filter(({ name }) => !taken.has(name.toLowerCase()))),
    tests: readLines('countries/tests.jsonl'),
  };
}

interface Known {
  readonly country: Country;
  readonly name: string;
  /** Its row in the table of names, where it has one. */
  readonly row: Row | undefined;
  readonly neighbours: readonly string[];
}

function countryRow({ country, name, row, neighbours }: Known): EntityRow {
  const weak = parts(row?.['weak']);
  const people = demonymsOf(country);
  const strong = [...parts(row?.['aliases']), country.name.official, country.name.common].filter(
    (text) => text !== name && !weak.includes(text),
  );
  const adjectives = people.flatMap((text) => [text, ...pluralOf(text)]);
  return {
    id: idOf(name),
    kind: 'place',
    name,
    aliases: namesOf(
      [...strong, ...[...weak, ...adjectives].map((text) => ({ text, strength: 'weak' as const }))],
      weak.includes(name) ? '' : name,
    ),
    summary: summaryOf(country, name),
    facts: [
      ...country.capital.map((capital): FactRow => ({ slot: 'Capital', value: capital, source: SOURCE })),
      { slot: 'Region', value: country.subregion || country.region, source: SOURCE },
    ],
    context: [...new Set([...country.capital, ...people, ...neighbours])].filter((word) => word !== name),
  };
}

function capitalRows({ country, name }: Known, capitals: ReadonlyMap<string, Row>): EntityRow[] {
  return country.capital
    .filter((capital) => capital !== name && capitals.get(capital)?.['strength'] !== 'off')
    .map((capital) => {
      const row = capitals.get(capital);
      const isWeak = row?.['strength'] === 'weak';
      return {
        id: idOf(capital),
        kind: 'place',
        name: capital,
        aliases: namesOf(
          [...parts(row?.['aliases']), ...(isWeak ? [{ text: capital, strength: 'weak' as const }] : [])],
          isWeak ? '' : capital,
        ),
        summary: `Capital of ${inSentence(name)}.`,
        facts: [{ slot: 'Capital of', value: name, source: SOURCE }],
        context: isWeak ? [...new Set([name, ...demonymsOf(country)])] : [],
      };
    });
}

/** Each name once, and not the headword. */
function namesOf(names: readonly NameRow[], headword: string): NameRow[] {
  const seen = new Set([headword.toLowerCase()]);
  return names.filter((name) => {
    const text = (typeof name === 'string' ? name : name.text).toLowerCase();
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** "Kenyans" of "Kenyan"; peoples in -ish, -ch, -ese, -s and of two words have no plural in s. */
function pluralOf(people: string): string[] {
  return /(?:an|i|ot|ek|ene|ak|ard|in|ite)$/.test(people) && !people.includes('-') ? [`${people}s`] : [];
}

function summaryOf({ independent, unMember, subregion, region }: Country, name: string): string {
  const where = subregion || region;
  if (unMember) return `State in ${regionName(where)}.`;
  if (independent === true) return `State in ${regionName(where)}, not a member of the United Nations.`;
  if (['Taiwan', 'Kosovo', 'Palestine', 'Western Sahara'].includes(name))
    return `Country in ${regionName(where)} whose status is disputed.`;
  return `Territory in ${regionName(where)}.`;
}

function regionName(region: string): string {
  return region === 'Caribbean' ? 'the Caribbean' : region === 'Antarctic' ? 'the Antarctic' : region;
}

/** Two states can share a name of a capital; the first keeps it. */
function unique(entities: readonly EntityRow[]): EntityRow[] {
  const seen = new Set<string>();
  return entities.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Headwords of the starter pack, in lower case: what it has is not said twice. */
function namesOfStarter(): ReadonlySet<string> {
  const folder = resolve(import.meta.dirname, '../../../public/packs');
  const lines = readFileSync(resolve(folder, 'starter.jsonl'), 'utf8').split('\n');
  return new Set(
    lines
      .filter((line) => line.startsWith('{"entity"'))
      .map((line) => (JSON.parse(line) as { entity: { name: string } }).entity.name.toLowerCase()),
  );
}
