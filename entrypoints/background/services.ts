import { type ChangeOptions, LibraryDatabase, revisionOf } from '@/utils/db/database';
import { TouchedRows } from '@/utils/db/touched-rows';
import { sendBackgroundEvent } from '@/utils/messaging/events';
import { randomId } from '@/utils/model/ids';
import { logDefect } from '@/utils/platform/log';
import { sessionStore } from '@/utils/platform/session-store';
import { readSettings } from '@/utils/platform/settings';
import { siteOf } from '@/utils/platform/site';
import { Catalogue, CATALOGUED_TABLES } from '@/utils/services/catalogue';
import { Documents } from '@/utils/services/documents';
import { MentionFinder } from '@/utils/services/find-mentions';
import type { Library } from '@/utils/services/library';
import { LibrarySearch, SEARCHED_TABLES } from '@/utils/services/library-search';
import { NamesIndex } from '@/utils/services/names-index';
import { PackJobs } from '@/utils/services/pack-jobs';
import { ReadingRecorder } from '@/utils/services/reading-recorder';
import { Tickets } from '@/utils/services/tickets';
import { SyncRunner } from '@/utils/services/sync/runner';
import type { SyncWorld } from '@/utils/services/sync/world';
import { SyncSchedule } from './sync-schedule';
import { sessionSource, syncWorld } from './sync-world';
import { UnknownCounter } from '@/utils/services/unknown-counter';
import { isArticleIn, rescanTabs } from './tabs';

/** Everything the background's doors answer with. */
export interface Services {
  readonly library: Library;
  readonly index: NamesIndex;
  readonly documents: Documents;
  readonly finder: MentionFinder;
  readonly tickets: Tickets;
  readonly packJobs: PackJobs;
  readonly search: LibrarySearch;
  /** Keeps articles that are read, where the reader wants that. */
  readonly recorder: ReadingRecorder;
  /** Counts unknown operations for the inbox. */
  readonly unknowns: UnknownCounter;
  readonly catalogue: Catalogue;
  readonly sync: {
    readonly world: SyncWorld;
    readonly runner: SyncRunner;
    readonly schedule: SyncSchedule;
  };
}

/** Builds the services once in a worker's life. Touches no storage yet, so that it can run in the first turn. */
export function createServices(): Services {
  const session = sessionSource();
  const database = new LibraryDatabase('library', session);
  const library: Library = {
    database,
    now,
    newId,
    digest,
    onChange: (change) => {
      announce(change);
      // What is merely read stays in this profile.
      if (change.reading !== true) schedule.afterSave();
    },
  };
  const announce = ({ names, marks, reading }: ChangeOptions): void => {
    if (reading !== true) finder.forget();
    void tellOfChange(names === true, marks === true).catch((error: unknown) =>
      logDefect('after a change', error),
    );
  };
  const world = syncWorld(library, session, announce);
  const runner = new SyncRunner(world);
  const schedule = new SyncSchedule(library, runner, (error) => logDefect('sync', error));
  const index = new NamesIndex(library, pause);
  const packJobs = new PackJobs(now, pause);
  const touched = new TouchedRows(database, CATALOGUED_TABLES);
  const search = new LibrarySearch(library, new TouchedRows(database, SEARCHED_TABLES), pause);
  const catalogue = new Catalogue(library, touched, search);
  const documents = new Documents();
  const finder = new MentionFinder(library, index, documents, readEagerness, siteOf);
  const tickets = new Tickets(sessionStore, now, newId);
  const recorder = new ReadingRecorder({
    library,
    documents,
    settings: readReadingIndex,
    siteOf,
    isArticle: isArticleIn,
    session: sessionStore,
    after,
    onDefect: (error) => logDefect('reading index', error),
  });
  const unknowns = new UnknownCounter(library, readReadingIndex, siteOf, sessionStore);

  async function tellOfChange(names: boolean, marks: boolean): Promise<void> {
    // Panels first: they show the change itself. Pages follow when the names are ready to search with.
    await sendBackgroundEvent('libraryChanged', { revision: await revisionOf(database) });
    if (names) await index.refresh();
    if (names || marks) await rescanTabs();
  }

  return {
    library,
    index,
    documents,
    finder,
    tickets,
    packJobs,
    search,
    recorder,
    unknowns,
    catalogue,
    sync: { world, runner, schedule },
  };
}

const now = (): number => Date.now();

/** Lets other work have a turn. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));

const newId = (): string => randomId((bytes) => crypto.getRandomValues(bytes));

const readEagerness = async () => (await readSettings()).eagerness;

const readReadingIndex = async () => (await readSettings()).readingIndex;

function after(delayMs: number, work: () => void): () => void {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
