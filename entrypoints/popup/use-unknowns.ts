import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../utils/messaging/client';
import type { PageView, PanelCalls } from '../../utils/messaging/protocol';
import type { Unknown } from '../../utils/model/unknown';

/** Names of operations that wait to be saved or ignored. */
export interface Unknowns {
  /** Those that were met on this page. */
  readonly here: readonly Unknown[];
  readonly all: readonly Unknown[];
}

const NONE: Unknowns = { here: [], all: [] };

/**
 * Operations that nobody has saved and nobody wants to hear no more of.
 *
 * @param view asks again whenever the page was; null asks nothing
 * @param revision asks again when it changes
 */
export function useUnknowns(client: Client<PanelCalls>, view: PageView | null, revision: number): Unknowns {
  const [unknowns, setUnknowns] = useState<Unknowns>(NONE);
  useEffect(() => {
    let isCurrent = true;
    const onPage = view?.unknowns ?? [];
    const isHere = ({ id }: Unknown): boolean => onPage.includes(id);
    client.listUnknowns({}).then(
      (all) => isCurrent && setUnknowns({ here: all.filter(isHere), all }),
      // They are an extra: what is wrong with the library, the page's own names say.
      () => isCurrent && setUnknowns(NONE),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, view, revision]);
  return unknowns;
}
