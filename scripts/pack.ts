import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS } from '../utils/model/kind';
import { runPackTests, type CheckReport } from '../utils/packs/check';
import { diffPacks, isLargeStep } from '../utils/packs/diff';
import { writeFeed } from '../utils/packs/feed';
import type { ExpectedLight, Pack } from '../utils/packs/format';
import { problemLine } from '../utils/packs/problem';
import { readPackFile } from './lib/pack-files';
import { emptyPack, packFromCsv, packFromWikidata, type Draft } from './lib/pack-from';
import { buildRelease, feedIn, newSigningKey, signFeed } from './lib/pack-release';

const USAGE = `usage: npm run pack -- COMMAND ...

  init FILE.jsonl ID              starts a pack
  from-csv TABLE.csv FILE.jsonl ID
                                  makes a pack of a table (columns: docs/pack-authors.md)
  from-wikidata QUERY.json FILE.jsonl ID KIND
                                  makes a pack of the JSON of a Wikidata query
  check FILE.jsonl...             reads each pack as the extension does, runs its own test sentences,
                                  and prints what is wrong with the row that it stands in
  test FILE.jsonl...              the same: a pack that cannot be read cannot be tested
  diff OLD.jsonl NEW.jsonl        tells what readers of the old release will find changed in the new one
  build FILE.jsonl FOLDER [YYYY-MM-DD]
                                  writes snapshot, delta and pack.json for a static host;
                                  with a day: readers stop trusting the announcement after it
  sign FOLDER KEYFILE             signs FOLDER/pack.json; makes KEYFILE when there is none (keep it to yourself)`;

/** Entry point; answers the exit code: 0 when all is sound, 1 when something is not, 2 for a wrong command line. */
export async function main(args: readonly string[]): Promise<number> {
  const [command = '', ...rest] = args;
  const run = COMMANDS[command];
  if (run === undefined || !run.takes(rest.length)) {
    console.error(USAGE);
    return 2;
  }
  try {
    return await run.run(rest);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

interface Command {
  readonly takes: (count: number) => boolean;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check: { takes: (given) => given > 0, run: checkAll },
  test: { takes: (given) => given > 0, run: checkAll },
  diff: { takes: (given) => given === 2, run: ([before = '', after = '']) => diffFiles(before, after) },
  init: {
    takes: (given) => given === 2,
    run: async ([file = '', id = '']) => writeNew(file, { text: emptyPack(id, today()), notes: [] }),
  },
  'from-csv': {
    takes: (given) => given === 3,
    run: async ([table = '', file = '', id = '']) =>
      writeNew(file, packFromCsv(await readFile(table, 'utf8'), id, today())),
  },
  'from-wikidata': {
    takes: (given) => given === 4,
    run: async ([query = '', file = '', id = '', wanted = '']) => {
      const kind = KINDS.find((one) => one === wanted);
      if (kind === undefined) throw new Error(`the kind must be one of ${KINDS.join(', ')}`);
      return writeNew(file, packFromWikidata(await readFile(query, 'utf8'), id, kind, today()));
    },
  },
  build: { takes: (given) => given === 2 || given === 3, run: build },
  sign: { takes: (given) => given === 2, run: sign },
};

async function checkAll(files: readonly string[]): Promise<number> {
  let exitCode = 0;
  for (const file of files) {
    if (!(await checkFile(file))) exitCode = 1;
  }
  return exitCode;
}

/** Writes a pack that was made, unless there is a file already, and checks it. */
async function writeNew(file: string, { text, notes }: Draft): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} is there already; choose another name`);
  await writeFile(file, text);
  for (const note of notes) console.warn(`${file}: ${note}`);
  await checkFile(file);
  return 0;
}

async function build([file = '', folder = '', expires]: readonly string[]): Promise<number> {
  if (expires !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(expires)) throw new Error('a day is YYYY-MM-DD');
  if (!(await checkFile(file))) throw new Error('nothing was built: readers would be shown these problems');
  const pack = await readSound(file);
  if (pack === null) return 1;
  const { feed, isSame } = await buildRelease(pack, folder, expires ?? null);
  if (isSame) console.log(`${folder} holds this release already`);
  else
    console.log(
      `${folder}: version ${feed.version}, snapshot ${kib(feed.snapshot.bytes)}, ${count(feed.deltas.length, 'delta')}` +
        (feed.deltas.length > 0 ? `, the last ${kib(feed.deltas.at(-1)?.bytes ?? 0)}` : ''),
    );
  if (!isSame)
    console.log('sign it anew if your readers expect a signature: npm run pack -- sign FOLDER KEYFILE');
  return 0;
}

async function sign([folder = '', keyFile = '']: readonly string[]): Promise<number> {
  const feed = await feedIn(folder);
  if (feed === null) throw new Error(`there is no pack.json in ${folder}; build first`);
  if (!existsSync(keyFile)) {
    await writeFile(keyFile, `${await newSigningKey()}\n`, { mode: 0o600 });
    console.log(
      `${keyFile}: a new key. Whoever has it can publish in your name; without it readers must subscribe anew.`,
    );
  }
  const signed = await signFeed(feed, (await readFile(keyFile, 'utf8')).trim());
  if (feed.key !== null && feed.key !== signed.key)
    throw new Error('pack.json was signed with another key: readers would refuse this one');
  await writeFile(join(folder, 'pack.json'), writeFeed(signed));
  console.log(`${folder}/pack.json: signed with the key ${signed.key ?? ''}`);
  return 0;
}

async function checkFile(file: string): Promise<boolean> {
  const pack = await readSound(file);
  if (pack === null) return false;
  const report = runPackTests(pack);
  printReport(file, report);
  const { size } = await stat(file);
  console.log(`${file}: ${summary(pack, report)}, ${Math.ceil(size / 1024)} KiB`);
  return report.failures.length === 0 && report.held.length === 0;
}

async function diffFiles(before: string, after: string): Promise<number> {
  const [old, next] = [await readSound(before), await readSound(after)];
  if (old === null || next === null) return 1;
  if (old.manifest.id !== next.manifest.id) {
    console.error(`these are two packs, not two releases of one: ${old.manifest.id} and ${next.manifest.id}`);
    return 1;
  }
  if (next.manifest.version <= old.manifest.version)
    console.warn(`warning: version ${next.manifest.version} is not greater than ${old.manifest.version}`);
  const diff = diffPacks(old, next);
  console.log(
    [
      `entities: +${diff.entitiesAdded.length} -${diff.entitiesRemoved.length} ~${diff.entitiesChanged.length}`,
      `names: +${diff.namesAdded} -${diff.namesRemoved}`,
      `facts: +${diff.factsAdded} -${diff.factsRemoved} ~${diff.factsChanged}`,
    ].join(', '),
  );
  for (const id of diff.entitiesAdded) console.log(`  + ${id}`);
  for (const id of diff.entitiesRemoved) console.log(`  - ${id}`);
  for (const id of diff.entitiesChanged) console.log(`  ~ ${id}`);
  if (isLargeStep(diff)) console.log('readers will be asked first: more than a tenth of the pack changes');
  return 0;
}

/** The pack in a file, or null after telling what is wrong with it. */
async function readSound(file: string): Promise<Pack | null> {
  const read = await readPackFile(file);
  if (read === null) {
    console.error(`${file}: there is no such file`);
    return null;
  }
  if (!read.ok) {
    for (const problem of read.problems) console.error(`${file}: ${problemLine(problem)}`);
    console.error(`${file}: not a sound pack, ${count(read.problems.length, 'problem')}`);
    return null;
  }
  for (const warning of read.warnings) console.warn(`${file}: warning: ${problemLine(warning)}`);
  return read.pack;
}

function printReport(file: string, report: CheckReport): void {
  for (const failure of report.failures) {
    console.error(`${file}: row ${failure.row}: “${failure.text}”`);
    for (const light of failure.missing) console.error(`    must light and does not: ${lightText(light)}`);
    for (const light of failure.extra) console.error(`    lights and must not: ${lightText(light)}`);
  }
  for (const { row, alias, entity, reason } of report.held)
    console.error(
      `${file}: row ${row}: the alias “${alias}” of ${entity} would be held back: ${HOLD_WORDS[reason]}`,
    );
}

const HOLD_WORDS = {
  'common-word': 'it is an everyday word; make it weak',
  'too-short': 'it is a single character',
  'lit-wrongly': 'it lights up where a test says that it must not',
} as const;

function lightText({ text, entity }: ExpectedLight): string {
  return `“${text}” as ${entity}`;
}

function summary({ manifest, entities, tests }: Pack, { failures }: CheckReport): string {
  const names = entities.reduce((sum, entity) => sum + 1 + entity.aliases.length, 0);
  const facts = entities.reduce((sum, entity) => sum + entity.facts.length, 0);
  return [
    `${manifest.id} version ${manifest.version}`,
    count(entities.length, 'entity', 'entities'),
    count(names, 'name'),
    count(facts, 'fact'),
    `${tests.length - failures.length} of ${count(tests.length, 'test')} passed`,
  ].join(', ');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function kib(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}
