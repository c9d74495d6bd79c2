/**
 * Reads a pack's table: the plain text in which the project keeps a large pack, one entity a line and its facts below.
 * README.md in this folder tells the grammar. Pure; `build.ts` does the files.
 */

/** What is wrong in one row of a table; `row` counts from 1. */
export interface TableProblem {
  readonly row: number;
  readonly what: string;
}

/** The lines of the pack's file, or what keeps it from being written. */
export interface PackLines {
  readonly lines: readonly string[];
  readonly problems: readonly TableProblem[];
}

interface Source {
  readonly title: string;
  readonly url: string;
}

interface Fact {
  readonly slot: string;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
  readonly source: Source;
}

interface Entity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly unknown[];
  readonly summary: string;
  readonly context: readonly string[];
  readonly companions: readonly string[];
  readonly facts: Fact[];
}

interface Light {
  readonly text: string;
  readonly entity: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const STRENGTHS: Readonly<Record<string, string>> = { '~w': 'weak', '~o': 'off' };

/** The pack's lines for a table's text. `updated` is the day of the release, `YYYY-MM-DD`. */
export function packLines(table: string, updated: string): PackLines {
  const reader = new TableReader(updated);
  const rows = table.split('\n').map(trimmed);
  rows.forEach((line, index) => reader.readWord(line, index + 1));
  rows.forEach((line, index) => reader.read(line, index + 1));
  return reader.finish();
}

/** One table being read; lives as long as one call of {@link packLines}. */
class TableReader {
  readonly #updated: string;
  readonly #sources = new Map<string, Source>();
  readonly #words = new Map<string, readonly string[]>();
  readonly #entities: Entity[] = [];
  readonly #tests: { readonly text: string; readonly lights: readonly Light[] }[] = [];
  readonly #problems: TableProblem[] = [];
  #manifest: Record<string, unknown> | null = null;
  #kind = 'organisation';
  #row = 0;

  constructor(updated: string) {
    this.#updated = updated;
  }

  /** First pass: what other rows refer to, wherever it stands. */
  readWord(line: string, row: number): void {
    this.#row = row;
    const [word, rest] = firstWord(line);
    if (word === 'source') this.#readSource(rest);
    if (word === 'words') this.#readWords(rest);
  }

  /** Second pass. */
  read(line: string, row: number): void {
    this.#row = row;
    const [word, rest] = firstWord(line);
    if (word === '' || word === '#' || word === 'source' || word === 'words') return;
    if (word === 'pack') this.#readManifest(rest);
    else if (word === 'kind') this.#kind = rest;
    else if (word === '@') this.#readEntity(rest);
    else if (word === '+') this.#readDates(rest);
    else if (word === '-') this.#readFact(rest);
    else if (word === 'lit') this.#readTest(rest);
    else if (word === 'dark') this.#tests.push({ text: rest, lights: [] });
    else this.#say(`no such kind of row: ${word}`);
  }

  finish(): PackLines {
    if (this.#manifest === null) this.#say('the table has no “pack” row');
    const ids = new Set<string>();
    for (const { id } of this.#entities) {
      if (ids.has(id)) this.#problems.push({ row: 0, what: `two entities have the id ${id}` });
      ids.add(id);
    }
    const lines = [
      this.#manifest,
      ...this.#entities.map((entity) => ({ entity: withoutEmpty(entity) })),
      ...this.#tests.map((test) => ({ test })),
    ].map((line) => JSON.stringify(line));
    return { lines, problems: this.#problems };
  }

  #readManifest(rest: string): void {
    const [id, name, version, description] = cells(rest);
    this.#manifest = {
      'backgrounder-pack': 1,
      id,
      name,
      version: Number(version),
      language: 'en',
      licence: 'CC0-1.0',
      authors: ['Backgrounder contributors'],
      description,
      updated: this.#updated,
    };
  }

  #readSource(rest: string): void {
    const [key = '', title = '', url = ''] = cells(rest);
    if (!url.startsWith('https://')) this.#say(`the source ${key} has no https address`);
    if (this.#sources.has(key)) this.#say(`the source ${key} is there twice`);
    this.#sources.set(key, { title, url });
  }

  #readWords(rest: string): void {
    const [key = '', list = ''] = rest.split('=').map((part) => part.trim());
    this.#words.set(key, list.split(',').map(trimmed));
  }

  #readEntity(rest: string): void {
    const [title = '', aliases = '', summary = '', context = '', companions = ''] = cells(rest);
    const [, name = title, braces = ''] = /^(.*?)\s*\{(.*)\}$/.exec(title) ?? [];
    const [id = '', kind = ''] = braces.split(',').map(trimmed);
    if (summary === '') this.#say(`${name} has no summary`);
    const short = /^(?:United Nations|US Department|United States) /.test(name) ? [shortName(name)] : [];
    const given = partsOf(aliases, ';');
    this.#entities.push({
      id: id === '' ? slug(name) : id,
      kind: kind === '' ? this.#kind : kind,
      name,
      aliases: [...short.filter((alias) => !given.includes(alias)), ...given].map(aliasOf),
      summary,
      context: partsOf(context, ',').flatMap((word) => this.#context(word)),
      companions: partsOf(companions, ','),
      facts: [],
    });
  }

  #context(word: string): readonly string[] {
    if (!word.startsWith('$')) return [word];
    const words = this.#words.get(word.slice(1));
    if (words === undefined) this.#say(`no such list of words: ${word}`);
    return words ?? [];
  }

  #readDates(rest: string): void {
    const [dates = '', key = ''] = rest.split(/\s+/);
    const source = this.#source(key);
    const [from = '', to = ''] = dates.split('..');
    if (!dates.includes('..')) this.#addFact({ slot: 'Date', value: spoken(from), from, source });
    else this.#addFact({ slot: 'Start', value: spoken(from), from, source });
    if (to !== '') this.#addFact({ slot: 'End', value: spoken(to), from: to, source });
  }

  #readFact(rest: string): void {
    const [slot = '', value = '', dates = '', key = ''] = cells(rest);
    const [from = '', to = ''] = dates.split('..');
    const source = this.#source(key);
    this.#addFact({ slot, value, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), source });
  }

  #source(key: string): Source {
    const source = this.#sources.get(key);
    if (source === undefined) this.#say(`no such source: ${key}`);
    return source ?? { title: '', url: '' };
  }

  #addFact(fact: Fact): void {
    const entity = this.#entities.at(-1);
    if (entity === undefined) this.#say('a fact stands before the first entity');
    else entity.facts.push(fact);
  }

  #readTest(rest: string): void {
    const [text = '', expected = ''] = rest.split('=>').map(trimmed);
    const lights = partsOf(expected, ';').map((light) => {
      const [lit = '', entity = ''] = light.split('=').map(trimmed);
      return { text: lit, entity };
    });
    if (lights.length === 0) this.#say('a “lit” row names what lights up after =>');
    this.#tests.push({ text: text.replaceAll('\\n', '\n'), lights });
  }

  #say(what: string): void {
    this.#problems.push({ row: this.#row, what });
  }
}

function firstWord(line: string): readonly [string, string] {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  return [word, rest];
}

function cells(text: string): readonly string[] {
  return text.split('|').map(trimmed);
}

function partsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map(trimmed)
    .filter((part) => part !== '');
}

function trimmed(text: string): string {
  return text.trim();
}

/** “UN Mission in Liberia” for “United Nations Mission in Liberia”. */
function shortName(name: string): string {
  return name.replace(/^United Nations /, 'UN ').replace(/^United States /, 'US ');
}

/** `MOD~w!`: the alias, how much it proves (`~w` weak, `~o` off), how case counts (`!` exact, `^` fold). */
function aliasOf(text: string): unknown {
  const [, name = text, strength = '', mark = ''] = /^(.*?)(~[wo])?([!^])?$/.exec(text) ?? [];
  if (strength === '' && mark === '') return name;
  return {
    text: name,
    ...(mark === '' ? {} : { case: mark === '!' ? 'exact' : 'fold' }),
    ...(strength === '' ? {} : { strength: STRENGTHS[strength] }),
  };
}

function slug(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[’']/g, '');
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** `1969-08-14` as people say it: “14 August 1969”. */
function spoken(day: string): string {
  const [year = '', month, date] = day.split('-');
  const name = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? '');
  return [date === undefined ? '' : String(Number(date)), name, year].filter((part) => part !== '').join(' ');
}

function withoutEmpty(entity: Entity): unknown {
  return Object.fromEntries(
    Object.entries(entity).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}
