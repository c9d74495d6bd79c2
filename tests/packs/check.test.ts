import { describe, expect, test, vi } from 'vitest';
import { runPackTests } from '../../utils/packs/check';
import type { Pack } from '../../utils/packs/format';
import { riskyAliases, withHeld } from '../../utils/packs/hold-back';
import { packOf, parseText } from './lines-of-file';

// Names are compiled anew for each pack: on a busy machine that takes longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const MANIFEST = JSON.stringify({
  'backgrounder-pack': 1,
  id: 'test-pack',
  name: 'Test pack',
  version: 1,
  language: 'en',
  licence: 'CC0-1.0',
  authors: ['A. Writer'],
  updated: '2026-01-31',
});

async function pack(...rows: object[]): Promise<Pack> {
  const result = await parseText([MANIFEST, ...rows.map((row) => JSON.stringify(row))].join('\n'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

function place(id: string, name: string, aliases: unknown[] = []) {
  return { entity: { id, kind: 'place', name, aliases } };
}

describe('sentences', () => {
  test('of the example pack pass', async () => {
    expect(runPackTests(await packOf('tests/fixtures/packs/format-v1.jsonl'))).toEqual({
      testCount: 2,
      failures: [],
      held: [],
    });
  });

  test('that light too much name the alias to hold back', async () => {
    const report = runPackTests(
      await pack(place('port-vale', 'Port Vale', ['Vale Park']), {
        test: { text: 'They met in Vale Park.', lights: [] },
      }),
    );
    expect(report.failures).toEqual([
      {
        row: 3,
        text: 'They met in Vale Park.',
        missing: [],
        extra: [{ text: 'Vale Park', entity: 'port-vale' }],
      },
    ]);
    expect(report.held).toMatchObject([
      { row: 2, entity: 'port-vale', alias: 'Vale Park', reason: 'lit-wrongly' },
    ]);
  });

  test('that light too little tell what is missing, and hold nothing back', async () => {
    const report = runPackTests(
      await pack(place('port-vale', 'Port Vale', [{ text: 'Vale', strength: 'off' }]), {
        test: { text: 'The Vale won.', lights: [{ text: 'Vale', entity: 'port-vale' }] },
      }),
    );
    expect(report.failures[0]?.missing).toEqual([{ text: 'Vale', entity: 'port-vale' }]);
    expect(report.held).toEqual([]);
  });

  test('the wrong entity is both missing and too much', async () => {
    const report = runPackTests(
      await pack(place('one', 'Onchester'), place('two', 'Twochester'), {
        test: { text: 'Onchester flooded.', lights: [{ text: 'Onchester', entity: 'two' }] },
      }),
    );
    expect(report.failures[0]).toMatchObject({
      missing: [{ text: 'Onchester', entity: 'two' }],
      extra: [{ text: 'Onchester', entity: 'one' }],
    });
  });

  test('a sentence that needs an everyday word fails and says so', async () => {
    const report = runPackTests(
      await pack(place('the-the', 'The', []), {
        test: { text: 'The end.', lights: [{ text: 'The', entity: 'the-the' }] },
      }),
    );
    expect(report.failures).toHaveLength(1);
    expect(report.held).toEqual([
      { row: 2, entity: 'the-the', alias: 'The', reason: 'common-word', sentence: null },
    ]);
  });
});

describe('aliases that are risky by themselves', () => {
  test.each([
    ['May', 'common-word'],
    ['will', 'common-word'],
    [{ text: 'Typhoon' }, 'common-word'],
    [{ text: 'WHO', case: 'fold' }, 'common-word'],
    ['Q', 'too-short'],
    [{ text: '7', strength: 'weak' }, 'too-short'],
  ])('%j is held back', async (alias, reason) => {
    const held = riskyAliases(await pack(place('a', 'Avalon', [alias])));
    expect(held.map((one) => one.reason)).toEqual([reason]);
  });

  test.each([
    { text: 'Typhoon', strength: 'weak' },
    { text: 'the', strength: 'off' },
    { text: 'US', case: 'exact' },
    'WHO',
    'Mosul',
    'Typhoon FGR4',
    '東京',
  ])('%j is not', async (alias) => {
    expect(riskyAliases(await pack(place('a', 'Avalon', [alias])))).toEqual([]);
  });

  test('held aliases are switched off, the rest stays as it was', async () => {
    const { entities } = await pack(place('a', 'May', ['May Town']));
    const [entity] = entities;
    if (entity === undefined) throw new Error('no entity');
    const held = riskyAliases(await pack(place('a', 'May', ['May Town'])));
    expect(withHeld(entity, held).aliases).toEqual([
      { text: 'May', case: 'auto', strength: 'off' },
      { text: 'May Town', case: 'auto', strength: 'strong' },
    ]);
    expect(withHeld(entity, [])).toBe(entity);
  });

  test('a derived form is listed as switched off', async () => {
    const [entity] = (await pack(place('a', 'Avalon'))).entities;
    if (entity === undefined) throw new Error('no entity');
    const held = [{ row: 2, entity: 'a', alias: 'Avalons', reason: 'lit-wrongly' as const, sentence: 'x' }];
    expect(withHeld(entity, held).aliases).toEqual([
      { text: 'Avalon', case: 'auto', strength: 'strong' },
      { text: 'Avalons', case: 'exact', strength: 'off' },
    ]);
  });
});
