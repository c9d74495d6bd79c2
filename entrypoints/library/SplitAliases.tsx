import type { JSX } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { LIBRARY } from '../../components/library-words';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { EntityId } from '../../utils/model/ids';

interface SplitAliasesProps {
  readonly client: Client<PanelCalls>;
  readonly entityId: EntityId;
  readonly revision: number;
  readonly onSplit: (text: string) => void;
}

/** The other names of an entity, each with the way to make it a name of its own. */
export function SplitAliases({ client, entityId, revision, onSplit }: SplitAliasesProps): JSX.Element | null {
  const ask = useCallback(() => client.getEntity({ entityId, day: null }), [client, entityId]);
  const [view, again] = useAsync(ask);
  useEffect(() => {
    if (revision > 0) void again();
  }, [revision, again]);
  const entity = view.status === 'value' ? (view.value?.entity ?? null) : null;
  const aliases = (entity?.aliases ?? []).filter(({ text }) => text !== entity?.name);
  if (aliases.length === 0) return null;
  return (
    <section class="splits">
      <h2>{LIBRARY.splitTitle}</h2>
      <ul>
        {aliases.map(({ text }) => (
          <li key={text}>
            <bdi class="grow cut">{text}</bdi>
            <button
              type="button"
              class="btn quiet"
              aria-label={LIBRARY.splitLabel(text)}
              onClick={() => onSplit(text)}
            >
              {LIBRARY.split}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
