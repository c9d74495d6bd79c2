import type { Sender } from '@/utils/messaging/server';

/** The card page is the only one of ours that can stand in somebody else's page. */
const CARD_PATH = '/card.html';

/**
 * Who may knock at which door, by what the browser says of the sender. A message's own content is never asked.
 *
 * @param extensionOrigin `chrome-extension://…` or `moz-extension://…`, without a slash at the end
 */
export function senderRules(extensionOrigin: string): {
  readonly isPage: (sender: Sender) => boolean;
  readonly isCard: (sender: Sender) => boolean;
  readonly isPanel: (sender: Sender) => boolean;
} {
  const ownPath = ({ url }: Sender): string | null => {
    if (url === undefined || !URL.canParse(url)) return null;
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}` === extensionOrigin ? pathname : null;
  };
  return {
    /** A content script in the top frame of a tab. */
    isPage: (sender) => sender.tab?.id !== undefined && sender.frameId === 0 && ownPath(sender) === null,
    /** Our card in a frame of a tab; never as a page of its own. */
    isCard: (sender) => sender.tab?.id !== undefined && sender.frameId !== 0 && ownPath(sender) === CARD_PATH,
    /** Our own pages, which no web page can frame: they are not web-accessible. */
    isPanel: (sender) => {
      const path = ownPath(sender);
      return path !== null && path !== CARD_PATH && (sender.frameId === undefined || sender.frameId === 0);
    },
  };
}
