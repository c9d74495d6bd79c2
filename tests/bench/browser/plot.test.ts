import { describe, expect, test } from 'vitest';
import { plot } from './plot';
import { medians, quantile } from './stats';

const panel = {
  title: 'Script < limit',
  xLabel: 'words',
  yLabel: 'ms',
  limit: { y: 10, label: '10 ms' },
  series: [
    {
      label: 'ours',
      ink: 0 as const,
      points: [
        { x: 10, y: 1 },
        { x: 100, y: 10 },
        { x: 1_000, y: 100 },
      ],
    },
  ],
};

describe('a plot', () => {
  test('puts equal factors at equal distances', () => {
    const places = [...plot([panel]).matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = places;
    expect(x1 - x0).toBeCloseTo(x2 - x1, 1);
    expect(y0 - y1).toBeCloseTo(y1 - y2, 1);
    expect(y0).toBeGreaterThan(y1);
  });

  test('is well-formed and follows light and dark', () => {
    const svg = plot([panel, panel]);
    expect(svg).toContain('Script &lt; limit');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.match(/<g /g)).toHaveLength(2);
  });
});

describe('statistics', () => {
  test('a quantile lies between its neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('medians leave out what was not measured', () => {
    const runs = [
      { a: 1, b: null },
      { a: 3, b: 5 },
    ];
    expect(medians(runs, ['a', 'b'])).toEqual({ a: 2, b: 5 });
    expect(medians([], ['a'])).toEqual({ a: null });
  });
});
