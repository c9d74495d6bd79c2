import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePage, type Known } from './page';

/** What a starter pack for such an article holds: weak where the alias could mean something else. */
const PACK: readonly Known[] = [
  {
    id: 'islamic-state',
    kind: 'group',
    name: 'Islamic State',
    strong: ['ISIS', 'ISIL', 'Daesh', 'Islamic State of Iraq and the Levant'],
    weak: ['IS'],
    context: ['Iraq', 'Syria', 'caliphate', 'jihadist', 'extremist'],
  },
  { id: 'united-kingdom', kind: 'place', name: 'United Kingdom', strong: ['UK', 'Britain'] },
  { id: 'united-states', kind: 'place', name: 'United States', strong: ['US', 'USA', 'America'] },
  { id: 'covid-19', kind: 'event', name: 'COVID-19', strong: ['COVID', 'Covid'], fold: ['coronavirus'] },
  { id: 'middle-east', kind: 'place', name: 'Middle East' },
  { id: 'uk-government', kind: 'organisation', name: 'UK Government', strong: ['British Government'] },
  { id: 'iraq', kind: 'place', name: 'Iraq' },
  { id: 'syria', kind: 'place', name: 'Syria' },
  { id: 'iran', kind: 'place', name: 'Iran' },
  { id: 'austria', kind: 'place', name: 'Austria' },
  { id: 'france', kind: 'place', name: 'France' },
  { id: 'europe', kind: 'place', name: 'Europe' },
  { id: 'africa', kind: 'place', name: 'Africa' },
  { id: 'afghanistan', kind: 'place', name: 'Afghanistan' },
  {
    id: 'operation-shader',
    kind: 'operation',
    name: 'Operation Shader',
    strong: ['Op Shader'],
    weak: ['Shader'],
  },
  { id: 'ben-wallace', kind: 'person', name: 'Ben Wallace', weak: ['Mr Wallace', 'Wallace'] },
  { id: 'forces-news', kind: 'organisation', name: 'Forces News' },
  { id: 'defence-intelligence', kind: 'organisation', name: 'Defence Intelligence', weak: ['DI'] },
  {
    id: 'eurofighter-typhoon',
    kind: 'equipment',
    name: 'Eurofighter Typhoon',
    weak: ['Typhoon'],
    context: ['RAF', 'jet', 'fighter', 'squadron'],
    companions: ['operation-shader'],
  },
  {
    id: 'ministry-of-defence-uk',
    kind: 'organisation',
    name: 'Ministry of Defence',
    weak: ['MOD', 'MoD'],
    context: ['UK', 'Defence Secretary', 'RAF'],
  },
  { id: 'shia-militia-groups', kind: 'group', name: 'Shia Militia Groups' },
  { id: 'al-qaeda', kind: 'group', name: 'al-Qaeda', strong: ['al-Qaida'] },
  { id: 'ak-47', kind: 'equipment', name: 'AK-47', strong: ['AK47'] },
  {
    id: 'pa-media',
    kind: 'organisation',
    name: 'PA Media',
    weak: ['PA'],
    context: ['Picture', 'Press Association'],
  },
];

interface GoldBlock {
  readonly block: number;
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly entity: string }[];
}

const SEED = join(import.meta.dirname, '../../../shared/seed/gold.json');

describe('the sample article', () => {
  test('has exactly the mentions that a reader expects', () => {
    if (!existsSync(SEED)) {
      console.warn(`SKIPPED: no sample article at ${SEED}`);
      return;
    }
    const gold = JSON.parse(readFileSync(SEED, 'utf8')) as GoldBlock[];
    const mentions = resolvePage(
      PACK,
      gold.map(({ text }) => text),
    );
    const found = mentions.map(
      ({ block, surface, start, key }) => `${block}:${start} ${surface} ${PACK[key ?? -1]?.id}`,
    );
    const expected = gold.flatMap(({ block, text, mentions: list }) =>
      list.map(({ start, end, entity }) => `${block}:${start} ${text.slice(start, end)} ${entity}`),
    );
    expect(found).toEqual(expected);
  });
});
