import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../utils/messaging/client';
import type { PageView, PanelCalls } from '../../utils/messaging/protocol';
import type { Unknown } from '../../utils/model/unknown';

/**
 * Operations named on this page that nobody has saved and nobody wants to hear no more of.
 *
 * @param view asks again whenever the page was; null asks nothing
 * @param revision asks again when it changes
 */
export function useUnknowns(
  client: Client<PanelCalls>,
  view: PageView | null,
  revision: number,
): readonly Unknown[] {
  const [unknowns, setUnknowns] = useState<readonly Unknown[]>([]);
  useEffect(() => {
    const url = view?.page?.url;
    if (url === undefined) return undefined;
    let isCurrent = true;
    const isHere = (unknown: Unknown): boolean =>
      !unknown.ignored && unknown.sightings.some((sighting) => sighting.url === url);
    client.listUnknowns({}).then(
      (all) => isCurrent && setUnknowns(all.filter(isHere)),
      // They are an extra: what is wrong with the library, the page's own names say.
      () => isCurrent && setUnknowns([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, view, revision]);
  return unknowns;
}
