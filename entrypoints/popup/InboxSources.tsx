import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { Icon } from '../../components/Icon';
import { INBOX_SOURCES } from '../../components/reading-words';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';

interface InboxSourcesProps {
  readonly client: Client<PanelCalls>;
  readonly revision: number;
}

/** Says that the inbox keeps sentences though the reading index is off, and offers to forget them. */
export function InboxSources({ client, revision }: InboxSourcesProps): JSX.Element | null {
  const ask = useCallback(() => client.getReadingIndex({}), [client]);
  const [index, askAgain] = useAsync(ask);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  useEffect(() => {
    if (revision > 0) void askAgain();
  }, [revision, askAgain]);
  if (failure !== null) return <ErrorNotice code={failure} />;
  if (index.status !== 'value') return null;
  const { settings, inboxSources } = index.value;
  if (settings.on || inboxSources === 0) return null;
  return (
    <section class="msg" aria-label={INBOX_SOURCES.title(inboxSources)}>
      <Icon name="info" />
      <div class="grow">
        <p class="what">{INBOX_SOURCES.title(inboxSources)}</p>
        <p>{INBOX_SOURCES.text}</p>
        <div class="btns">
          <button
            type="button"
            class="btn"
            onClick={() => {
              client
                .forgetInboxSources({})
                .then(askAgain, (error: unknown) => setFailure(failureCode(error)));
            }}
          >
            {INBOX_SOURCES.forget}
          </button>
        </div>
      </div>
    </section>
  );
}
