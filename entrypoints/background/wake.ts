import { browser } from '@/utils/platform/browser';
import { grantedOrigins, injectIntoOpenTabs, registerContentScript } from '@/utils/platform/content-scripts';
import { openWelcome } from '@/utils/platform/panels';
import { closeStoresToPages } from '@/utils/platform/session-store';
import { writeSettings } from '@/utils/platform/settings';
import { installBundledPack } from '@/utils/services/install-packs';
import type { Library } from '@/utils/services/library';

/** After installation or update: packs, content scripts, and the first-run page where there is something to ask. */
export async function afterInstall(library: Library, reason: string): Promise<void> {
  await closeStoresToPages();
  await installPacks(library);
  await followPermissions();
  if (reason !== 'install') return;
  // Hosts that came with the manifest answer the first run's only question.
  const answered = (await grantedOrigins()).length > 0;
  if (answered) await writeSettings({ welcomed: true });
  else await openWelcome();
}

/** After a change of what may be read: run there from now on, and in the tabs that are open. */
export async function followPermissions(): Promise<void> {
  await registerContentScript();
  await injectIntoOpenTabs();
}

async function installPacks(library: Library): Promise<void> {
  const index = await fetchText('packs/index.json');
  const { packs } = JSON.parse(index) as { readonly packs: readonly { readonly file: string }[] };
  for (const { file } of packs) await installBundledPack(library, await fetchText(`packs/${file}`));
}

/** A file of the extension's own package. */
async function fetchText(path: string): Promise<string> {
  return (await fetch(browser.runtime.getURL(path))).text();
}
