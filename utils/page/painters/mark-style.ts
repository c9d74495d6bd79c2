import type { MarkKind } from '../marks';

/** What is behind the text: decides which of two colours has contrast. */
export type Shade = 'light' | 'dark';

/** A line under a name: shape tells the kind without colour, colour tells it faster. */
export interface MarkStyle {
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';
  /** Thickness in em of the text; of one of the two lines for `double`. */
  readonly thicknessEm: number;
  /** Colours of the first mention: at least 5.8:1 on white, 8.2:1 on #1c1d1f. */
  readonly strong: Readonly<Record<Shade, string>>;
  /** Colours of later mentions: at least 3:1 on light grey and on slate. */
  readonly faint: Readonly<Record<Shade, string>>;
}

export const MARK_STYLES: Readonly<Record<MarkKind, MarkStyle>> = {
  person: style('solid', 0.085, '#0166b9', '#7ab9ff', '#3d85d1', '#4582c3'),
  organisation: style('dashed', 0.09, '#794dbe', '#c2a7ff', '#9172cd', '#8c72c0'),
  group: style('double', 0.065, '#bd2e31', '#ff9991', '#d0605a', '#c4625c'),
  place: style('dotted', 0.1, '#107536', '#84c491', '#4d915d', '#528c5f'),
  operation: style('solid', 0.17, '#975502', '#eba769', '#b7722d', '#ae7239'),
  equipment: style('dotted', 0.18, '#027075', '#6ec3c7', '#2e8f94', '#3b8b8f'),
  document: style('dashed', 0.165, '#6e6703', '#bcb879', '#8a8543', '#858149'),
  event: style('wavy', 0.07, '#ad367d', '#f698c9', '#c26397', '#b76490'),
  // An operation's colour, in its faint tone and as thin dashes throughout: seen by who looks for it.
  unknown: style('dashed', 0.07, '#b7722d', '#ae7239', '#b7722d', '#ae7239'),
};

/** Tint behind a first mention: far below the 0.25 at which text would fall under 4.5:1. */
export const TINT_ALPHA = 0.08;

/** Later mentions are drawn this much thinner, but never below one pixel. */
export const LATER_THICKNESS = 0.55;

/** A colour `#rrggbb` with the tint's alpha. */
export function tintOf(colour: string): string {
  return `${colour}${Math.round(TINT_ALPHA * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

function style(
  line: MarkStyle['line'],
  thicknessEm: number,
  strongLight: string,
  strongDark: string,
  faintLight: string,
  faintDark: string,
): MarkStyle {
  return {
    line,
    thicknessEm,
    strong: { light: strongLight, dark: strongDark },
    faint: { light: faintLight, dark: faintDark },
  };
}
