import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { Alias } from '../../utils/model/entity';
import type { Kind } from '../../utils/model/kind';

/** What was proposed, and for what: the last proposals stay in sight while the next are on their way. */
export interface Proposals {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly Alias[];
}

/** Other names to offer for a name of a kind. They are an extra: without an answer there are none. */
export function useProposals(client: Client<PanelCalls>, name: string, kind: Kind): Proposals {
  const [proposals, setProposals] = useState<Proposals>({ name, kind, aliases: [] });
  useEffect(() => {
    const none = { name, kind, aliases: [] };
    if (name === '') {
      setProposals(none);
      return undefined;
    }
    let isCurrent = true;
    client.proposeAliases({ name, kind }).then(
      (aliases) => isCurrent && setProposals({ name, kind, aliases }),
      () => isCurrent && setProposals(none),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, name, kind]);
  return proposals;
}
