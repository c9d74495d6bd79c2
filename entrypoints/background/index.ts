import { defineBackground } from 'wxt/utils/define-background';
import type { CardCalls, PageCalls, PanelCalls } from '@/utils/messaging/protocol';
import { CARD_REQUESTS, PAGE_REQUESTS, PANEL_REQUESTS } from '@/utils/messaging/requests';
import { openDoor, serve } from '@/utils/messaging/server';
import { browser } from '@/utils/platform/browser';
import { registerContentScript } from '@/utils/platform/content-scripts';
import { logDefect } from '@/utils/platform/log';
import { emptyBin } from '@/utils/services/bin';
import { cardCalls } from './card-calls';
import { CAPTURE_MENU, captureSelection, createMenu } from './capture';
import { runCommand } from './commands';
import { lookAtPacks, PACKS_ALARM } from './pack-wake';
import { pageCalls } from './page-calls';
import { followReadingAlarm } from './reading-alarm';
import { panelCalls } from './panel-calls';
import { senderRules } from './senders';
import { createServices } from './services';
import { afterInstall, followPermissions } from './wake';

export default defineBackground(() => {
  // Everything below runs in the worker's first turn: a listener that comes later misses the event that woke it.
  const services = createServices();
  const { isPage, isCard, isPanel } = senderRules(new URL(browser.runtime.getURL('')).origin);

  serve(
    [
      openDoor<PageCalls>({
        door: 'page',
        schemas: PAGE_REQUESTS,
        handlers: pageCalls(services),
        allows: isPage,
      }),
      openDoor<CardCalls>({
        door: 'card',
        schemas: CARD_REQUESTS,
        handlers: cardCalls(services),
        allows: isCard,
      }),
      openDoor<PanelCalls>({
        door: 'panel',
        schemas: PANEL_REQUESTS,
        handlers: panelCalls(services),
        allows: isPanel,
      }),
    ],
    report('call'),
  );
  followReadingAlarm(services.library, report('reading index'));
  services.sync.schedule.listen();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenu().catch(report('menu'));
    // Should the browser stop us before every pack is in, the alarm goes on where this ended.
    void browser.alarms.create(PACKS_ALARM, { delayInMinutes: 1 }).catch(report('packs'));
    void afterInstall(services, reason).catch(report('installation'));
  });
  // A registration survives restarts of the browser, but not every way in which a profile is damaged or moved.
  browser.runtime.onStartup.addListener(() => {
    void registerContentScript().catch(report('start'));
    void emptyBin(services.library).catch(report('bin'));
    void lookAtPacks(services).catch(report('packs'));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PACKS_ALARM) void lookAtPacks(services).catch(report('packs'));
  });
  browser.permissions.onAdded.addListener(() => void followPermissions().catch(report('permissions')));
  browser.permissions.onRemoved.addListener(() => void followPermissions().catch(report('permissions')));
  browser.commands.onCommand.addListener(
    (name, tab) => void runCommand(services.library, name, tab).catch(report('command')),
  );
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    if (menuItemId !== CAPTURE_MENU || tab?.id === undefined) return;
    const { id, index, url, title } = tab;
    void captureSelection(services.library, { id, index, url, title }, selectionText).catch(
      report('capture'),
    );
  });
  browser.tabs.onRemoved.addListener((tabId) => services.documents.dropTab(tabId));
});

const report =
  (where: string) =>
  (error: unknown): void =>
    logDefect(where, error);
