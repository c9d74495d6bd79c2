import { tabClient, type Client } from '@/utils/messaging/client';
import type { TabCalls } from '@/utils/messaging/protocol';
import { CallError } from '@/utils/model/call-error';
import { isCommand, type Command } from '@/utils/platform/commands';
import { activeTab } from '@/utils/platform/tabs';
import type { Library } from '@/utils/services/library';
import { captureSelection, type SelectionTab } from './capture';

/** What each command asks of the page in front. */
const ASK: Readonly<
  Record<Exclude<Command, 'save-selection'>, (page: Client<TabCalls>) => Promise<unknown>>
> = {
  'next-name': (page) => page.stepMention({ step: 1 }),
  'previous-name': (page) => page.stepMention({ step: -1 }),
  'open-card': (page) => page.openCard({}),
  'toggle-marks': (page) => page.toggleMarks({}),
};

/**
 * Does what a key was pressed for. A page that is not read has nothing to answer with, which is no error.
 *
 * @param given the tab that the browser names; without one, the tab in front
 */
export async function runCommand(
  library: Library,
  name: string,
  given: Partial<SelectionTab> | undefined,
): Promise<void> {
  if (!isCommand(name)) return;
  const { id, index = 0, url, title } = given ?? (await activeTab()) ?? {};
  if (id === undefined) return;
  if (name === 'save-selection') return captureSelection(library, { id, index, url, title }, null);
  try {
    await ASK[name](tabClient(id));
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'unavailable') throw error;
  }
}
