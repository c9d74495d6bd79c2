import type { FunctionComponent, JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { PlainText } from './PlainText';

interface MarkdownProps {
  readonly body: string;
  /** Shows two lines and an ellipsis. */
  readonly short?: boolean;
}

/**
 * A note drawn as the CommonMark it is. The parser is larger than all the rest of a card, so it comes after: the first
 * note of a page is plain text for a moment, and stays so where the parser cannot be loaded (the extension was updated
 * under an open page).
 */
export function Markdown({ body, short = false }: MarkdownProps): JSX.Element {
  const [Tree, setTree] = useState<FunctionComponent<{ readonly body: string }> | null>(null);

  // Before painting: once the parser is loaded, a note never shows as plain text first.
  useLayoutEffect(() => {
    let isShown = true;
    import('./MarkdownTree').then(
      ({ MarkdownTree }) => {
        if (isShown) setTree(() => MarkdownTree);
      },
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, []);

  if (Tree === null) return <PlainText body={body} short={short} />;
  return (
    <div class={short ? 'notebox marked two' : 'notebox marked'} dir="auto">
      <Tree body={body} />
    </div>
  );
}
