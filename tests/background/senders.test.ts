import { describe, expect, test } from 'vitest';
import { senderRules } from '@/entrypoints/background/senders';
import type { Sender } from '@/utils/messaging/server';

const OURS = 'chrome-extension://abcdefghijklmnop';
const { isPage, isCard, isPanel } = senderRules(OURS);
const tab = { id: 7 } as NonNullable<Sender['tab']>;

const popup: Sender = { url: `${OURS}/popup.html` };
const popupInTab: Sender = { url: `${OURS}/popup.html?tabId=3`, tab, frameId: 0 };
const card: Sender = { url: `${OURS}/card.html`, tab, frameId: 12 };
const cardAsPage: Sender = { url: `${OURS}/card.html`, tab, frameId: 0 };
const content: Sender = { url: 'https://news.example/story', tab, frameId: 0 };
const contentInFrame: Sender = { url: 'https://ads.example/', tab, frameId: 4 };
const disguised: Sender = { url: 'https://news.example/popup.html', tab, frameId: 0 };
const lookalike: Sender = { url: `${OURS}.example/popup.html`, tab, frameId: 0 };
const nameless: Sender = {};

describe('senders', () => {
  test.each([
    ['the popup', popup, { page: false, card: false, panel: true }],
    ['the popup in a tab', popupInTab, { page: false, card: false, panel: true }],
    ['the card in a page', card, { page: false, card: true, panel: false }],
    ['the card opened as a page of its own', cardAsPage, { page: false, card: false, panel: false }],
    ['a content script', content, { page: true, card: false, panel: false }],
    ['a content script in a frame', contentInFrame, { page: false, card: false, panel: false }],
    ['a page that is called like the popup', disguised, { page: true, card: false, panel: false }],
    ['a host that begins like ours', lookalike, { page: true, card: false, panel: false }],
    ['nobody', nameless, { page: false, card: false, panel: false }],
  ])('%s', (_who, sender, rights) => {
    expect({ page: isPage(sender), card: isCard(sender), panel: isPanel(sender) }).toEqual(rights);
  });
});
