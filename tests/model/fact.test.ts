import { describe, expect, test } from 'vitest';
import { factLines, heldOn, type Fact } from '@/utils/model/fact';
import type { EntityId, FactId, PackId } from '@/utils/model/ids';

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
      { slot: 'Seat', asOf: [seat], now: [seat], changed: false, disputed: [] },
    ]);
  });
});

const told = (value: string, paper: string, from: string | null = null, to: string | null = null): Fact => ({
  ...fact('First strike', value, from, to),
  id: `${paper} ${value}` as FactId,
  source: { title: paper, url: '' },
});
const disputed = (...facts: readonly Parameters<typeof factLines>[0][number][]): number =>
  factLines(facts, null, '2026-01-01')[0]?.disputed.length ?? 0;

describe('two sources on one slot', () => {
  test('that differ are both flagged', () => {
    const [forces, wiki] = [told('30 September 2015', 'Forces'), told('30 September 2014', 'Wiki')];
    expect(factLines([forces, wiki], null, '2026-01-01')[0]?.disputed).toEqual(
      expect.arrayContaining([forces.id, wiki.id]),
    );
  });

  test('that differ about a date of the same thing are flagged', () => {
    expect(disputed(told('Leader', 'A', '2014-07'), told('Leader', 'B', '2014-06-29'))).toBeGreaterThan(0);
  });

  test.each([
    ['one source twice', told('one', 'A'), told('two', 'A')],
    ['the same in other letters', told('Under way.', 'A'), told('under  way', 'B')],
    ['a month and a day in it', told('June 2022', 'A'), told('9 June 2022', 'B')],
    ['a year and a day in it', told('Leader', 'A', '2014'), told('Leader', 'B', '2014-06-29')],
    ['a date that only one knows', told('Leader', 'A'), told('Leader', 'B', '2014')],
    ['another time', told('old', 'A', '2010', '2012'), told('new', 'B', '2013')],
    ['a handover in one year', told('old', 'A', '2010', '2026'), told('new', 'B', '2026-01')],
  ])('are not flagged for %s', (_what, a, b) => {
    expect(disputed(a, b)).toBe(0);
  });

  test('are not flagged within one pack, which lists', () => {
    const pack = 'p' as PackId;
    expect(disputed({ ...told('one', 'A'), pack }, { ...told('two', 'B'), pack })).toBe(0);
    expect(disputed({ ...told('one', 'A'), pack }, { ...told('two', 'B'), pack: null })).toBeGreaterThan(0);
  });
});
