import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { EntityList } from '../../components/EntityList';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { PasteBox } from '../../components/PasteBox';
import type { Async } from '../../components/use-async';
import { POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { EntityRow, PanelCalls } from '../../utils/messaging/protocol';
import type { RowHandlers } from './SearchResults';

interface PasteLookupProps {
  readonly client: Client<PanelCalls>;
  readonly rows: RowHandlers;
}

/** Looks up names in pasted text, where the browser lets no extension read the page. */
export function PasteLookup({ client, rows }: PasteLookupProps): JSX.Element {
  const [answer, setAnswer] = useState<Async<readonly EntityRow[]> | null>(null);
  const find = async (text: string): Promise<void> => {
    setAnswer({ status: 'loading' });
    try {
      setAnswer({ status: 'value', value: await client.findInText({ text }) });
    } catch (error) {
      setAnswer({ status: 'error', code: failureCode(error) });
    }
  };
  return (
    <>
      <PasteBox isBusy={answer?.status === 'loading'} onFind={(text) => void find(text)} />
      {answer?.status === 'error' && (
        <div class="pad">
          <ErrorNotice code={answer.code} />
        </div>
      )}
      {answer?.status === 'value' && answer.value.length === 0 && (
        <output class="nomatch">{POPUP.foundNone}</output>
      )}
      {answer?.status === 'value' && answer.value.length > 0 && (
        <EntityList label={POPUP.found} entities={answer.value} {...rows} />
      )}
    </>
  );
}
