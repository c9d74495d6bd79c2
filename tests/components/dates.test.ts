import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatSpan } from '../../components/dates';

test.each([
  ['2020-12-10', '10 Dec 2020'],
  ['2024-09-05', '5 Sep 2024'],
  ['2020-12', 'Dec 2020'],
  ['2020', '2020'],
  ['2020-13', '2020-13'],
  ['soon', 'soon'],
])('the day %s is written %s', (day, words) => {
  expect(formatDay(day)).toBe(words);
});

test('spans say what is known of them', () => {
  expect(formatSpan('2016-07-17', '2019-07-24')).toBe('17 Jul 2016 – 24 Jul 2019');
  expect(formatSpan('2005', null)).toBe('from 2005');
  expect(formatSpan(null, '2019-03')).toBe('until Mar 2019');
  expect(formatSpan(null, null)).toBe('');
});

test('a moment of today is told by the hour, an older one by the day', () => {
  const now = new Date(2026, 2, 10, 18, 30).getTime();
  expect(formatMoment(new Date(2026, 2, 10, 9, 4).getTime(), now)).toBe('today, 09:04');
  expect(formatMoment(new Date(2026, 2, 9, 23, 59).getTime(), now)).toBe('9 Mar 2026');
});
