import { describe, expect, test } from 'vitest';
import { factLines, heldOn, type Fact } from '@/utils/model/fact';
import type { EntityId, FactId } from '@/utils/model/ids';

const source = { title: 'A paper', url: 'https://example.org/' };
const fact = (slot: string, value: string, from: string | null, to: string | null): Fact => ({
  id: `${slot}:${value}` as FactId,
  entityId: 'e' as EntityId,
  slot,
  value,
  from,
  to,
  source,
});

describe('heldOn', () => {
  test.each([
    ['before it began', '2019-07-23', false],
    ['on its first day', '2019-07-24', true],
    ['on its last day', '2023-08-31', true],
    ['after it ended', '2023-09-01', false],
  ])('%s', (_when, day, held) => {
    expect(heldOn({ from: '2019-07-24', to: '2023-08-31' }, day)).toBe(held);
  });

  test('a year stands for all of its days', () => {
    expect(heldOn({ from: '2005', to: '2024' }, '2024-12-31')).toBe(true);
    expect(heldOn({ from: '2005', to: '2024' }, '2005-01-01')).toBe(true);
    expect(heldOn({ from: '2005', to: '2024' }, '2025-01-01')).toBe(false);
  });

  test('no dates mean always', () => {
    expect(heldOn({ from: null, to: null }, '1066-10-14')).toBe(true);
  });
});

describe('factLines', () => {
  const office = fact('Office', 'Defence Secretary', '2019-07-24', '2023-08-31');
  const seat = fact('Seat', 'MP', '2005', null);

  test('puts then beside now, changed lines first', () => {
    const lines = factLines([seat, office], '2020-12-10', '2026-01-01');
    expect(lines.map(({ slot, changed }) => [slot, changed])).toEqual([
      ['Office', true],
      ['Seat', false],
    ]);
    expect(lines[0]).toMatchObject({ asOf: [office], now: [] });
  });

  test('leaves out what held neither then nor now', () => {
    expect(factLines([office], '2025-01-01', '2026-01-01')).toEqual([]);
  });

  test('shows today where the day of the article is unknown', () => {
    expect(factLines([seat], null, '2026-01-01')).toEqual([
      { slot: 'Seat', asOf: [seat], now: [seat], changed: false },
    ]);
  });
});
