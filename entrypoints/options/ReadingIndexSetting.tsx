import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { formatDay } from '../../components/dates';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { INDEX } from '../../components/reading-words';
import { Switch } from '../../components/Switch';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ReadingIndexView } from '../../utils/messaging/reading-calls';
import type { ErrorCode } from '../../utils/model/call-error';
import { KEEP_DAYS, type KeepDays } from '../../utils/model/reading';
import { OffSites } from './OffSites';

interface ReadingIndexSettingProps {
  readonly client: Client<PanelCalls>;
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
}

/** What may be kept of what is read, what is kept, and how to forget it. */
export function ReadingIndexSetting({ client, siteOf }: ReadingIndexSettingProps): JSX.Element | null {
  const ask = useCallback(() => client.getReadingIndex({}), [client]);
  const [index, askAgain] = useAsync(ask);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const act = (what: () => Promise<string>): void => {
    setFailure(null);
    what()
      .then(setSaid, (error: unknown) => setFailure(failureCode(error)))
      .then(askAgain, askAgain);
  };
  const change = (changes: Parameters<Client<PanelCalls>['changeReadingIndex']>[0]['changes']): void =>
    act(async () => {
      await client.changeReadingIndex({ changes });
      return '';
    });

  return (
    <section class="set" id="reading-index">
      <h2 class="name">
        {INDEX.title}
        <small>{INDEX.note}</small>
      </h2>
      <div class="indexed">
        {index.status === 'error' && <ErrorNotice code={index.code} onRetry={() => void askAgain()} />}
        {failure !== null && <ErrorNotice code={failure} />}
        {index.status === 'value' && (
          <>
            <div class="keeping">
              <span class="grow">{INDEX.label}</span>
              <Switch label={INDEX.label} isOn={index.value.settings.on} onChange={(on) => change({ on })} />
            </div>
            <p class="mid">{index.value.settings.on ? INDEX.what : INDEX.whenOff}</p>
            {index.value.settings.on && (
              <>
                <KeepFor days={index.value.settings.keepDays} onChange={(keepDays) => change({ keepDays })} />
                <OffSites
                  sites={index.value.settings.offSites}
                  siteOf={siteOf}
                  onChange={(offSites) => change({ offSites: [...offSites] })}
                />
              </>
            )}
            <Kept
              index={index.value}
              onForgetAll={() => act(async () => INDEX.forgot((await client.forgetReadings({})).articles))}
              onForgetInbox={() =>
                act(async () => {
                  await client.forgetInboxSources({});
                  return INDEX.forgotInbox;
                })
              }
            />
            <output class="small mid">{said}</output>
          </>
        )}
      </div>
    </section>
  );
}

function KeepFor({
  days,
  onChange,
}: {
  readonly days: KeepDays;
  readonly onChange: (days: KeepDays) => void;
}): JSX.Element {
  return (
    <fieldset>
      <legend>{INDEX.keepFor}</legend>
      <div class="inline">
        {KEEP_DAYS.map((value) => (
          <label key={value ?? 'ever'}>
            <input
              class="radio"
              type="radio"
              name="keep-days"
              checked={value === days}
              onChange={() => onChange(value)}
            />
            {INDEX.keepWords(value)}
          </label>
        ))}
      </div>
      <small>{INDEX.keepForNote}</small>
    </fieldset>
  );
}

function Kept({
  index,
  onForgetAll,
  onForgetInbox,
}: {
  readonly index: ReadingIndexView;
  readonly onForgetAll: () => void;
  readonly onForgetInbox: () => void;
}): JSX.Element {
  const { articles, oldest, inboxSources, settings } = index;
  const since = oldest === null ? null : formatDay(new Date(oldest).toISOString().slice(0, 10));
  return (
    <>
      <p>
        {INDEX.count(articles, since)} {inboxSources > 0 && INDEX.inbox(inboxSources)}{' '}
        {!settings.on && articles + inboxSources > 0 && INDEX.stays}
      </p>
      {articles > 0 && (
        <div class="btns">
          <button type="button" class="btn danger" onClick={onForgetAll}>
            {INDEX.forgetAll(articles)}
          </button>
          <span class="small dim">{INDEX.forgetAllNote}</span>
        </div>
      )}
      {articles === 0 && inboxSources > 0 && (
        <button type="button" class="btn" onClick={onForgetInbox}>
          {INDEX.forgetInbox}
        </button>
      )}
    </>
  );
}
