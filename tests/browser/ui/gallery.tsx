import type { JSX } from 'preact';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { FACT } from '../../../components/fact-words';
import { ERROR_WORDS } from '../../../components/error-words';
import type { ErrorCode } from '../../../utils/model/call-error';
import { CardFrame } from '../../../entrypoints/card/CardFrame';
import { FailedCard } from '../../../entrypoints/card/FailedCard';
import { ShownCard } from '../../../entrypoints/card/ShownCard';
import { ShownUnknown } from '../../../entrypoints/card/ShownUnknown';
import { Options } from '../../../entrypoints/options/Options';
import type { OptionsHost } from '../../../entrypoints/options/options-host';
import { LibraryPage } from '../../../entrypoints/library/LibraryPage';
import { Popup } from '../../../entrypoints/popup/Popup';
import { Welcome, type WelcomeHost } from '../../../entrypoints/welcome/Welcome';
import type { Client } from '../../../utils/messaging/client';
import type { CardCalls } from '../../../utils/messaging/protocol';
import type { FactId, Ticket } from '../../../utils/model/ids';
import type { PageState } from '../../../utils/model/page';
import { unpackText } from '../../../utils/platform/unpack';
import { libraryRows } from './library-samples';
import { ENTITY_ID, fakeLibrary, type FakeLibrary } from './fake-library';
import { READING_GALLERY } from './gallery-readings';
import { SYNC_GALLERY, syncHost } from './gallery-sync';
import {
  CARD,
  crowdedPage,
  darkPage,
  ENTITY,
  note,
  NOW,
  PAGE,
  SPARE_CARD,
  UNKNOWN_CARD,
  UNKNOWN_OPERATION,
} from './samples';
import { until } from './stage';

/** One state of one page, as a reader can meet it. */
export interface GalleryItem {
  readonly name: string;
  readonly kind: 'popup' | 'card' | 'page';
  readonly draw: () => JSX.Element;
  /** Brings the drawn page into the state that the name says. */
  readonly ready?: (box: HTMLElement) => Promise<void>;
}

const cardClient: Client<CardCalls> = {
  redeemTicket: () => Promise.resolve({ session: 'session' as Ticket, card: CARD }),
  rejectMention: () => Promise.resolve(),
  undoReject: () => Promise.resolve(),
  chooseRunnerUp: () => Promise.resolve(),
  undoChoice: () => Promise.resolve(),
  openEntity: () => Promise.resolve(),
  saveUnknown: () => Promise.resolve(),
  ignoreUnknown: () => Promise.resolve(),
};
const optionsHost: OptionsHost = {
  grantedOrigins: () => Promise.resolve(['*://*.courier.example/*']),
  allowEverySite: () => Promise.resolve(true),
  takeBack: () => Promise.resolve(true),
  openWelcome: () => Promise.resolve(),
  siteOf: (url) => new URL(url).hostname,
  now: () => NOW,
  newId: () => 'import1',
  packs: {
    textOf: () => unpackText([]),
    fileProblem: () => null,
    addressOf: (text) => text,
    allowHost: () => Promise.resolve(true),
  },
  onLibraryChanged: () => () => {},
};
const welcomeHost: WelcomeHost = {
  allow: () => Promise.resolve(true),
  openSettings: () => Promise.resolve(),
};

function popup(library: FakeLibrary, open: boolean): JSX.Element {
  return (
    <Popup
      client={library.client}
      host={library.host}
      tabId={7}
      openFirst={open ? { type: 'entity', entityId: ENTITY_ID } : null}
    />
  );
}

/** An entity on which two sources disagree. */
function disputedLibrary(): FakeLibrary {
  const [status] = ENTITY.facts;
  const [then] = status?.asOf ?? [];
  if (status === undefined || then === undefined) return fakeLibrary();
  const told = {
    ...then,
    id: 'other' as FactId,
    value: 'Ended early',
    source: { title: 'Courier', url: '' },
  };
  const facts = [{ ...status, asOf: [then, told], disputed: [then.id, told.id] }, ...ENTITY.facts.slice(1)];
  return fakeLibrary(PAGE, { ...ENTITY, facts });
}

function libraryPage(given: Partial<FakeLibrary>): JSX.Element {
  const library = fakeLibrary();
  library.rows = given.rows ?? library.rows;
  const client = given.client ?? library.client;
  return <LibraryPage client={client} host={{ ...library.host, newId: () => 'import1' }} />;
}

/** Gives the card's box the height that the card asks for, as its host does. */
function fit(height: number): void {
  const box = document.querySelector<HTMLElement>('[data-stage=card]');
  if (box !== null) box.style.blockSize = `${Math.min(height, 480)}px`;
}

function unknownCard(): JSX.Element {
  return (
    <CardFrame takesFocus={false} onHeight={fit} onEscape={() => undefined}>
      <ShownUnknown
        client={cardClient}
        session={'session' as Ticket}
        view={UNKNOWN_CARD}
        onClose={() => undefined}
      />
    </CardFrame>
  );
}

function card(view: typeof CARD): JSX.Element {
  return (
    <CardFrame takesFocus={false} onHeight={fit} onEscape={() => undefined}>
      <ShownCard
        client={cardClient}
        session={'session' as Ticket}
        view={view}
        now={NOW}
        onClose={() => undefined}
      />
    </CardFrame>
  );
}

const has = (selector: string) => (box: HTMLElement) =>
  until(selector, () => box.querySelector(selector) !== null);

async function type(box: HTMLElement, selector: string, text: string): Promise<void> {
  await has(selector)(box);
  const field = box.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (field === null) return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const DARK_STATES: readonly PageState[] = [
  'not-article',
  'site-off',
  'on-click',
  'no-text',
  'too-busy',
  'hidden',
  'no-permission',
  'closed',
  'needs-reload',
  'failed',
];

/** Every state of every page; the accessibility test walks through them under every look. */
export const GALLERY: readonly GalleryItem[] = [
  { name: 'card unknown operation', kind: 'card', draw: unknownCard, ready: has('.acts') },
  { name: 'popup names', kind: 'popup', draw: () => popup(fakeLibrary(), false), ready: has('.item') },
  {
    name: 'popup one name on the page',
    kind: 'popup',
    draw: () =>
      popup(fakeLibrary({ ...PAGE, entities: PAGE.entities.slice(0, 1), muted: [], related: [] }), false),
    ready: has('.item'),
  },
  {
    name: 'popup 500 names',
    kind: 'popup',
    draw: () => popup(fakeLibrary(crowdedPage(500)), false),
    ready: has('.item'),
  },
  {
    name: 'popup no names',
    kind: 'popup',
    draw: () => popup(fakeLibrary({ ...PAGE, entities: [], muted: [], related: [] }), false),
    ready: has('.empty'),
  },
  {
    name: 'popup front page',
    kind: 'popup',
    draw: () => popup(fakeLibrary(darkPage('not-article', true)), false),
    ready: has('.empty'),
  },
  ...DARK_STATES.map((state): GalleryItem => ({
    name: `popup ${state}`,
    kind: 'popup',
    draw: () => popup(fakeLibrary(darkPage(state)), false),
    ready: has('.empty'),
  })),
  {
    name: 'popup unknown operation',
    kind: 'popup',
    draw: () => {
      const library = fakeLibrary();
      library.unknowns = [UNKNOWN_OPERATION];
      return popup(library, false);
    },
    ready: has('.unknowns'),
  },
  ...(['empty', null] as const).map((problem): GalleryItem => ({
    name: problem === null ? 'popup selection' : `popup selection ${problem}`,
    kind: 'popup',
    draw: () => {
      const library = fakeLibrary();
      const passage = {
        url: 'https://courier.example/a',
        title: 'At sea',
        sentence: 'Operation Tideway began in January.',
      };
      const capture =
        problem === null
          ? { name: 'Operation Tideway', problem, passage }
          : { name: '' as const, problem, passage: null };
      return (
        <Popup
          client={library.client}
          host={library.host}
          tabId={7}
          openFirst={{ type: 'capture', capture }}
        />
      );
    },
    ready: has(problem === null ? '.chips li' : '.empty'),
  })),
  {
    name: 'popup error',
    kind: 'popup',
    draw: () => {
      const library = fakeLibrary();
      library.failing.set('getPage', 'storage');
      return popup(library, false);
    },
    ready: has('.msg'),
  },
  {
    name: 'popup search',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), false),
    ready: async (box) => {
      await type(box, '.find input', 'night');
      await has('.newname')(box);
    },
  },
  {
    name: 'popup search finds nothing',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), false),
    ready: async (box) => {
      await type(box, '.find input', 'Operation Tideway');
      await has('.newname')(box);
    },
  },
  {
    name: 'entity without note',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), true),
    ready: has('textarea'),
  },
  {
    name: 'entity with draft',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), true),
    ready: async (box) => {
      await type(box, 'textarea', 'Called on 10 March, waiting for an answer.');
      await until('kept', () => box.textContent?.includes('Draft kept') ?? false);
    },
  },
  {
    name: 'entity with notes',
    kind: 'popup',
    draw: () =>
      popup(
        fakeLibrary(PAGE, {
          ...ENTITY,
          notes: [
            note('Careful with “former”:\nin copy from 2020 she is still in office.'),
            note('First words.', 90, '2'),
          ],
        }),
        true,
      ),
    ready: has('.notes'),
  },
  {
    name: 'entity with a note that is too long',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), true),
    ready: async (box) => {
      await type(box, 'textarea', 'so long '.repeat(2500));
      await until('too long', () => box.textContent?.includes('too long') ?? false);
    },
  },
  {
    name: 'entity with all facts, two of which differ',
    kind: 'popup',
    draw: () => popup(disputedLibrary(), true),
    ready: async (box) => {
      await has('.differ')(box);
      await has('.sec > [aria-expanded=false]')(box);
      box.querySelector<HTMLElement>('.sec > [aria-expanded=false]')?.click();
      await has('.factlist')(box);
    },
  },
  {
    name: 'entity with a fact in editing',
    kind: 'popup',
    draw: () => popup(fakeLibrary(), true),
    ready: async (box) => {
      await has('.facts')(box);
      [...box.querySelectorAll('button')].find((one) => one.textContent === FACT.add)?.click();
      await type(box, '.factform [name=slot]', 'Office');
      await type(box, '.factform [name=value]', 'Minister');
      await type(box, '.factform [name=from]', 'soon');
      await until('can be saved', () => box.querySelector('.factform .primary:not([disabled])') !== null);
      box.querySelector<HTMLElement>('.factform .primary')?.click();
      await has('.factform .bad')(box);
    },
  },
  {
    name: 'entity that is gone',
    kind: 'popup',
    draw: () => popup(fakeLibrary(PAGE, null), true),
    ready: has('.msg'),
  },
  { name: 'card', kind: 'card', draw: () => card(CARD) },
  { name: 'card with little', kind: 'card', draw: () => card(SPARE_CARD) },
  {
    name: 'card not this',
    kind: 'card',
    draw: () => card(SPARE_CARD),
    ready: async (box) => {
      box.querySelector<HTMLElement>('[aria-haspopup]')?.click();
      await until('menu', () => box.querySelector('[role=menu]')?.checkVisibility() ?? false);
    },
  },
  {
    name: 'card not this undo',
    kind: 'card',
    draw: () => card(SPARE_CARD),
    ready: async (box) => {
      box.querySelector<HTMLElement>('[aria-haspopup]')?.click();
      box.querySelector<HTMLElement>('[role=menuitem]')?.click();
      await has('.undo')(box);
    },
  },
  {
    name: 'card failed',
    kind: 'card',
    draw: () => (
      <CardFrame takesFocus={false} onHeight={fit} onEscape={() => undefined}>
        <FailedCard code="storage" onClose={() => undefined} />
      </CardFrame>
    ),
  },
  {
    name: 'settings',
    kind: 'page',
    draw: () => {
      const library = fakeLibrary();
      library.settings = { ...library.settings, sites: { 'courier.example': 'on', 'mail.example': 'off' } };
      return <Options client={library.client} host={optionsHost} sync={syncHost()} />;
    },
    ready: has('.rules'),
  },
  {
    name: 'settings failed',
    kind: 'page',
    draw: () => {
      const library = fakeLibrary();
      library.failing.set('getSettings', 'unavailable');
      return <Options client={library.client} host={optionsHost} sync={syncHost()} />;
    },
    ready: has('.msg'),
  },
  { name: 'library', kind: 'page', draw: () => libraryPage(fakeLibrary()), ready: has('.open') },
  {
    name: 'library 500 names',
    kind: 'page',
    draw: () => libraryPage({ rows: libraryRows(500) }),
    ready: has('.gap'),
  },
  {
    name: 'library empty',
    kind: 'page',
    draw: () => libraryPage({ rows: [] }),
    ready: (box) => until('it is empty', () => box.textContent.includes('Nothing here')),
  },
  {
    name: 'library selected',
    kind: 'page',
    draw: () => libraryPage(fakeLibrary()),
    ready: async (box) => {
      await has('.open')(box);
      box.querySelectorAll<HTMLElement>('tbody .check')[1]?.click();
      box.querySelectorAll<HTMLElement>('tbody .check')[4]?.click();
      await has('.bulk')(box);
    },
  },
  {
    name: 'library merging',
    kind: 'page',
    draw: () => libraryPage(fakeLibrary()),
    ready: async (box) => {
      await has('.open')(box);
      box.querySelectorAll<HTMLElement>('tbody .check')[1]?.click();
      box.querySelectorAll<HTMLElement>('tbody .check')[4]?.click();
      await until('the bar is there', () => box.querySelectorAll('.bulk > button').length > 2);
      box.querySelectorAll<HTMLElement>('.bulk > button')[1]?.click();
      await has('.box')(box);
    },
  },
  {
    name: 'library undo',
    kind: 'page',
    draw: () => libraryPage(fakeLibrary()),
    ready: async (box) => {
      await has('.open')(box);
      box.querySelectorAll<HTMLElement>('tbody .check')[1]?.click();
      await has('.bulk')(box);
      box.querySelector<HTMLElement>('.bulk > button:last-child')?.click();
      await has('.undo')(box);
    },
  },
  {
    name: 'library with a name',
    kind: 'page',
    draw: () => libraryPage(fakeLibrary()),
    ready: async (box) => {
      await has('.open')(box);
      box.querySelector<HTMLElement>('.open')?.click();
      await has('.splits')(box);
    },
  },
  {
    name: 'library failed',
    kind: 'page',
    draw: () => {
      const library = fakeLibrary();
      library.failing.set('listLibrary', 'storage');
      return libraryPage(library);
    },
    ready: has('.msg'),
  },
  { name: 'welcome', kind: 'page', draw: () => <Welcome client={fakeLibrary().client} host={welcomeHost} /> },
  {
    name: 'welcome done',
    kind: 'page',
    draw: () => <Welcome client={fakeLibrary().client} host={welcomeHost} />,
    ready: async (box) => {
      box.querySelector<HTMLElement>('.btn.primary')?.click();
      await until('done', () => box.textContent?.includes('Ready') ?? false);
    },
  },
  ...READING_GALLERY,
  ...SYNC_GALLERY,
  {
    name: 'every error',
    kind: 'page',
    draw: () => (
      <div>
        {(Object.keys(ERROR_WORDS) as ErrorCode[]).map((code) => (
          <ErrorNotice key={code} code={code} onRetry={() => undefined} />
        ))}
      </div>
    ),
  },
];
