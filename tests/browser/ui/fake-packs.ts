import type { PackCalls } from '@/utils/messaging/pack-calls';
import type { EntityId, PackId } from '@/utils/model/ids';
import type { PackReply, PackView } from '@/utils/model/pack-view';
import { NOW } from './samples';

type Answers = {
  [Name in keyof PackCalls]: (request: Parameters<PackCalls[Name]>[0]) => ReturnType<PackCalls[Name]>;
};

const NONE = { release: null, feed: null, waiting: null, editedCount: 0, conflicts: [] };

const RELEASE = {
  version: 14,
  updated: '2026-01-02',
  entityCount: 212,
  nameCount: 690,
  factCount: 410,
  testCount: 96,
  failureCount: 0,
  failures: [],
  held: [],
  heldCount: 0,
  generation: 'g',
  contentHash: '',
};

const HELD = {
  row: 12,
  entity: 'al-qaida',
  alias: 'The Base',
  reason: 'lit-wrongly',
  sentence: 'They camped at the base of the hill.',
  isLit: false,
} as const;

/** Packs in every state that the settings page shows. */
export const PACKS_SAMPLE: readonly PackView[] = [
  {
    ...NONE,
    packId: 'uk-defence' as PackId,
    name: 'UK Defence',
    description: 'Operations, units and people of the armed forces.',
    source: { type: 'bundled' },
    isOn: true,
    entityCount: 212,
    release: RELEASE,
    editedCount: 11,
  },
  {
    ...NONE,
    packId: 'sahel' as PackId,
    name: 'Sahel desk',
    description: '',
    source: { type: 'url', url: 'https://packs.northerncourier.example/pack.json' },
    isOn: true,
    entityCount: 340,
    release: { ...RELEASE, version: 7, entityCount: 340 },
    feed: { checked: NOW - 3_600_000, problem: null, isSigned: true },
    waiting: {
      ...RELEASE,
      version: 8,
      name: 'Sahel desk',
      description: 'Groups and operations between Dakar and N’Djamena.',
      licence: 'CC-BY-4.0',
      authors: ['Northern Courier'],
      source: { type: 'url', url: 'https://packs.northerncourier.example/pack.json' },
      warnings: ['row 40, entity.name: “Kidаl” mixes letters of two alphabets'],
      changes: {
        entitiesAdded: 9,
        entitiesRemoved: 0,
        entitiesChanged: 31,
        namesAdded: 12,
        namesRemoved: 1,
        factsAdded: 4,
        factsRemoved: 0,
        factsChanged: 3,
        isLarge: true,
      },
      staged: NOW,
    },
    conflicts: [
      {
        entityId: 'sahel/barkhane' as EntityId,
        name: 'Opération Barkhane',
        field: 'summary',
        mine: 'French operation, ended in August 2022.',
        theirs: 'French operation in the Sahel, 2014–2022.',
        base: 'French operation in the Sahel.',
      },
    ],
  },
  {
    ...NONE,
    packId: 'proscribed' as PackId,
    name: 'Proscribed organisations',
    description: '',
    source: { type: 'file' },
    isOn: true,
    entityCount: 81,
    release: {
      ...RELEASE,
      version: 3,
      entityCount: 81,
      failureCount: 1,
      failures: [{ row: 90, text: 'They camped at the base of the hill.', missing: [], extra: ['the base'] }],
      held: [HELD],
      heldCount: 1,
    },
  },
  {
    ...NONE,
    packId: 'harbour' as PackId,
    name: 'Harbour desk',
    description: '',
    source: { type: 'url', url: 'https://harbour.example/pack.json' },
    isOn: true,
    entityCount: 20,
    release: { ...RELEASE, entityCount: 20, testCount: 0 },
    feed: { checked: null, problem: { code: 'key-changed', detail: '' }, isSigned: true },
  },
  {
    ...NONE,
    packId: 'heads' as PackId,
    name: 'Heads of state',
    description: 'Who held which office, and when.',
    source: { type: 'bundled' },
    isOn: false,
    entityCount: 150,
  },
];

/** The background's answers about packs. */
export function fakePacks(packs: readonly PackView[] = PACKS_SAMPLE): Answers {
  const ready: PackReply = { status: 'ready', packId: 'harbour' as PackId };
  return {
    listPacks: () => ({ packs, job: null }),
    setPack: () => {},
    stagePack: () => {},
    previewPack: () => ready,
    addPack: () => ready,
    installPack: () => ({ status: 'done' }),
    dismissPack: () => {},
    updatePack: () => ({ type: 'nothing-new' }),
    removePack: () => ({ status: 'done' }),
    cancelPackJob: () => {},
    lightHeld: () => {},
    settlePackConflict: () => {},
  };
}
