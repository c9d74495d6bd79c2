import type { ComponentChildren, JSX } from 'preact';
import { ENTRY } from './words';

interface OutLinkProps {
  readonly url: string;
  /** Shown on hover. */
  readonly title?: string;
  readonly children: ComponentChildren;
}

/**
 * A link out of the extension: opens a new tab, tells it nothing of where it came from. Anything but `https:` and
 * `http:` is shown as plain words, since packs and pages name these addresses.
 */
export function OutLink({ url, title, children }: OutLinkProps): JSX.Element {
  const hint = title === undefined ? {} : { title };
  if (!/^https?:\/\//i.test(url)) return <span {...hint}>{children}</span>;
  return (
    <a {...hint} href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
      <span class="sr"> {ENTRY.newTab}</span>
    </a>
  );
}
