import type { JSX } from 'preact';

/** The product's mark: a line of text, one word marked, its card open beneath. */
export function Brand({ sizePx }: { readonly sizePx: number }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width={sizePx} height={sizePx} aria-hidden="true">
      <rect width="16" height="16" rx="3.5" fill="#23262b" />
      <path fill="#f0a955" d="M2 3h7v2H2z" />
      <path fill="#9aa0a8" d="M10 3h4v2h-4z" />
      <path
        fill="#fff"
        fill-rule="evenodd"
        d="M2.75 7H4l1.5-1.5L7 7h6.25a.75.75 0 0 1 .75.75v5.5a.75.75 0 0 1-.75.75H2.75a.75.75 0 0 1-.75-.75v-5.5A.75.75 0 0 1 2.75 7zM4 9v1h8V9zm0 2v1h5v-1z"
      />
    </svg>
  );
}
