import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageClient } from '../../utils/messaging/client';
import { serveTab } from '../../utils/messaging/tab-server';
import { randomId, type DocumentId } from '../../utils/model/ids';
import { takeOver } from '../../utils/page/only-one';
import { readSelection } from '../../utils/page/selection';
import { Session } from '../../utils/page/session';
import { logDefect } from '../../utils/platform/log';

const newId = (): string => randomId((bytes) => crypto.getRandomValues(bytes));

/** After an update the old script runs on, cut off: its runtime has no id any more. */
const isAlive = (): boolean => browser.runtime?.id !== undefined;

/**
 * The origin of the extension's pages. Chromium gives a page's scripts an alias of it that changes by the session
 * (`use_dynamic_url`), and messages that are sent to the alias never arrive.
 */
function extensionOrigin(): string {
  const { protocol, origin } = new URL(browser.runtime.getURL('/card.html'));
  return protocol === 'chrome-extension:' ? `${protocol}//${browser.runtime.id}` : origin;
}

export default defineContentScript({
  // Registered by the background once the reader has said where names should light up.
  registration: 'runtime',
  runAt: 'document_start',
  // The page could listen to that message.
  noScriptStartedPostMessage: true,
  main() {
    const session = new Session({
      background: pageClient(),
      cardUrl: browser.runtime.getURL('/card.html'),
      cardOrigin: extensionOrigin(),
      newDocumentId: () => newId() as DocumentId,
      random: newId,
      isAlive,
      onDefect: logDefect,
    });
    if (!takeOver({ isAlive, stop: () => session.stop() })) return;
    const stopServing = serveTab(
      {
        describePage: () => session.describe(),
        readBlocks: () => session.readBlocks(),
        rescan: ({ policy }) => session.rescan(policy),
        showMention: (place) => session.showMention(place),
        stepMention: ({ step }) => session.stepMention(step),
        openCard: () => session.openCard(),
        readSelection: () => readSelection(session.describe().page),
        toggleMarks: () => session.toggleMarks(),
      },
      (error) => logDefect('tab call', error),
    );
    // An orphan may not even be allowed to stop listening.
    session.signal.addEventListener('abort', () => isAlive() && stopServing());
    void session.start();
  },
});
