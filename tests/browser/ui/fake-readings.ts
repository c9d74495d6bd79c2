import type { PanelCalls } from '../../../utils/messaging/protocol';
import type {
  ArticleView,
  ReadingCalls,
  ReadingIndexView,
  SightingsView,
} from '../../../utils/messaging/reading-calls';
import type { ArticleId } from '../../../utils/model/ids';
import { NO_READING_INDEX } from '../../../utils/model/reading';
import { id, NOW, PAGE, RELATED } from './samples';

const COUNTS = [1, 0, 2, 1, 0, 0, 4, 7, 2, 3, 0, 3];

/** A name that was met in 23 articles. */
export const SIGHTINGS: SightingsView = {
  isOn: true,
  lastMet: { title: 'Boats turn back', site: 'Harbour Gazette', daysAgo: 41, newHere: 2 },
  articles: 23,
  mentions: 61,
  months: COUNTS.map((articles, index) => ({
    month: `2020-${String(index + 1).padStart(2, '0')}`,
    articles,
    mentions: articles * 3,
  })),
  latest: ['Boats turn back', 'What the committee was told Lantern costs'].map((title, index) => ({
    articleId: `article${index}` as ArticleId,
    title,
    url: `https://gazette.example/${index}`,
    site: 'Harbour Gazette',
    published: '2020-10-30',
    met: NOW - 41 * 86_400_000,
    count: 4 - index,
  })),
  seenWith: PAGE.entities.slice(0, 4).map(({ entityId, name, kind }, index) => ({
    entityId,
    name,
    kind,
    articles: 18 - index * 4,
  })),
  naming: {
    outlet: { site: 'The Northern Courier', spellings: [{ text: 'Op Lantern', count: 12 }], total: 12 },
    others: {
      spellings: [
        { text: 'Operation Lantern', count: 30 },
        { text: 'so-called Operation Lantern', count: 12 },
      ],
      total: 49,
      sites: 4,
    },
  },
  related: RELATED,
};

/** The article in front, kept and not saved. */
export const ARTICLE_IN_FRONT: ArticleView = {
  articleId: 'front' as ArticleId,
  title: 'Patrols go on',
  url: 'https://courier.example/patrols',
  site: 'The Northern Courier',
  host: 'courier.example',
  published: '2020-12-10',
  read: NOW - 60_000,
  saved: false,
  isKept: true,
  ofSite: 12,
  entities: PAGE.entities,
  related: RELATED,
};

export const INDEX_ON: ReadingIndexView = {
  settings: { on: true, keepDays: 90, offSites: ['mail.example'] },
  articles: 1204,
  oldest: NOW - 80 * 86_400_000,
  inboxSources: 3,
};

/** What is kept of what was read, in memory. */
export interface FakeReadings {
  index: ReadingIndexView;
  sightings: SightingsView;
  article: ArticleView | null;
}

export function fakeReadings(): FakeReadings {
  return {
    index: { settings: NO_READING_INDEX, articles: 0, oldest: null, inboxSources: 0 },
    sightings: {
      ...SIGHTINGS,
      isOn: false,
      articles: 0,
      mentions: 0,
      lastMet: null,
      latest: [],
      seenWith: [],
      naming: null,
    },
    article: { ...ARTICLE_IN_FRONT, read: null, ofSite: 0, isKept: false },
  };
}

/** Answers what panels ask about articles that were read. */
export function readingAnswers(readings: FakeReadings): {
  [Name in keyof ReadingCalls]: (request: Parameters<PanelCalls[Name]>[0]) => ReturnType<PanelCalls[Name]>;
} {
  return {
    getReadingIndex: () => readings.index,
    changeReadingIndex: ({ changes }) => {
      readings.index = { ...readings.index, settings: { ...readings.index.settings, ...changes } };
      return readings.index;
    },
    getSightings: ({ entityId }) =>
      entityId === id('nobody') ? { ...readings.sightings, articles: 0 } : readings.sightings,
    getArticle: () => readings.article,
    getArticleInTab: () => readings.article,
    saveReading: () => {
      if (readings.article !== null) readings.article = { ...readings.article, saved: true };
    },
    forgetReading: () => {
      if (readings.article !== null) readings.article = { ...readings.article, read: null };
    },
    forgetSite: () => {
      const articles = readings.article?.ofSite ?? 0;
      if (readings.article !== null) readings.article = { ...readings.article, read: null, ofSite: 0 };
      return { articles };
    },
    forgetReadings: () => {
      const { articles } = readings.index;
      readings.index = { ...readings.index, articles: 0, oldest: null, inboxSources: 0 };
      return { articles };
    },
    forgetInboxSources: () => {
      readings.index = { ...readings.index, inboxSources: 0 };
    },
  };
}
