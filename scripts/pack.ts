import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { runPackTests, type CheckReport } from '../utils/packs/check';
import { diffPacks, isLargeStep } from '../utils/packs/diff';
import type { ExpectedLight, Pack } from '../utils/packs/format';
import { linesOf } from '../utils/packs/lines';
import { parsePack } from '../utils/packs/parse';
import { problemLine } from '../utils/packs/problem';

const USAGE = `usage: npm run pack -- check FILE.jsonl...
       npm run pack -- diff OLD.jsonl NEW.jsonl

  check   reads each pack as the extension does, runs its own test sentences,
          and prints what is wrong with the row that it stands in
  diff    tells what readers of the old release will find changed in the new one`;

/** Entry point; answers the exit code: 0 when all is sound, 1 when something is not, 2 for a wrong command line. */
export async function main(args: readonly string[]): Promise<number> {
  const [command, ...files] = args;
  const [before, after] = files;
  if (command === 'diff' && before !== undefined && after !== undefined && files.length === 2)
    return diffFiles(before, after);
  if (command !== 'check' || files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  let exitCode = 0;
  for (const file of files) {
    if (!(await checkFile(file))) exitCode = 1;
  }
  return exitCode;
}

async function checkFile(file: string): Promise<boolean> {
  const pack = await readFile(file);
  if (pack === null) return false;
  const report = runPackTests(pack);
  printReport(file, report);
  const { size } = await stat(file);
  console.log(`${file}: ${summary(pack, report)}, ${Math.ceil(size / 1024)} KiB`);
  return report.failures.length === 0 && report.held.length === 0;
}

async function diffFiles(before: string, after: string): Promise<number> {
  const [old, next] = [await readFile(before), await readFile(after)];
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
async function readFile(file: string): Promise<Pack | null> {
  const info = await stat(file).catch(() => null);
  if (info === null || !info.isFile()) {
    console.error(`${file}: there is no such file`);
    return null;
  }
  const chunks: AsyncIterable<string> = createReadStream(file, { encoding: 'utf8' });
  const read = await parsePack(linesOf(chunks));
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
