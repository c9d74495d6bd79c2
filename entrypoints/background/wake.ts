import { browser } from '@/utils/platform/browser';
import { grantedOrigins, injectIntoOpenTabs, registerContentScript } from '@/utils/platform/content-scripts';
import { openWelcome } from '@/utils/platform/panels';
import { closeStoresToPages } from '@/utils/platform/session-store';
import { writeSettings } from '@/utils/platform/settings';
import { installBundledPacks } from '@/utils/services/bundled-packs';
import type { Services } from './services';

/** After installation or update: packs, content scripts, and the first-run page where there is something to ask. */
export async function afterInstall({ library, packJobs }: Services, reason: string): Promise<void> {
  await closeStoresToPages();
  // Pages light up with what is here already; packs may take some seconds.
  await followPermissions();
  if (reason === 'install') await greet();
  await packJobs.run(null, (job) => installBundledPacks(library, readBundled, job));
}

/** Hosts that came with the manifest answer the first run's only question. */
async function greet(): Promise<void> {
  const answered = (await grantedOrigins()).length > 0;
  if (answered) await writeSettings({ welcomed: true });
  else await openWelcome();
}

/** After a change of what may be read: run there from now on, and in the tabs that are open. */
export async function followPermissions(): Promise<void> {
  await registerContentScript();
  await injectIntoOpenTabs();
}

/** A file of `public/packs`, as text. */
export async function readBundled(file: string): Promise<string> {
  const path = `packs/${file}`;
  return (await fetch(browser.runtime.getURL(path))).text();
}
