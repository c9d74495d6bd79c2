/** One line of a plot. Points without a measured value are left out by the caller. */
export interface Series {
  readonly label: string;
  /** Which of the plot's three inks draws it, 0 to 2. */
  readonly ink: 0 | 1 | 2;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Panel {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** A figure to stay under, drawn as a dashed line; null for none. */
  readonly limit: { readonly y: number; readonly label: string } | null;
}

const WIDTH = 460;
const HEIGHT = 340;
const MARGIN = { left: 62, right: 20, top: 40, bottom: 78 };
const DASHES = ['', '7 4', '2 4'];

const STYLE = `text{font:12px system-ui,sans-serif;fill:#222}.title{font-size:14px;font-weight:600}.axis{stroke:#777}.grid{stroke:#ddd}
.limit{stroke:#777;stroke-dasharray:5 4}.line{fill:none;stroke-width:2.2}.i0{stroke:#0b5fb0}.i1{stroke:#b34700}.i2{stroke:#6b3fa0}
.d0{fill:#0b5fb0}.d1{fill:#b34700}.d2{fill:#6b3fa0}.paper{fill:#fff}
@media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#3a3a3a}.axis,.limit{stroke:#999}.i0{stroke:#6db3f2}.i1{stroke:#f0a060}.i2{stroke:#bd9cf0}
.d0{fill:#6db3f2}.d1{fill:#f0a060}.d2{fill:#bd9cf0}.paper{fill:#16181c}}`;

/** Panels side by side, both axes logarithmic, as one SVG that follows the reader's light or dark scheme. */
export function plot(panels: readonly Panel[]): string {
  const width = WIDTH * panels.length;
  const drawn = panels.map(
    (panel, index) => `<g transform="translate(${index * WIDTH} 0)">${draw(panel)}</g>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img">` +
    `<title>${escape(panels.map(({ title }) => title).join('; '))}</title><style>${STYLE}</style>` +
    `<rect class="paper" width="${width}" height="${HEIGHT}"/>${drawn.join('')}</svg>\n`
  );
}

function draw({ title, xLabel, yLabel, series, limit }: Panel): string {
  const points = series.flatMap((one) => one.points);
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = scale(
    points.map((point) => point.x),
    MARGIN.left,
    right,
  );
  const y = scale(
    [...points.map((point) => point.y), ...(limit === null ? [] : [limit.y])],
    bottom,
    MARGIN.top,
  );
  const grid = [
    ...x.ticks.map(
      (tick) =>
        `<line class="grid" x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${MARGIN.top}" y2="${bottom}"/>` +
        `<text x="${x.at(tick)}" y="${bottom + 16}" text-anchor="middle">${short(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<line class="grid" x1="${MARGIN.left}" x2="${right}" y1="${y.at(tick)}" y2="${y.at(tick)}"/>` +
        `<text x="${MARGIN.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${short(tick)}</text>`,
    ),
  ];
  const lines = series.map(({ label, ink, points: own }, index) => {
    const path = own
      .map((point, place) => `${place === 0 ? 'M' : 'L'}${x.at(point.x)} ${y.at(point.y)}`)
      .join('');
    const dots = own.map(
      (point) => `<circle class="d${ink}" cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="3.5"/>`,
    );
    const left = MARGIN.left + index * 130;
    return (
      `<path class="line i${ink}" stroke-dasharray="${DASHES[ink] ?? ''}" d="${path}"/>${dots.join('')}` +
      `<line class="line i${ink}" stroke-dasharray="${DASHES[ink] ?? ''}" x1="${left}" x2="${left + 22}" y1="${HEIGHT - 14}" y2="${HEIGHT - 14}"/>` +
      `<text x="${left + 27}" y="${HEIGHT - 10}" style="font-size:10.5px">${escape(label)}</text>`
    );
  });
  const target =
    limit === null
      ? ''
      : `<line class="limit" x1="${MARGIN.left}" x2="${right}" y1="${y.at(limit.y)}" y2="${y.at(limit.y)}"/>` +
        `<text x="${right}" y="${y.at(limit.y) - 4}" text-anchor="end">${escape(limit.label)}</text>`;
  return (
    `<text class="title" x="${MARGIN.left}" y="22">${escape(title)}</text>${grid.join('')}` +
    `<line class="axis" x1="${MARGIN.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>` +
    `<text x="${(MARGIN.left + right) / 2}" y="${bottom + 34}" text-anchor="middle">${escape(xLabel)}</text>` +
    `<text transform="translate(14 ${(MARGIN.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(yLabel)}</text>` +
    `${target}${lines.join('')}`
  );
}

/** A logarithmic scale over whole powers of ten around the values. */
function scale(
  values: readonly number[],
  from: number,
  to: number,
): { readonly at: (value: number) => number; readonly ticks: readonly number[] } {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const low = Math.floor(Math.min(...logs) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs) - 1e-9));
  return {
    at: (value) => Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10,
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}

function short(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000} M`;
  if (value >= 1000) return `${value / 1000} k`;
  return String(Number(value.toPrecision(3)));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
