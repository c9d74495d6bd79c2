/** Gets a browser: finds it, or installs it where that is the custom, or says what to do. Node built-ins only. */
import { readFileSync } from 'node:fs';
import { run } from './command.mjs';
import { VARIABLES, findBrowser } from './find-browser.mjs';

const ADVICE = {
  chromium: {
    darwin: 'brew install --cask chromium',
    win32: 'winget install Google.Chrome (or Microsoft Edge, which is on most machines)',
    linux: 'sudo apt-get install chromium (Debian, Ubuntu), sudo dnf install chromium (Fedora)',
  },
  firefox: {
    darwin: 'brew install --cask firefox',
    win32: 'winget install Mozilla.Firefox',
    linux: 'sudo apt-get install firefox-esr (Debian), sudo dnf install firefox (Fedora)',
  },
};

/** Packages to try in turn: Debian has firefox-esr, Ubuntu only firefox. */
const APT_PACKAGES = {
  chromium: [['chromium'], ['chromium-browser']],
  firefox: [['firefox-esr'], ['firefox']],
};

/** Whether packages can be installed by apt without asking anybody: root on Debian, Ubuntu or their children. */
export function canInstallByApt(osRelease = readOsRelease(), uid = process.getuid?.()) {
  return uid === 0 && /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(osRelease);
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** What to do by hand when a browser is missing, in words. */
export function adviceFor(browser, platform = process.platform) {
  const commands = ADVICE[browser];
  return [
    `No ${browser === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} was found.`,
    `  install one:  ${commands[platform] ?? commands.linux}`,
    `  or name one:  set ${VARIABLES[browser]} to the path of its program`,
  ].join('\n');
}

/**
 * A browser's program, installed by apt if it must be and can be.
 *
 * @returns {Promise<string>}
 * @throws {Error} with words for the user when there is none
 */
export async function ensureBrowser(browser) {
  const found = findBrowser(browser);
  if (found !== null) return found;
  if (canInstallByApt()) await installByApt(browser);
  const installed = findBrowser(browser);
  if (installed === null) throw new Error(adviceFor(browser));
  return installed;
}

async function installByApt(browser) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = (names) => run('apt-get', ['install', '-y', '--no-install-recommends', ...names], env);
  console.log(`Installing ${browser} (apt-get) ...`);
  // A fresh machine has no package lists, or old ones whose files are gone: the first failure is worth an update.
  for (const attempt of ['as is', 'updated']) {
    if (attempt === 'updated' && (await run('apt-get', ['update'], env)) !== 0) return;
    for (const names of APT_PACKAGES[browser]) if ((await install(names)) === 0) return;
  }
}
