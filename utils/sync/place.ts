import type { SyncPlace } from '../model/sync-place';

/**
 * What the browser must allow before the place can be reached, as match patterns; empty where no host is asked. Match
 * patterns know no ports, so a right is for the host.
 *
 * @returns null for an address that is none
 */
export function originsOf(place: SyncPlace): readonly string[] | null {
  if (place.type !== 'webdav' && place.type !== 's3') return [];
  try {
    const url = new URL(place.type === 'webdav' ? place.url : place.endpoint);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    const isHost = place.type === 's3' && place.style === 'host';
    return [`${url.protocol}//${isHost ? `${place.bucket}.` : ''}${url.hostname}/*`];
  } catch {
    return null;
  }
}

/** How a place is called in a list: host and folder, never user, password or key. Empty for what needs no name. */
export function labelOf(place: SyncPlace): string {
  switch (place.type) {
    case 'webdav':
      return shortAddress(place.url);
    case 's3':
      return `${place.bucket}${place.prefix === '' ? '' : `/${place.prefix}`} (${shortAddress(place.endpoint)})`;
    case 'account':
    case 'folder':
      return '';
  }
}

function shortAddress(address: string): string {
  try {
    const { host, pathname } = new URL(address);
    return `${host}${pathname === '/' ? '' : decodeURI(pathname)}`;
  } catch {
    return '';
  }
}
