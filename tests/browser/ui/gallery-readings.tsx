import type { JSX } from 'preact';
import { ReadingIndexSetting } from '../../../entrypoints/options/ReadingIndexSetting';
import { Popup } from '../../../entrypoints/popup/Popup';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import { ENTITY_ID, fakeLibrary, type FakeLibrary } from './fake-library';
import { ARTICLE_IN_FRONT, INDEX_ON, SIGHTINGS } from './fake-readings';
import type { GalleryItem } from './gallery';
import { UNKNOWN_OPERATION } from './samples';
import { until } from './stage';

/** A library whose reader keeps a reading index. */
export function readingLibrary(): FakeLibrary {
  const library = fakeLibrary();
  library.readings.index = INDEX_ON;
  library.readings.sightings = SIGHTINGS;
  library.readings.article = ARTICLE_IN_FRONT;
  library.unknowns = [UNKNOWN_OPERATION];
  return library;
}

function panel(library: FakeLibrary, beside: boolean, open = false): JSX.Element {
  return (
    <Popup
      client={library.client}
      host={library.host}
      tabId={7}
      openFirst={open ? { type: 'entity', entityId: ENTITY_ID } : null}
      beside={beside}
    />
  );
}

const has = (selector: string) => (box: HTMLElement) =>
  until(selector, () => box.querySelector(selector) !== null);

async function openArticle(box: HTMLElement): Promise<void> {
  await has('.wayin')(box);
  box.querySelector<HTMLElement>('.wayin')?.click();
  await has('.article .rel')(box);
}

function failing(call: keyof PanelCalls): FakeLibrary {
  const library = readingLibrary();
  library.failing.set(call, 'storage');
  return library;
}

/** Every state of what was read. */
export const READING_GALLERY: readonly GalleryItem[] = [
  {
    name: 'entity with sightings',
    kind: 'popup',
    draw: () => panel(readingLibrary(), false, true),
    ready: has('.months'),
  },
  {
    name: 'article in front',
    kind: 'popup',
    draw: () => panel(readingLibrary(), false),
    ready: openArticle,
  },
  {
    name: 'article with the index off',
    kind: 'popup',
    draw: () => panel(fakeLibrary(), false),
    ready: openArticle,
  },
  {
    name: 'article that failed',
    kind: 'popup',
    draw: () => panel(failing('getArticleInTab'), false),
    ready: async (box) => {
      await has('.wayin')(box);
      box.querySelector<HTMLElement>('.wayin')?.click();
      await has('.msg')(box);
    },
  },
  {
    name: 'side panel page',
    kind: 'popup',
    draw: () => panel(readingLibrary(), true),
    ready: has('[aria-current]'),
  },
  {
    name: 'side panel inbox with kept sentences',
    kind: 'popup',
    draw: () => {
      const library = readingLibrary();
      library.readings.index = { ...INDEX_ON, settings: { ...INDEX_ON.settings, on: false } };
      return panel(library, true);
    },
    ready: async (box) => {
      await has('nav.tabs')(box);
      box.querySelectorAll<HTMLElement>('nav.tabs button')[1]?.click();
      await has('.msg')(box);
    },
  },
  ...([true, false] as const).map((isOn): GalleryItem => ({
    name: `reading index ${isOn ? 'on' : 'off'}`,
    kind: 'page',
    draw: () => (
      <main class="pg">
        <h1>Settings</h1>
        <ReadingIndexSetting
          client={(isOn ? readingLibrary() : fakeLibrary()).client}
          siteOf={(url) => new URL(url).hostname}
        />
      </main>
    ),
    ready: has('.indexed [role=switch]'),
  })),
];
