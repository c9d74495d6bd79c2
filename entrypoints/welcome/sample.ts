import type { CardContent } from '../../components/CardFace';
import type { Fact } from '../../utils/model/fact';
import type { EntityId, FactId } from '../../utils/model/ids';

/** The day that the sample paragraph is written on; its facts are those of the starter pack. */
const DAY = '2020-12-10';

const OFFICE: Fact = {
  id: 'sample-office' as FactId,
  entityId: 'sample' as EntityId,
  slot: 'Office',
  value: 'Defence Secretary',
  from: '2019-07-24',
  to: '2023-08-31',
  source: {
    title: 'Lancashire Post, 24 July 2019: Ben Wallace appointed defence secretary',
    url: 'https://www.lep.co.uk/news/politics/ben-wallace-appointed-defence-secretary-new-pm-rings-changes-665023',
  },
};

const BLANK = {
  packName: null,
  facts: [],
  day: DAY,
  latestNote: null,
  related: [],
  runnerUp: null,
} as const;

const WALLACE: CardContent = {
  ...BLANK,
  name: 'Ben Wallace',
  kind: 'person',
  summary: 'British Conservative politician who was Defence Secretary from 2019 to 2023.',
  facts: [{ slot: 'Office', asOf: [OFFICE], now: [], changed: true, disputed: [] }],
  surface: 'Ben Wallace',
  reasons: [{ type: 'strong', alias: 'Ben Wallace' }],
};

const SHADER: CardContent = {
  ...BLANK,
  name: 'Operation Shader',
  kind: 'operation',
  summary: 'The United Kingdom’s part in the campaign against Islamic State in Iraq and Syria.',
  surface: 'Operation Shader',
  reasons: [{ type: 'strong', alias: 'Operation Shader' }],
};

/** A piece of the sample paragraph: plain words, or a marked name with its card. */
export type SamplePiece = string | { readonly isFirst: boolean; readonly card: CardContent };

/** The paragraph that shows what marks and cards are like. */
export const SAMPLE: readonly SamplePiece[] = [
  { isFirst: true, card: WALLACE },
  ' was in office while jets from ',
  {
    isFirst: true,
    card: {
      ...BLANK,
      name: 'RAF Akrotiri',
      kind: 'place',
      summary: 'The British air base in Cyprus from which Operation Shader is flown.',
      surface: 'RAF Akrotiri',
      reasons: [{ type: 'strong', alias: 'RAF Akrotiri' }],
    },
  },
  ' flew on ',
  { isFirst: true, card: SHADER },
  '. ',
  {
    isFirst: false,
    card: {
      ...SHADER,
      surface: 'Op Shader',
      reasons: [
        { type: 'strong', alias: 'Op Shader' },
        { type: 'full-name', name: 'Operation Shader', paragraph: 1 },
      ],
    },
  },
  ' began in 2014.',
];

/** The card that is open at first: what was true on the article's day, beside now. */
export const FIRST_CARD: CardContent = WALLACE;
