import type { CardView, EntityView, PageView, UnknownCardView } from '../../../utils/messaging/protocol';
import type { RelatedArticle } from '../../../utils/model/article';
import type { Fact, FactLine } from '../../../utils/model/fact';
import type { ArticleId, EntityId, FactId, NoteId, PackId, UnknownId } from '../../../utils/model/ids';
import { KINDS } from '../../../utils/model/kind';
import type { Note } from '../../../utils/model/note';
import type { Unknown } from '../../../utils/model/unknown';

/** 10 March 2026, 09:14 UTC. */
export const NOW = Date.UTC(2026, 2, 10, 9, 14);
const DAY_MS = 86_400_000;

export const id = (name: string): EntityId => name as EntityId;

export function fact(slot: string, value: string, from: string | null, to: string | null): Fact {
  return {
    id: `${slot}:${value}` as FactId,
    entityId: id('shader'),
    slot,
    value,
    from,
    to,
    source: { title: 'Harbour Gazette', url: 'https://gazette.example/facts' },
  };
}

const minister = fact('Office', 'Minister for Fisheries', '2019-07-24', '2023-08-31');

export const FACTS: readonly FactLine[] = [
  {
    slot: 'Status',
    asOf: [fact('Status', 'Under way off two coasts', '2014', '2024-09-28')],
    now: [fact('Status', 'Ended, the ministry said', '2024-09-29', null)],
    changed: true,
    disputed: [],
  },
  { slot: 'Office', asOf: [minister], now: [], changed: true, disputed: [] },
  {
    slot: 'Part of',
    asOf: [fact('Part of', 'Operation Long Tide', '2014-10', null)],
    now: [fact('Part of', 'Operation Long Tide', '2014-10', null)],
    changed: false,
    disputed: [],
  },
];

export function note(body: string, daysAgo = 0, key = '1'): Note {
  const time = NOW - daysAgo * DAY_MS;
  return { id: `note${key}` as NoteId, entityId: id('lantern'), body, created: time, updated: time };
}

export const RELATED: readonly RelatedArticle[] = [
  {
    title: 'Two boats, one ridge: an autumn of patrols south of the cape',
    url: 'https://courier.example/two-boats',
    site: 'The Northern Courier',
    published: '2020-11-12',
    reason: 'shares Kestrel and Port Amber',
  },
  {
    title: 'What the committee was told Lantern costs',
    url: 'https://diary.example/lantern',
    site: 'Parliament Diary',
    published: null,
    reason: 'names it 5 times',
  },
];

export const CARD: CardView = {
  type: 'entity',
  name: 'Operation Lantern',
  kind: 'operation',
  packName: 'News starter',
  summary: 'The coast guard’s part in the search for ships that trade at night, run mainly from Port Amber.',
  facts: FACTS,
  day: '2020-12-10',
  latestNote: note(
    'Ask the press desk whether the October figure counts sorties or ships.\n\nLast year’s answer mixed the two.',
    7,
  ),
  related: RELATED,
  lastMet: { title: 'Boats turn back', site: 'Harbour Gazette', daysAgo: 41, newHere: 2 },
  surface: 'Op Lantern',
  reasons: [
    { type: 'strong', alias: 'Op Lantern' },
    { type: 'full-name', name: 'Operation Lantern', paragraph: 5 },
  ],
  runnerUp: null,
  site: 'courier.example',
};

export const SPARE_CARD: CardView = {
  ...CARD,
  name: 'Permanent Coastal Headquarters',
  kind: 'organisation',
  packName: null,
  summary: '',
  facts: [],
  latestNote: null,
  related: [],
  lastMet: null,
  surface: 'PCHQ',
  reasons: [
    { type: 'weak', alias: 'PCHQ' },
    { type: 'defined', short: 'PCHQ', long: 'Permanent Coastal Headquarters', paragraph: 3 },
  ],
  runnerUp: { name: 'Port Charter Heritage Quarter', kind: 'place', summary: 'old town of Port Amber' },
};

const NAMES = [
  ['Night Traders', 'group', 'lost its last harbour in March 2019', true],
  ['Coastal Threat Outlook', 'document', 'yearly, last of December 2020', false],
  ['Ada Wells', 'person', 'fisheries minister then', true],
  ['Port Amber', 'place', 'harbour town', false],
  ['Operation Lantern', 'operation', 'under way then, off two coasts', true],
  ['Ministry of Tides', 'organisation', '', true],
  ['Kestrel', 'equipment', 'patrol boat', false],
  ['Long Night of Cape Row', 'event', 'collision of 2018', false],
] as const;

export const PAGE: PageView = {
  site: 'courier.example',
  page: {
    url: 'https://courier.example/patrols',
    title: 'Patrols go on',
    site: 'The Northern Courier',
    language: 'en',
    published: '2020-12-10',
    section: 'Coast',
  },
  state: 'lit',
  verdict: { isArticle: true, score: 0.96, signs: [{ sign: 'article-markup', found: true }] },
  siteRule: null,
  entities: NAMES.map(([name, kind, summary, hasNote], index) => ({
    entityId: id(name),
    name,
    kind,
    summary,
    hasNote,
    count: 9 - index,
    changedFacts: name === 'Ada Wells' || name === 'Operation Lantern' ? 2 : 0,
  })),
  isVeiled: false,
  muted: [{ name: 'The Base', count: 214 }],
  unknowns: ['tideway' as UnknownId],
  savedArticle: null,
  related: RELATED,
};

/** A page with this many names, of all kinds in turn. */
export function crowdedPage(count: number): PageView {
  return {
    ...PAGE,
    isVeiled: false,
    muted: [],
    related: [],
    savedArticle: 'article1' as ArticleId,
    entities: Array.from({ length: count }, (_, index) => ({
      entityId: id(`name${index}`),
      name: `Name number ${index} with a rather long tail that has to be cut at the end`,
      kind: KINDS[index % KINDS.length] ?? 'person',
      summary: 'a line that tells it from its namesakes, long enough to be cut as well, always at the end',
      hasNote: index % 3 === 0,
      count: (index * 7) % 1200,
      changedFacts: 0,
    })),
  };
}

/** A page in which nothing is lit, for the reason given. */
export function darkPage(state: PageView['state'], isFrontPage = false): PageView {
  return {
    ...PAGE,
    state,
    entities: [],
    isVeiled: false,
    muted: [],
    related: [],
    verdict: {
      isArticle: false,
      score: 0.2,
      signs: [
        { sign: 'article-markup', found: false },
        { sign: 'published-date', found: false },
        { sign: 'front-page', found: isFrontPage },
      ],
    },
  };
}

/** An operation met on {@link PAGE} and elsewhere that nobody has saved. */
export const UNKNOWN_OPERATION: Unknown = {
  id: 'tideway' as UnknownId,
  name: 'Operation Tideway',
  spellings: ['Op TIDEWAY', 'Operation Tideway'],
  articleCount: 2,
  sightings: [
    {
      url: 'https://courier.example/patrols',
      title: 'Patrols go on',
      site: 'The Northern Courier',
      published: '2020-12-10',
      sentence: 'They sailed on Operation Tideway.',
      met: NOW,
    },
  ],
  lastMet: NOW,
  ignored: false,
};

export const UNKNOWN_CARD: UnknownCardView = {
  type: 'unknown',
  name: 'Operation Tideway',
  surface: 'Op TIDEWAY',
  trigger: 'Op',
  sentence: 'They sailed on Op TIDEWAY until spring.',
  articleCount: 7,
  sightings: UNKNOWN_OPERATION.sightings,
};

export const ENTITY: EntityView = {
  entity: {
    id: id('lantern'),
    kind: 'operation',
    name: 'Operation Lantern',
    aliases: [
      { text: 'Op Lantern', case: 'auto', strength: 'strong' },
      { text: 'Lantern', case: 'exact', strength: 'weak' },
    ],
    summary: CARD.summary,
    companions: [],
    context: [],
    links: [],
    pack: 'starter' as PackId,
  },
  packName: 'News starter',
  facts: FACTS,
  notes: [],
  draft: null,
  related: RELATED,
};
