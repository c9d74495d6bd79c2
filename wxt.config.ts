import preactPreset from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Stable extension page origin in Firefox, and the id its storage is kept under. */
const GECKO_ID = 'backgrounder@backgrounder.example';

function command(description: string, key: string) {
  return {
    description,
    suggested_key: { default: `Alt+Shift+${key}`, mac: `MacCtrl+Shift+${key}` },
  };
}

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [preactPreset()],
    // The polyfill is a classic script that sniffs for its host; everything else is ES modules.
    build: { target: 'es2022' },
  }),
  zip: { excludeSources: ['docs/**', 'tests/**', '.profiles/**', '.cache/**'] },
  manifest: ({ browser }) => ({
    name: 'Backgrounder',
    description: 'Your background notes on the names in the news, one hover away.',
    // None of these shows a warning at installation (tests/e2e/manifest.test.ts holds the list).
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      'scripting',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
    ],
    commands: {
      // Chromium takes no more than four suggested keys. These leave alone what browsers (Alt+Shift+A, B, I, T) and screen
      // readers (Insert, Caps Lock, Ctrl+Option) own; on a Mac, Option+Shift types letters, so Control stands in for it.
      'next-name': command('Go to the next name', 'Period'),
      'previous-name': command('Go to the previous name', 'Comma'),
      'open-card': command('Open the card of the name in front', 'O'),
      'toggle-marks': command('Hide or show all marks on this page', 'H'),
      'save-selection': { description: 'Save the selected name with a note' },
      _execute_action: {},
    },
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'",
    },
    web_accessible_resources: [
      {
        resources: ['card.html'],
        matches: ['*://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
});
