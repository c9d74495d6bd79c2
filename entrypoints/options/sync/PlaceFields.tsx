import type { JSX } from 'preact';
import { SYNC } from '../../../components/sync-words';
import type { SyncPlace } from '../../../utils/model/sync-place';
import { TextField } from './TextField';

interface PlaceFieldsProps {
  readonly place: SyncPlace;
  readonly onChange: (place: SyncPlace) => void;
  /** Name of the chosen folder, or null before one is. */
  readonly folderName: string | null;
  readonly onChooseFolder: () => void;
}

/** What a kind of place needs to know. */
export function PlaceFields({
  place,
  onChange,
  folderName,
  onChooseFolder,
}: PlaceFieldsProps): JSX.Element | null {
  switch (place.type) {
    case 'webdav':
      return (
        <>
          <TextField
            label={SYNC.address}
            type="url"
            placeholder={SYNC.addressHint}
            value={place.url}
            onInput={(url) => onChange({ ...place, url: url.trim() })}
          />
          <TextField label={SYNC.user} value={place.user} onInput={(user) => onChange({ ...place, user })} />
          <TextField
            label={SYNC.password}
            type="password"
            value={place.password}
            onInput={(password) => onChange({ ...place, password })}
          />
        </>
      );
    case 's3':
      return (
        <>
          <TextField
            label={SYNC.endpoint}
            type="url"
            value={place.endpoint}
            onInput={(endpoint) => onChange({ ...place, endpoint: endpoint.trim() })}
          />
          <TextField
            label={SYNC.bucket}
            value={place.bucket}
            onInput={(bucket) => onChange({ ...place, bucket })}
          />
          <TextField
            label={SYNC.prefix}
            value={place.prefix}
            onInput={(prefix) => onChange({ ...place, prefix })}
          />
          <TextField
            label={SYNC.region}
            value={place.region}
            onInput={(region) => onChange({ ...place, region })}
          />
          <TextField
            label={SYNC.keyId}
            value={place.keyId}
            onInput={(keyId) => onChange({ ...place, keyId })}
          />
          <TextField
            label={SYNC.secret}
            type="password"
            value={place.secret}
            onInput={(secret) => onChange({ ...place, secret })}
          />
          <label class="tick">
            <input
              class="check"
              type="checkbox"
              checked={place.style === 'path'}
              onChange={(event) =>
                onChange({ ...place, style: event.currentTarget.checked ? 'path' : 'host' })
              }
            />
            {SYNC.pathStyle}
          </label>
        </>
      );
    case 'folder':
      return (
        <div class="btns">
          <button type="button" class="btn" onClick={onChooseFolder}>
            {SYNC.chooseFolder}
          </button>
          {folderName !== null && <bdi>{SYNC.chosenFolder(folderName)}</bdi>}
        </div>
      );
    case 'account':
      return null;
  }
}
