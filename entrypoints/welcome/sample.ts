import type { CardContent } from '../../components/CardFace';
import type { Fact } from '../../utils/model/fact';
import type { EntityId, FactId } from '../../utils/model/ids';

/** The day of the sample sentence: the force's first raid on land (EU NAVFOR, 15 May 2012). */
const DAY = '2012-05-15';
const SOURCE = { title: 'EU NAVFOR', url: 'https://eunavfor.eu/' };

function fact(slot: string, value: string, from: string | null, to: string | null): Fact {
  return {
    id: `${slot} ${value}` as FactId,
    entityId: 'sample' as EntityId,
    slot,
    value,
    from,
    to,
    source: SOURCE,
  };
}

const NORTHWOOD = fact('Command', 'Northwood, United Kingdom', '2008-12', '2019-03');
const ROTA = fact('Command', 'Rota, Spain', '2019-03', null);
const TASK = fact('Task', 'Protects ships of the World Food Programme', '2008-12', null);

const BLANK = {
  packName: null,
  facts: [],
  day: DAY,
  latestNote: null,
  related: [],
  runnerUp: null,
} as const;

const ATALANTA: CardContent = {
  ...BLANK,
  name: 'Operation Atalanta',
  kind: 'operation',
  summary: 'The European Union’s naval operation against piracy in the western Indian Ocean.',
  facts: [
    { slot: 'Command', asOf: [NORTHWOOD], now: [ROTA], changed: true },
    { slot: 'Task', asOf: [TASK], now: [TASK], changed: false },
  ],
  surface: 'Operation Atalanta',
  reasons: [{ type: 'strong', alias: 'Operation Atalanta' }],
};

/** A piece of the sample paragraph: plain words, or a marked name with its card. */
export type SamplePiece = string | { readonly isFirst: boolean; readonly card: CardContent };

/** The paragraph that shows what marks and cards are like. */
export const SAMPLE: readonly SamplePiece[] = [
  'Helicopters of ',
  { isFirst: true, card: ATALANTA },
  ' struck a base on the coast of ',
  {
    isFirst: true,
    card: {
      ...BLANK,
      name: 'Somalia',
      kind: 'place',
      summary: 'Country on the Horn of Africa, with the longest coast of the African mainland.',
      surface: 'Somalia',
      reasons: [{ type: 'strong', alias: 'Somalia' }],
    },
  },
  ', the ',
  {
    isFirst: true,
    card: {
      ...BLANK,
      name: 'European Union',
      kind: 'organisation',
      summary:
        'Union of European states; its foreign service runs the naval force from the member states’ ships.',
      surface: 'European Union',
      reasons: [{ type: 'strong', alias: 'European Union' }],
    },
  },
  ' said. It was the first raid on land since ',
  {
    isFirst: false,
    card: {
      ...ATALANTA,
      surface: 'Op Atalanta',
      reasons: [
        { type: 'strong', alias: 'Op Atalanta' },
        { type: 'full-name', name: 'Operation Atalanta', paragraph: 1 },
      ],
    },
  },
  ' began in 2008.',
];

/** The card that is open at first. */
export const FIRST_CARD: CardContent = ATALANTA;
