import type { JSX } from 'preact';

/** The paragraphs of a note: parted by empty lines, single line breaks kept. Empty ones are dropped. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

interface PlainTextProps {
  readonly body: string;
  /** Shows two lines and an ellipsis. */
  readonly short?: boolean;
}

/** A note's words as text nodes in paragraphs; what looks like markup stays as it was typed. */
export function PlainText({ body, short = false }: PlainTextProps): JSX.Element {
  return (
    <div class={short ? 'notebox two' : 'notebox'} dir="auto">
      {paragraphsOf(body).map((paragraph, index) => (
        // Paragraphs have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
