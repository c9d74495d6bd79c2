import { SyncSection } from '../../../entrypoints/options/sync/SyncSection';
import type { SyncHost } from '../../../entrypoints/options/sync/sync-host';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import type { SyncView } from '../../../utils/messaging/sync-calls';
import { fakeLibrary } from './fake-library';
import { SYNC_OFF } from './fake-sync';
import type { GalleryItem } from './gallery';
import { ENTITY_ID } from './fake-library';
import type { NoteId } from '../../../utils/model/ids';
import { NOW } from './samples';
import { until } from './stage';

export const CONNECTED: SyncView = {
  ...SYNC_OFF,
  state: 'idle',
  place: { type: 'webdav', label: 'cloud.example/dav/files/you/backgrounder' },
  lastSuccess: NOW - 120_000,
  seenBy: 2,
  profiles: [
    { id: 'abcdef1234', isSelf: true, lastSeen: NOW - 120_000 },
    { id: 'fedcba4321', isSelf: false, lastSeen: NOW - 86_400_000 },
    { id: 'cccccc4321', isSelf: false, lastSeen: null },
  ],
};

/** The browser as the sync section sees it: it allows everything. */
export function syncHost(overrides: Partial<SyncHost> = {}): SyncHost {
  return {
    allowOrigins: () => Promise.resolve(true),
    chooseFolder: () => Promise.resolve('Notes'),
    copy: () => Promise.resolve(),
    save: () => {},
    now: () => NOW,
    ...overrides,
  };
}

/** A background whose sync answers this. */
export function syncClient(view: SyncView, overrides: Partial<Client<PanelCalls>> = {}): Client<PanelCalls> {
  return { ...fakeLibrary().client, getSync: () => Promise.resolve(view), ...overrides };
}

function item(name: string, view: SyncView, overrides: Partial<Client<PanelCalls>> = {}): GalleryItem {
  return {
    name: `sync ${name}`,
    kind: 'page',
    draw: () => (
      <main class="pg">
        <h1>Settings</h1>
        <SyncSection client={syncClient(view, overrides)} host={syncHost()} />
      </main>
    ),
    ready: (box) => until('sync', () => box.querySelector('.sync form, .sync .msg') !== null),
  };
}

const problem = (code: string, deletions: number | null = null): SyncView['problem'] => ({
  code,
  detail: null,
  deletions,
});

export const SYNC_GALLERY: readonly GalleryItem[] = [
  item('off', SYNC_OFF),
  item('up to date', CONNECTED),
  item('running', { ...CONNECTED, state: 'running', progress: { done: 1200, total: 5000 } }),
  item('paused', { ...CONNECTED, state: 'paused', pending: 3 }),
  item('offline', { ...CONNECTED, problem: problem('offline'), pending: 1 }),
  item('password refused', { ...CONNECTED, state: 'stopped', problem: problem('unauthorised') }),
  item('many deletions', { ...CONNECTED, state: 'stopped', problem: problem('many-deletions', 214) }),
  item('account full', {
    ...CONNECTED,
    place: { type: 'account', label: '' },
    problem: problem('full'),
    notHere: 762,
  }),
  item(
    'conflicts',
    { ...CONNECTED, conflictCount: 1 },
    {
      listConflicts: () =>
        Promise.resolve([
          {
            noteId: 'note1' as NoteId,
            entityId: ENTITY_ID,
            name: 'Ben Wallace',
            versions: [
              { text: 'Left on 31 August.', saved: NOW - 50_000 },
              { text: 'Left in late August.', saved: NOW - 90_000 },
            ],
            merged: 'Left in late on 31 August.',
          },
        ]),
    },
  ),
];
