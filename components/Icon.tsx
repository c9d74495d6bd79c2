import type { JSX } from 'preact';

/** Line icons on a 16 grid with strokes of 1.5; the shapes that have a direction are mirrored in right-to-left pages. */
const SHAPES = {
  search: () => (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  close: () => <path d="m4 4 8 8M12 4l-8 8" />,
  check: () => <path d="m3 8.5 3.2 3.2L13 4.8" />,
  down: () => <path d="m4 6.25 4 4 4-4" />,
  up: () => <path d="m4 9.75 4-4 4 4" />,
  back: () => <path d="M9.75 3.5 5.25 8l4.5 4.5" />,
  settings: () => (
    <>
      <path d="M2 4.75h6.5M12.5 4.75H14M2 11.25h1.5M7.5 11.25H14" />
      <circle cx="10.5" cy="4.75" r="1.75" />
      <circle cx="5.5" cy="11.25" r="1.75" />
    </>
  ),
  note: () => (
    <>
      <path d="M13.5 8.5v3.75a1.25 1.25 0 0 1-1.25 1.25h-8.5a1.25 1.25 0 0 1-1.25-1.25v-8.5A1.25 1.25 0 0 1 3.75 2.5H7.5" />
      <path d="m6.5 9.5.5-2.25 5-5 1.75 1.75-5 5z" />
    </>
  ),
  open: () => (
    <path d="M7 3.5H3.75A1.25 1.25 0 0 0 2.5 4.75v7.5a1.25 1.25 0 0 0 1.25 1.25h7.5a1.25 1.25 0 0 0 1.25-1.25V9M9.5 2.5h4v4M13.25 2.75 7.5 8.5" />
  ),
  save: () => <path d="M4 2.75h8v10.5L8 10.25l-4 3z" />,
  saved: () => <path d="M4 2.75h8v10.5L8 10.25l-4 3z" fill="currentColor" />,
  alert: () => (
    <>
      <path d="M8 2.5 14.25 13.25H1.75z" />
      <path d="M8 6.5v3.25" />
      <path d="M8 11.35v.05" stroke-width="1.75" />
    </>
  ),
  info: () => (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.5v3.25" />
      <path d="M8 5.2v.05" stroke-width="1.75" />
    </>
  ),
  undo: () => (
    <>
      <path d="M5.5 3 2.75 5.75 5.5 8.5" />
      <path d="M3 5.75h6.25a3.9 3.9 0 0 1 0 7.75H6" />
    </>
  ),
  bin: () => <path d="M2.75 4.25h10.5M6 4V2.5h4V4M4 4.5l.6 8a1 1 0 0 0 1 1h4.8a1 1 0 0 0 1-1l.6-8" />,
  panel: () => <path d="M2.5 3.5h11v9h-11zM9.5 3.5v9" />,
  pin: () => <path d="M5.5 2.5h5M6.25 2.5v4L4 9.25h8L9.75 6.5v-4M8 9.25v4.5" />,
  clock: () => (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  library: () => <path d="M3 2.5v11M6.5 2.5v11M9.25 3l3.5 10.25" />,
  plus: () => <path d="M8 3v10M3 8h10" />,
} as const satisfies Record<string, () => JSX.Element>;

export type IconName = keyof typeof SHAPES;

const MIRRORED: ReadonlySet<IconName> = new Set(['back', 'open', 'panel']);

interface IconProps {
  readonly name: IconName;
  readonly small?: boolean;
}

/** An icon beside words, or alone in a button that has a label of its own; always hidden from assistive technology. */
export function Icon({ name, small = false }: IconProps): JSX.Element {
  const classes = ['i', small ? 's' : '', MIRRORED.has(name) ? 'flip' : ''].filter(Boolean).join(' ');
  return (
    <svg
      class={classes}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]()}
    </svg>
  );
}
