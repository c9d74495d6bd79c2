import { createRequire } from 'node:module';

/** What the packs use of the data set `world-countries`. */
export interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca2: string;
  readonly cca3: string;
  /** Three-letter codes of its neighbours. */
  readonly borders: readonly string[];
  readonly independent: boolean | null;
  readonly unMember: boolean;
  readonly capital: readonly string[];
  readonly altSpellings: readonly string[];
  readonly region: string;
  readonly subregion: string;
  readonly demonyms: { readonly eng?: { readonly f: string; readonly m: string } };
}

/** All countries and territories of the data set, by their two-letter codes. */
export function countries(): ReadonlyMap<string, Country> {
  const list = createRequire(import.meta.url)('world-countries/countries.json') as readonly Country[];
  return new Map(list.map((country) => [country.cca2, country]));
}

/** English adjectives of a country; the data set gives one or several in one text. */
export function demonymsOf({ demonyms }: Country): string[] {
  const texts = [demonyms.eng?.m ?? '', demonyms.eng?.f ?? ''].flatMap((text) => text.split(/, | or /));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** A country's name inside a sentence: "the Bahamas", "Ghana". */
export function inSentence(name: string): string {
  return /^(?:Bahamas|Gambia|Netherlands|Philippines|Maldives|Comoros|Seychelles|United|Central African|Dominican|Marshall|Solomon|Republic of|DR Congo)/.test(
    name,
  )
    ? `the ${name}`
    : name;
}
