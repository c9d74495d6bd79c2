import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EntityProfile } from '../../utils/model/mention';
import { toEntity } from '../../utils/packs/entities';
import type { Pack } from '../../utils/packs/format';
import { linesOf } from '../../utils/packs/lines';
import { parsePack } from '../../utils/packs/parse';
import { engineOf, predict } from './engine';
import { readSet, setFiles, type SetDocument } from './sets';

const FOLDER = resolve(import.meta.dirname, '../../public/packs');

/** A text on which the bundled packs are tried. */
interface PackText {
  readonly corpus: string;
  readonly doc: SetDocument;
}

/** A name that lit up. */
export interface PackMark {
  readonly corpus: string;
  /** `<pack>/<local id>`. */
  readonly entity: string;
  readonly text: string;
  /** What stands around it. */
  readonly around: string;
}

/** Marks of the bundled packs on other people's texts, and how they agree with gold mentions. */
export interface PackMarksReport {
  /** Words of running text, by corpus. */
  readonly words: Readonly<Record<string, number>>;
  readonly marks: readonly PackMark[];
  /** By pack: gold mentions of an entity that the pack has under its label, and how many of them light up as that entity. */
  readonly recall: Readonly<Record<string, { readonly gold: number; readonly lit: number }>>;
  /** By pack: marks that lie on a gold mention, and how many of them are of the entity that the gold names. */
  readonly agreement: Readonly<Record<string, { readonly marks: number; readonly right: number }>>;
}

/** All bundled packs, read as the extension reads them. */
export async function bundledPackList(): Promise<Pack[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
  return Promise.all(
    files.map(async (file) => {
      const read = await parsePack(linesOf([readFileSync(resolve(FOLDER, file), 'utf8')]));
      if (!read.ok) throw new Error(`${file} is not sound`);
      return read.pack;
    }),
  );
}

/**
 * Marks the corpus with all bundled packs together, as a page would be: bodies of saved English news articles, and the
 * texts of the annotated sets.
 */
export function markWithPacks(corpus: string, packs: readonly Pack[]): PackMarksReport {
  const profiles = packs
    .flatMap((pack) => pack.entities.map((entity) => toEntity(pack.manifest.id, entity)))
    .map((entity, key): EntityProfile => ({ ...entity, key, background: '' }));
  const engine = engineOf(profiles);
  const labels = labelsOf(profiles);
  const words: Record<string, number> = {};
  const marks: PackMark[] = [];
  const recall: Record<string, { gold: number; lit: number }> = {};
  const agreement: Record<string, { marks: number; right: number }> = {};
  for (const { corpus: name, doc, labelOf } of textsOf(corpus)) {
    words[name] = (words[name] ?? 0) + (doc.text.match(/\S+/g) ?? []).length;
    const found = predict(engine, doc);
    for (const { start, end, entity } of found) {
      const around = doc.text.slice(Math.max(0, start - 70), end + 70).replaceAll(/\s+/g, ' ');
      marks.push({ corpus: name, entity, text: doc.text.slice(start, end), around });
    }
    if (labelOf === null) continue;
    for (const gold of doc.gold) {
      const label = labelOf(gold.entity);
      const wanted = label === null ? undefined : labels.get(label.toLowerCase());
      const mark = found.find(({ start, end }) => start < gold.end && end > gold.start);
      if (mark !== undefined && label !== null) {
        const tally = (agreement[packOf(mark.entity)] ??= { marks: 0, right: 0 });
        tally.marks += 1;
        if (mark.entity === wanted) tally.right += 1;
      }
      if (wanted === undefined) continue;
      const tally = (recall[packOf(wanted)] ??= { gold: 0, lit: 0 });
      tally.gold += 1;
      if (mark?.entity === wanted) tally.lit += 1;
    }
  }
  return { words, marks, recall, agreement };
}

/** The pack's half of an entity's id. */
export function packOf(entity: string): string {
  return entity.slice(0, entity.indexOf('/'));
}

/** Entities by headword and strong names, in lower case; the first that has a name keeps it. */
function labelsOf(profiles: readonly EntityProfile[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { id, name, aliases } of profiles) {
    const names = [name, ...aliases.filter(({ strength }) => strength === 'strong').map(({ text }) => text)];
    for (const text of names) if (!labels.has(text.toLowerCase())) labels.set(text.toLowerCase(), id);
  }
  return labels;
}

interface LabelledText extends PackText {
  /** The gold's name of an entity; null where the corpus has none. */
  readonly labelOf: ((entity: string) => string | null) | null;
}

function textsOf(corpus: string): LabelledText[] {
  return [...articlesOf(corpus), ...setTextsOf(corpus)];
}

/** Gold bodies of the saved news articles in English. */
function articlesOf(corpus: string): LabelledText[] {
  const index = join(corpus, 'pages/index.jsonl');
  if (!existsSync(index)) return [];
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { source: string; file: string; label: string; lang: string | null })
    .filter(({ label, lang }) => label === 'article' && (lang === null || lang.startsWith('en')))
    .flatMap(({ file }) => {
      const gold = join(corpus, 'pages', file.replace(/\.html\.gz$/, '.gold.json'));
      if (!existsSync(gold)) return [];
      const { body } = JSON.parse(readFileSync(gold, 'utf8')) as { body?: string };
      return body === undefined || !isEnglish(body)
        ? []
        : [{ corpus: 'news pages', doc: plainDocument(file, body), labelOf: null }];
    });
}

/** Texts of the English sets, each document once. */
function setTextsOf(corpus: string): LabelledText[] {
  return setFiles(corpus)
    .filter((path) => /aida-dev@half|news-fair|lgl@half|domain/.test(path))
    .flatMap((path) => {
      const set = readSet(path);
      const seen = new Set<string>();
      const labels = new Map(
        set.folds.flatMap(({ dict }) => dict.map(({ id, label }) => [id, label] as const)),
      );
      return set.folds.flatMap(({ docs }) =>
        docs.flatMap((doc) => {
          if (seen.has(doc.id)) return [];
          seen.add(doc.id);
          return [{ corpus: set.name, doc, labelOf: (id: string) => labels.get(id) ?? null }];
        }),
      );
    });
}

function plainDocument(id: string, text: string): SetDocument {
  return { id, title: '', text, spans: null, gold: [], ignore: [] };
}

function isEnglish(text: string): boolean {
  return (text.match(/\b(?:the|and|of|to|in)\b/g) ?? []).length > text.length / 120;
}

/** Prints, for each pack, marks per 1,000 words by corpus, and how marks agree with gold mentions. */
export async function printPackMarks(corpus: string): Promise<PackMarksReport> {
  const report = markWithPacks(corpus, await bundledPackList());
  const corpora = Object.keys(report.words);
  console.log(`\nAll bundled packs together, marks per 1,000 words: ${corpora.join(', ')}`);
  for (const pack of [...new Set(report.marks.map(({ entity }) => packOf(entity)))].toSorted()) {
    const own = report.marks.filter(({ entity }) => packOf(entity) === pack);
    const rates = corpora.map((name) => {
      const count = own.filter((mark) => mark.corpus === name).length;
      return ((1000 * count) / (report.words[name] ?? 1)).toFixed(2).padStart(7);
    });
    const { gold, lit } = report.recall[pack] ?? { gold: 0, lit: 0 };
    const { marks, right } = report.agreement[pack] ?? { marks: 0, right: 0 };
    console.log(`${pack.padEnd(24)}${rates.join('')}  gold lit ${lit}/${gold}  right ${right}/${marks}`);
  }
  return report;
}
