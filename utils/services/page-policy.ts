import type { PagePolicy } from '../messaging/protocol';
import type { Settings } from '../model/settings';

/**
 * What may be done on a page of a site. The site's own rule always wins over the mode.
 *
 * @param site the page's host as rules name it, or null for pages that are none of the web
 */
export function pagePolicy(settings: Settings, site: string | null): PagePolicy {
  const rule = site === null ? undefined : settings.sites[site];
  const scans = { on: 'always', off: 'never', click: 'on-click' } as const;
  return {
    scan: rule === undefined ? 'auto' : scans[rule],
    mode: settings.mode,
    painter: settings.painter,
    listed: rule === 'on',
  };
}
