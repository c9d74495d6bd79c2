import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCoarseDay, spanProblem } from '@/utils/model/dates';

describe('a coarse day', () => {
  test.each(['2019', '2019-07', '2019-07-24', '2020-02-29', '2000-02-29', '0001'])('%s is one', (text) => {
    expect(isCoarseDay(text)).toBe(true);
  });

  test.each([
    '',
    '19',
    '2019-13',
    '2019-00',
    '2019-06-31',
    '2019-02-29',
    '1900-02-29',
    '2019-7-4',
    '24 July 2019',
  ])('“%s” is none', (text) => {
    expect(isCoarseDay(text)).toBe(false);
  });

  test('is every day that a calendar has', () => {
    const anyDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isCoarseDay(date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });
});

describe('a span', () => {
  test.each([
    [null, null, null],
    ['2019', null, null],
    ['2019-07-24', '2023-08-31', null],
    ['2019-07-24', '2019', null],
    ['2019', '2019-07-24', null],
    ['2023-08-31', '2019-07-24', 'order'],
    ['2023', '2022-12', 'order'],
    ['soon', '2022', 'from'],
    ['2022', '2022-02-30', 'to'],
  ] as const)('from %s to %s: %s', (from, to, problem) => {
    expect(spanProblem(from, to)).toBe(problem);
  });
});
