import type { SyncPlace } from '../../../utils/model/sync-place';

export type PlaceType = SyncPlace['type'];

/** An empty form of each kind of place. */
export const EMPTY_PLACES: { readonly [Type in PlaceType]: Extract<SyncPlace, { type: Type }> } = {
  webdav: { type: 'webdav', url: '', user: '', password: '' },
  s3: {
    type: 's3',
    endpoint: '',
    region: 'us-east-1',
    bucket: '',
    prefix: 'backgrounder',
    keyId: '',
    secret: '',
    style: 'path',
  },
  account: { type: 'account' },
  folder: { type: 'folder' },
};

/** What is missing in a form, or null when it can be tried. */
export function missingIn(place: SyncPlace): 'address' | 'fields' | null {
  switch (place.type) {
    case 'webdav':
      return isReachable(place.url)
        ? place.user === '' || place.password === ''
          ? 'fields'
          : null
        : 'address';
    case 's3':
      if (!isReachable(place.endpoint)) return 'address';
      return [place.region, place.bucket, place.keyId, place.secret].includes('') ? 'fields' : null;
    case 'account':
    case 'folder':
      return null;
  }
}

/** Passwords and names travel in every request, so plain http may not leave this computer (the manifest holds it too). */
function isReachable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}
