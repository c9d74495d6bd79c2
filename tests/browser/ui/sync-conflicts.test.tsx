import { afterEach, expect, test, vi } from 'vitest';
import { SYNC } from '../../../components/sync-words';
import { SyncSection } from '../../../entrypoints/options/sync/SyncSection';
import type { Client } from '../../../utils/messaging/client';
import type { PanelCalls } from '../../../utils/messaging/protocol';
import type { SyncConflict } from '../../../utils/messaging/sync-calls';
import type { NoteId } from '../../../utils/model/ids';
import { CallError } from '../../../utils/messaging/wire';
import { ENTITY_ID } from './fake-library';
import { SYNC_OFF } from './fake-sync';
import { CONNECTED, syncClient, syncHost } from './gallery-sync';
import { NOW } from './samples';
import { stage, until, type Stage } from './stage';

let open: Stage | null = null;
afterEach(() => {
  open?.clear();
  open = null;
});

const CONFLICT: SyncConflict = {
  noteId: 'note1' as NoteId,
  entityId: ENTITY_ID,
  name: 'Ada Wells',
  versions: [
    { text: 'Left on 31 August.', saved: NOW - 50_000 },
    { text: 'Left in late August.', saved: NOW - 90_000 },
  ],
  merged: 'Left in late on 31 August.',
};

async function draw(overrides: Partial<Client<PanelCalls>>): Promise<HTMLElement> {
  const client = syncClient({ ...CONNECTED, conflictCount: 1 }, overrides);
  open = stage(<SyncSection client={client} host={syncHost()} />, 'page');
  const { box } = open;
  await until('drawn', () => box.querySelector('.conflicts, [role=alert]') !== null);
  return box;
}

function takers(box: HTMLElement): HTMLButtonElement[] {
  return [...box.querySelectorAll('button')].filter(({ textContent }) => textContent === SYNC.take);
}

test('the joined text is mended and taken, and the note leaves the list', async () => {
  let conflicts = [CONFLICT];
  const settleConflict = vi.fn<Client<PanelCalls>['settleConflict']>(() => {
    conflicts = [];
    return Promise.resolve();
  });
  const box = await draw({ listConflicts: () => Promise.resolve(conflicts), settleConflict });
  const field = box.querySelector('textarea');
  if (field === null) throw new Error('no field');
  expect(field.value).toBe(CONFLICT.merged);
  field.value = 'Left on 31 August, late in the day.';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until('typed', () => box.querySelector('textarea')?.value === field.value);
  takers(box)[0]?.click();
  await until('settled', () => box.querySelector('.conflicts') === null);
  expect(settleConflict).toHaveBeenCalledExactlyOnceWith({
    noteId: CONFLICT.noteId,
    body: 'Left on 31 August, late in the day.',
  });
});

test('one of the two texts is taken as it is', async () => {
  const settleConflict = vi.fn<Client<PanelCalls>['settleConflict']>(() => Promise.resolve());
  const box = await draw({ listConflicts: () => Promise.resolve([CONFLICT]), settleConflict });
  expect(takers(box)).toHaveLength(3);
  takers(box)[2]?.click();
  expect(settleConflict).toHaveBeenCalledExactlyOnceWith({
    noteId: CONFLICT.noteId,
    body: 'Left in late August.',
  });
});

test('a list that cannot be read says so', async () => {
  const box = await draw({
    listConflicts: () => Promise.reject(new CallError('storage', 'made to fail')),
  });
  await until('told', () => (box.textContent ?? '').includes('could not be reached just now'));
  expect(box.querySelector('.conflicts')).toBeNull();
});

test('the words beside a box to tick stand in one line', async () => {
  open = stage(<SyncSection client={syncClient(SYNC_OFF)} host={syncHost()} />, 'page');
  const { box } = open;
  await until('drawn', () => box.querySelector('form') !== null);
  [...box.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.startsWith('S3'))
    ?.querySelector('input')
    ?.click();
  await until('fields of S3', () => box.querySelector('input.check') !== null);
  const label = box.querySelector('input.check')?.closest('label');
  expect(label?.scrollHeight).toBeLessThan(40);
  expect(label?.scrollWidth).toBeLessThanOrEqual(label?.clientWidth ?? 0);
});
