import type { JSX } from 'preact';
import type { Excerpt } from '../utils/model/found';

/** A stretch of text with the words that made it a result. */
export function MarkedText({ excerpt }: { readonly excerpt: Excerpt }): JSX.Element {
  const { text, marks } = excerpt;
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <bdi class="excerpt">{parts}</bdi>;
}
