import { Pace } from '../../../utils/services/pace';
import type { PackStep } from '../../../utils/model/pack';
import type { PackJob } from '../../../utils/services/prepare-pack';

/** A job with nobody waiting beside it; `steps` fills with what it went through. */
export function quietJob(
  options: { readonly isCancelled?: () => boolean } = {},
): PackJob & { readonly steps: PackStep[] } {
  const steps: PackStep[] = [];
  const pace = new Pace({
    now: () => performance.now(),
    pause: () => new Promise((resume) => setTimeout(resume)),
    ...options,
  });
  return {
    pace,
    steps,
    report: (step) => {
      if (steps.at(-1) !== step) steps.push(step);
    },
  };
}

/** Rows of a small pack. */
export interface SampleRows {
  readonly version?: number;
  readonly id?: string;
  readonly entities?: readonly object[];
  readonly tests?: readonly object[];
}

const ENTITIES = [
  {
    id: 'petrel',
    kind: 'equipment',
    name: 'MV Petrel',
    aliases: ['Grey Petrel'],
    summary: 'A ferry.',
    facts: [
      {
        slot: 'In service',
        value: 'Since spring',
        from: '2019',
        source: { title: 'Port', url: 'https://port.example/a' },
      },
    ],
  },
  { id: 'quay', kind: 'place', name: 'Osprey Quay', summary: 'A quay.' },
  { id: 'board', kind: 'organisation', name: 'Harbour Board', aliases: ['HBX'] },
];

/** A sound pack as text. */
export function packText({
  version = 1,
  id = 'harbour',
  entities = ENTITIES,
  tests = [],
}: SampleRows = {}): string {
  const manifest = {
    'backgrounder-pack': 1,
    id,
    name: 'Harbour desk',
    version,
    language: 'en',
    licence: 'CC0-1.0',
    authors: ['A. Writer'],
    updated: '2026-02-28',
  };
  const rows = [manifest, ...entities.map((entity) => ({ entity })), ...tests.map((test) => ({ test }))];
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/** The entities of {@link packText}, with some fields of one changed. */
export function withEntity(id: string, changes: object): object[] {
  return ENTITIES.map((entity) => (entity.id === id ? { ...entity, ...changes } : entity));
}

/** The entities of {@link packText} without one. */
export function withoutEntity(id: string): object[] {
  return ENTITIES.filter((entity) => entity.id !== id);
}
