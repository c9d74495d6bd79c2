import type { JSX } from 'preact';
import { encode } from 'uqr';

/** Modules of white around the code; readers need four. */
const BORDER = 4;

/** A text as a QR code, drawn as one path. Always dark on white, since many readers know nothing else. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <figure class="qr" aria-label={label}>
      <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </figure>
  );
}
