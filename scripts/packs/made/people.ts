import { idOf, type EntityRow, type FactRow, type PackDraft } from './pack-lines';
import { grouped, parts, readLines, readTable, type Row } from './tables';
import { countries, demonymsOf, inSentence, type Country } from './world-countries';

const WORLD_DAY = '22 January 2026';
const UK_DAY = '19 June 2026';
const ARCHIVE = 'https://github.com/factbook/factbook.json';

const UK_SOURCE = {
  title: `Institute for Government, IfG Ministers Database, as of ${UK_DAY}`,
  url: 'https://www.instituteforgovernment.org.uk/ministers-database',
};

/** What newsrooms call a secretary of state. */
const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['Secretary of State for the Home Department', 'Home Secretary'],
  ['Secretary of State for Foreign and Commonwealth Affairs', 'Foreign Secretary'],
  ['Secretary of State for Foreign, Commonwealth and Development Affairs', 'Foreign Secretary'],
  ['Secretary of State for Defence', 'Defence Secretary'],
  ['Secretary of State for Justice and Lord Chancellor', 'Justice Secretary and Lord Chancellor'],
  ['Secretary of State for Health', 'Health Secretary'],
  ['Secretary of State for Health and Social Care', 'Health and Social Care Secretary'],
  ['Secretary of State for Work and Pensions', 'Work and Pensions Secretary'],
  ['Secretary of State for Education', 'Education Secretary'],
  ['Secretary of State for Transport', 'Transport Secretary'],
  ['Secretary of State for Northern Ireland', 'Northern Ireland Secretary'],
  ['Secretary of State for Scotland', 'Scotland Secretary'],
  ['Secretary of State for Wales', 'Wales Secretary'],
  ['Secretary of State for Environment, Food and Rural Affairs', 'Environment Secretary'],
]);

const UK_CONTEXT = [
  'minister',
  'ministers',
  'MP',
  'MPs',
  'Labour',
  'Conservative',
  'Conservatives',
  'Tory',
  'Cabinet',
  'Commons',
  'Downing Street',
  'Westminster',
  'Whitehall',
];

const WORLD_CONTEXT = [
  'president',
  'prime minister',
  'premier',
  'government',
  'leader',
  'election',
  'summit',
];

/** Heads of state and government, and members of British cabinets since 1997, each office with its dates. */
export function peoplePack(): PackDraft {
  const entities = [...worldLeaders(), ...britishMinisters()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    file: 'office-holders.jsonl',
    manifest: {
      id: 'office-holders',
      name: 'Heads of state and government, UK ministers',
      version: 1,
      description: `Heads of state and government of the world, with those of many countries since 2015 (as of ${WORLD_DAY}), and members of British cabinets since 1997 (as of ${UK_DAY}), each with offices and dates.`,
    },
    entities,
    tests: readLines('people/tests.jsonl'),
  };
}

function worldLeaders(): EntityRow[] {
  const byCode = countries();
  return grouped(readTable('people/world.tsv'), 'name').map(([name, rows]) => {
    const homes = [...new Set(rows.map((row) => row['country'] ?? ''))].map((code) =>
      countryOf(byCode, code),
    );
    const facts = rows.map((row) => worldFact(row, countryOf(byCode, row['country'] ?? '')));
    return {
      id: idOf(name),
      kind: 'person',
      name,
      aliases: aliasesOf(name, rows),
      summary: summaryOf(rows.map((row, index) => [row, facts[index]?.value ?? ''])),
      facts,
      context: !hasWeak(rows)
        ? []
        : [
            ...new Set([
              ...homes.flatMap((home) => [home.name.common, ...demonymsOf(home)]),
              ...rows.map((row) => (row['office'] ?? '').toLowerCase()),
              ...WORLD_CONTEXT,
            ]),
          ],
    };
  });
}

function countryOf(byCode: ReadonlyMap<string, Country>, code: string): Country {
  const country = byCode.get(code);
  if (country === undefined) throw new Error(`people/world.tsv: no country has the code "${code}"`);
  return country;
}

function worldFact(row: Row, country: Country): FactRow {
  const office = row['office'] ?? '';
  const title =
    office.startsWith('Pope') || /of the (?:Swiss|Taliban)/.test(office)
      ? office
      : `${office} of ${inSentence(country.name.common)}`;
  const remark =
    row['seen'] === 'now'
      ? ` (in office on ${WORLD_DAY})`
      : row['seen'] === 'seen'
        ? ` (still named in ${monthName(row['to'] ?? '')})`
        : '';
  return {
    slot: 'Office',
    value: `${title}${remark}`,
    ...datesOf(row, row['seen'] === 'now'),
    source: {
      title:
        row['seen'] === 'now'
          ? `CIA World Factbook as of ${WORLD_DAY} (archived copy)`
          : 'CIA World Factbook, editions of 2015 to January 2026 (archived copies)',
      url:
        row['seen'] === 'now'
          ? `${ARCHIVE}/blob/master/${row['file'] ?? ''}`
          : `${ARCHIVE}/commits/master/${row['file'] ?? ''}`,
    },
  };
}

function britishMinisters(): EntityRow[] {
  return grouped(readTable('people/uk.tsv'), 'name').map(([name, rows]) => {
    const facts = rows.map((row): FactRow => {
      const office = row['office'] ?? '';
      const title = SHORT_TITLES.get(office) ?? office;
      return {
        slot: 'Office',
        value: row['to'] === '' ? `${title} (in office on ${UK_DAY})` : title,
        ...datesOf(row, row['to'] === ''),
        source: UK_SOURCE,
      };
    });
    const last = rows.at(-1);
    const party = last?.['party'] ?? '';
    return {
      id: idOf(name),
      kind: 'person',
      name,
      aliases: aliasesOf(name, rows),
      summary: `British politician${party === '' || party === 'Non-affiliated' ? '' : ` (${party})`}; ${summaryOf(rows.map((row, index) => [row, facts[index]?.value ?? '']))}`,
      facts,
      context: hasWeak(rows) ? UK_CONTEXT : [],
    };
  });
}

function aliasesOf(name: string, rows: readonly Row[]): NonNullable<EntityRow['aliases']> {
  const weak = rows.flatMap((row) => parts(row['weak']));
  const strong = rows.flatMap((row) => parts(row['aliases']));
  return [
    ...strong,
    ...weak.map((text) => ({
      text,
      ...(text === 'To Lam' ? { case: 'exact' as const } : {}),
      strength: 'weak' as const,
    })),
  ].filter(
    (alias, index, all) =>
      alias !== name && all.findIndex((other) => textOf(other) === textOf(alias)) === index,
  );
}

function hasWeak(rows: readonly Row[]): boolean {
  return rows.some((row) => parts(row['weak']).length > 0);
}

function textOf(alias: string | { readonly text: string }): string {
  return typeof alias === 'string' ? alias : alias.text;
}

/** The latest offices in one plain sentence: "President of Ghana from 2012 to 2017; President of Ghana since 2025." */
function summaryOf(offices: readonly (readonly [Row, string])[]): string {
  const latest = offices.toSorted(([a], [b]) => ((a['from'] ?? '') < (b['from'] ?? '') ? -1 : 1)).slice(-3);
  const said = latest.map(([row, value]) => {
    const title = value.replace(/ \((?:in office|still).*/, '');
    const from = (row['from'] ?? '').slice(0, 4);
    const to = (row['to'] ?? '').slice(0, 4);
    const now = row['seen'] === 'now' || (row['seen'] === undefined && to === '');
    if (now) return value;
    if (row['seen'] === 'seen') return from === '' ? title : `${title} from ${from}`;
    return from === to ? `${title} in ${from}` : `${title} from ${from} to ${to}`;
  });
  return `${said.join('; ')}.`;
}

function datesOf(row: Row, isOpen: boolean): { from?: string; to?: string } {
  const [from, to] = [row['from'] ?? '', row['to'] ?? ''];
  return { ...(from === '' ? {} : { from }), ...(to === '' || isOpen ? {} : { to }) };
}

function monthName(month: string): string {
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return `${name} ${month.slice(0, 4)}`;
}
