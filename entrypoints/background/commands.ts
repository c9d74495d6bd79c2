import { tabClient, type Client } from '@/utils/messaging/client';
import type { TabCalls } from '@/utils/messaging/protocol';
import { CallError } from '@/utils/model/call-error';
import { isCommand, type Command } from '@/utils/platform/commands';
import { activeTabId } from '@/utils/platform/tabs';

/** What each command asks of the page in front. */
const ASK: Readonly<Record<Command, (page: Client<TabCalls>) => Promise<unknown>>> = {
  'next-name': (page) => page.stepMention({ step: 1 }),
  'previous-name': (page) => page.stepMention({ step: -1 }),
  'open-card': (page) => page.openCard({}),
  'toggle-marks': (page) => page.toggleMarks({}),
};

/**
 * Does what a key was pressed for. A page that is not read has nothing to answer with, which is no error.
 *
 * @param tabId the tab that the browser names; without one, the tab in front
 */
export async function runCommand(name: string, tabId: number | undefined): Promise<void> {
  if (!isCommand(name)) return;
  const target = tabId ?? (await activeTabId());
  if (target === null) return;
  try {
    await ASK[name](tabClient(target));
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'unavailable') throw error;
  }
}
