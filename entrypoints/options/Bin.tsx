import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { BinList } from '../../components/BinList';
import { BIN } from '../../components/entity-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { BinItem } from '../../utils/model/bin';
import type { ErrorCode } from '../../utils/model/call-error';

interface BinProps {
  readonly client: Client<PanelCalls>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What was deleted within 30 days, and the way back. */
export function Bin({ client, now }: BinProps): JSX.Element {
  const ask = useCallback(() => client.listBin({}), [client]);
  const [items, askAgain] = useAsync(ask);
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const restore = (item: BinItem): void => {
    setFailure(null);
    client
      .restoreFromBin({ binId: item.id })
      .then(() => setTold(BIN.restored(item.title)))
      .catch((error: unknown) => setFailure(failureCode(error)))
      .then(askAgain)
      // It never rejects: what it could not have, it shows.
      .catch(() => undefined);
  };
  return (
    <section class="set">
      <h2 class="name">
        {BIN.title}
        <small>{BIN.lead}</small>
      </h2>
      <div class="stack">
        {items.status === 'error' && <ErrorNotice code={items.code} onRetry={() => void askAgain()} />}
        {failure !== null && <ErrorNotice code={failure} />}
        {items.status === 'value' && <BinList items={items.value} now={now()} onRestore={restore} />}
        <output class="small mid">
          <bdi>{told}</bdi>
        </output>
      </div>
    </section>
  );
}
