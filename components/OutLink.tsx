import type { ComponentChildren, JSX } from 'preact';
import { ENTRY } from './words';

interface OutLinkProps {
  readonly url: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/**
 * A link out of the extension: opens a new tab, tells it nothing of where it came from. Anything but `https:` and
 * `http:` is shown as plain words, since packs and pages name these addresses.
 */
export function OutLink({ url, class: className, children }: OutLinkProps): JSX.Element {
  const classes = className === undefined ? {} : { class: className };
  if (!/^https?:\/\//i.test(url)) return <span {...classes}>{children}</span>;
  return (
    <a {...classes} href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
      <span class="sr"> {ENTRY.newTab}</span>
    </a>
  );
}
