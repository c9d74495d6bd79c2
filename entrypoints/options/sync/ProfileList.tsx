import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatMoment } from '../../../components/dates';
import { SYNC } from '../../../components/sync-words';
import type { SyncView } from '../../../utils/messaging/sync-calls';

interface ProfileListProps {
  readonly profiles: SyncView['profiles'];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onRemove: (profile: string) => void;
}

/** Who syncs here, when each was last seen, and how to shut one out. */
export function ProfileList({ profiles, now, onRemove }: ProfileListProps): JSX.Element {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <ul class="rules">
      {profiles.map(({ id, isSelf, lastSeen }) => (
        <li key={id}>
          <span class="grow">
            {isSelf ? SYNC.thisProfile : SYNC.otherProfile(id)}
            <span class="small dim">
              {' '}
              {lastSeen === null ? SYNC.notSeen : SYNC.lastSeen(formatMoment(lastSeen, now))}
            </span>
            {asked === id && <p class="mid">{SYNC.removeHint}</p>}
          </span>
          {!isSelf && asked !== id && (
            <button
              type="button"
              class="btn quiet"
              aria-label={SYNC.removeLabel(id)}
              onClick={() => setAsked(id)}
            >
              {SYNC.remove}
            </button>
          )}
          {asked === id && (
            <span class="btns">
              <button
                type="button"
                class="btn danger"
                onClick={() => {
                  setAsked(null);
                  onRemove(id);
                }}
              >
                {SYNC.removeConfirm}
              </button>
              <button type="button" class="btn quiet" onClick={() => setAsked(null)}>
                {SYNC.cancel}
              </button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
