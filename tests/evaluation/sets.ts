import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One entity of a set's dictionary. */
export interface DictEntry {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly notes: string;
  /** How often each name meant this entity in the part of the corpus that the dictionary comes from. */
  readonly freq: Readonly<Record<string, number>>;
}

/** A gold mention; UTF-16 offsets, end exclusive. `entity` may be none of the dictionary's. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly surface: string;
}

export interface SetDocument {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly text: string;
  /** Annotated stretches; null when all of the text is. */
  readonly spans: readonly (readonly [number, number])[] | null;
  readonly gold: readonly GoldMention[];
  /** Stretches in which a prediction is neither right nor wrong. */
  readonly ignore: readonly (readonly [number, number])[];
}

export interface Fold {
  readonly dict: readonly DictEntry[];
  readonly docs: readonly SetDocument[];
}

export interface MentionSet {
  readonly name: string;
  readonly protocol?: string;
  readonly folds: readonly Fold[];
}

/** Names of the set files of a corpus folder, sorted; empty when there are none. */
export function setFiles(corpus: string): string[] {
  const folder = join(corpus, 'sets');
  if (!existsSync(folder)) return [];
  const flat = readdirSync(folder, { withFileTypes: true });
  return flat
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map((name) => join(folder, entry.name, name))
        : [join(folder, entry.name)],
    )
    .filter((path) => /\.json(\.gz)?$/.test(path))
    .toSorted();
}

export function readSet(path: string): MentionSet {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return JSON.parse(text) as MentionSet;
}
