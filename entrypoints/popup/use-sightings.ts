import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { SightingsView } from '../../utils/messaging/reading-calls';
import type { EntityId } from '../../utils/model/ids';

/**
 * What the reader's own articles say of a name; null until it is known, or when it could not be had: it is an extra, and
 * what is wrong with the library the name's own view says.
 *
 * @param revision asks again when it changes
 */
export function useSightings(
  client: Client<PanelCalls>,
  entityId: EntityId,
  tabId: number | null,
  revision: number,
): SightingsView | null {
  const [view, setView] = useState<SightingsView | null>(null);
  useEffect(() => {
    let isCurrent = true;
    client.getSightings({ entityId, tabId }).then(
      (answer) => isCurrent && setView(answer),
      () => isCurrent && setView(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, entityId, tabId, revision]);
  return view;
}
