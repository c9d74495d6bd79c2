import Papa from 'papaparse';
import { entityLine, manifestLine, testLine } from '../../utils/packs/write';
import { KINDS, type Kind } from '../../utils/model/kind';
import type { PackId } from '../../utils/model/ids';
import type { PackEntity, PackManifest } from '../../utils/packs/format';

/** A pack being written: its text, and what an author must look at before it is fit to publish. */
export interface Draft {
  readonly text: string;
  readonly notes: readonly string[];
}

/** What `init` starts a pack with. */
export function emptyPack(id: string, today: string): string {
  const manifest = manifestOf(id, today);
  const entity: PackEntity = {
    row: 2,
    id: 'mv-petrel',
    kind: 'equipment',
    name: 'MV Petrel',
    aliases: [
      { text: 'Grey Petrel', case: 'auto', strength: 'strong' },
      { text: 'Petrel', case: 'auto', strength: 'weak' },
    ],
    summary: 'A ferry; replace this with what your readers should know.',
    facts: [
      {
        slot: 'In service',
        value: 'Since spring 2019',
        from: '2019',
        to: null,
        source: { title: 'Where you read it', url: 'https://example.com/ferry' },
      },
    ],
    links: [],
    companions: [],
    context: ['ferry', 'harbour'],
    wikidata: null,
  };
  return joined([
    manifestLine(manifest),
    entityLine(entity),
    testLine({ text: 'MV Petrel docked.', lights: [{ text: 'MV Petrel', entity: entity.id }] }),
    testLine({ text: 'A petrel is a bird.', lights: [] }),
  ]);
}

/**
 * A pack of a table with a header row. Columns: `name` and `kind` (required), `id`, `aliases` (separated by `|`; a `?` behind
 * one makes it weak), `summary`, `context` (separated by `|`), `wikidata`, and for one fact `slot`, `value`, `from`, `to`,
 * `source_title`, `source_url`. Rows with the same id are one entity with several facts.
 */
export function packFromCsv(csv: string, id: string, today: string): Draft {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const notes = errors.map((error) => `row ${(error.row ?? 0) + 2}: ${error.message}`);
  const entities = new Map<string, PackEntity>();
  for (const [index, given] of data.entries()) {
    const row = index + 2;
    const field = (name: string): string => (given[name] ?? '').trim();
    const kind = KINDS.find((one) => one === field('kind').toLowerCase());
    if (field('name') === '' || kind === undefined) {
      notes.push(`row ${row}: needs a name and a kind (${KINDS.join(', ')}); left out`);
      continue;
    }
    const localId = field('id') || slugOf(field('name'));
    const known = entities.get(localId) ?? blank(localId, kind, field('name'));
    const facts =
      field('slot') === '' || field('value') === ''
        ? []
        : [
            {
              slot: field('slot'),
              value: field('value'),
              from: field('from') || null,
              to: field('to') || null,
              source: { title: field('source_title') || field('source_url'), url: field('source_url') },
            },
          ];
    if (facts.length > 0 && field('source_url') === '')
      notes.push(`row ${row}: a fact without source_url is refused by the check`);
    entities.set(localId, {
      ...known,
      aliases: [
        ...known.aliases,
        ...listed(field('aliases'))
          .map((text) => aliasOf(text))
          .filter((alias) => !known.aliases.some(({ text }) => text === alias.text)),
      ],
      summary: known.summary || field('summary'),
      context: [...new Set([...known.context, ...listed(field('context'))])],
      wikidata: known.wikidata ?? (field('wikidata') || null),
      facts: [...known.facts, ...facts],
    });
  }
  return drafted(id, today, entities.values(), notes);
}

/** One value in the JSON that a Wikidata query answers with. */
interface Binding {
  readonly value: string;
}

/**
 * A pack of the JSON that query.wikidata.org gives out ("Download", "JSON" or "JSON file (verbose)"): variables `?item`,
 * `?itemLabel`, and optionally `?itemAltLabel` (separated by commas), `?itemDescription`. Every name becomes an alias.
 */
export function packFromWikidata(json: string, id: string, kind: Kind, today: string): Draft {
  const value = JSON.parse(json) as
    | { readonly results: { readonly bindings: readonly Record<string, Binding>[] } }
    | readonly Record<string, string>[];
  const rows =
    'results' in value
      ? value.results.bindings.map((binding) =>
          Object.fromEntries(Object.entries(binding).map(([name, one]) => [name, one.value])),
        )
      : value;
  const notes: string[] = [];
  const entities = new Map<string, PackEntity>();
  for (const [index, row] of rows.entries()) {
    const wikidata = /Q[1-9]\d*$/.exec(row['item'] ?? '')?.[0] ?? null;
    const name = (row['itemLabel'] ?? '').trim();
    if (wikidata === null || name === '' || /^Q\d+$/.test(name)) {
      notes.push(`result ${index + 1}: has no item or no label; left out`);
      continue;
    }
    const known = entities.get(wikidata) ?? { ...blank(slugOf(name, wikidata), kind, name), wikidata };
    const aliases = (row['itemAltLabel'] ?? '')
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '' && text !== name);
    entities.set(wikidata, {
      ...known,
      summary: known.summary || sentence(row['itemDescription'] ?? ''),
      aliases: [...new Set([...known.aliases.map(({ text }) => text), ...aliases])]
        .slice(0, 50)
        .map((text) => ({ text, case: 'auto' as const, strength: 'strong' as const })),
    });
  }
  const taken = new Set<string>();
  const unique = [...entities.values()].map((entity) => {
    const clash = taken.has(entity.id)
      ? { ...entity, id: `${entity.id}-${(entity.wikidata ?? '').toLowerCase()}` }
      : entity;
    taken.add(clash.id);
    return clash;
  });
  return drafted(id, today, unique, notes);
}

function drafted(id: string, today: string, entities: Iterable<PackEntity>, notes: readonly string[]): Draft {
  return {
    text: joined([manifestLine(manifestOf(id, today)), ...[...entities].map((entity) => entityLine(entity))]),
    notes: [...notes, 'add authors, licence and test sentences before you publish it'],
  };
}

function manifestOf(id: string, today: string): PackManifest {
  return {
    id: id as PackId,
    name: id,
    version: 1,
    language: 'en',
    licence: 'CC0-1.0',
    authors: ['Your name'],
    description: '',
    homepage: null,
    updated: today,
  };
}

function blank(id: string, kind: Kind, name: string): PackEntity {
  const empty = { aliases: [], summary: '', facts: [], links: [], companions: [], context: [] };
  return { row: 0, id, kind, name, ...empty, wikidata: null };
}

function aliasOf(text: string): PackEntity['aliases'][number] {
  return text.endsWith('?')
    ? { text: text.slice(0, -1).trim(), case: 'auto', strength: 'weak' }
    : { text, case: 'auto', strength: 'strong' };
}

function listed(text: string): string[] {
  return text
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function slugOf(name: string, fallback = 'entity'): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug === '' ? fallback.toLowerCase() : slug;
}

function sentence(text: string): string {
  const first = text.trim();
  return first === ''
    ? ''
    : `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.!?]$/.test(first) ? '' : '.'}`;
}

function joined(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
