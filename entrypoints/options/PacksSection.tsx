import type { JSX } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { checkedWords, FILE_WORDS, PACKS, replyWords } from '../../components/pack-words';
import { PackProblems } from '../../components/PackProblems';
import { PackProgress } from '../../components/PackProgress';
import { PackRow } from '../../components/PackRow';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { PackId } from '../../utils/model/ids';
import type { PackRowProblem } from '../../utils/model/pack';
import type { PackReply, PackView } from '../../utils/model/pack-view';
import { AddressForm } from './AddressForm';
import type { PacksHost } from './packs-host';
import { sendPack } from './send-pack';
import { useFileDrop } from './use-file-drop';

interface PacksSectionProps {
  readonly client: Client<PanelCalls>;
  readonly host: PacksHost;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Hears of changes of the library until the returned function is called. */
  readonly onLibraryChanged: (changed: () => void) => () => void;
}

/** What the last act came to. */
type Outcome =
  | { readonly type: 'none' }
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'problems'; readonly problems: readonly PackRowProblem[] }
  | { readonly type: 'failed'; readonly code: ErrorCode };

/** How often a running job is asked how far it is, in milliseconds. */
const PROGRESS_MS = 250;

/** Packs: what is here, what comes with the extension, and a way to add one from a file or an address. */
export function PacksSection({ client, host, now, newId, onLibraryChanged }: PacksSectionProps): JSX.Element {
  const fileId = useId();
  const section = useRef<HTMLElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const ask = useCallback(() => client.listPacks({}), [client]);
  const [view, askAgain] = useAsync(ask);
  const [outcome, setOutcome] = useState<Outcome>({ type: 'none' });
  const [isBusy, setIsBusy] = useState(false);
  const [isAddress, setIsAddress] = useState(false);

  useEffect(() => onLibraryChanged(() => void askAgain()), [onLibraryChanged, askAgain]);
  const job = view.status === 'value' ? view.value.job : null;
  const isRunning = isBusy || job !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void askAgain(), PROGRESS_MS);
    return () => clearInterval(timer);
  }, [isRunning, askAgain]);

  const run = (what: () => Promise<Outcome>): void => {
    setIsBusy(true);
    setOutcome({ type: 'none' });
    what()
      .then(setOutcome, (error: unknown) => {
        const problem = host.fileProblem(error);
        setOutcome(
          problem === null
            ? { type: 'failed', code: failureCode(error) }
            : { type: 'words', words: FILE_WORDS[problem] },
        );
      })
      .finally(() => {
        setIsBusy(false);
        void askAgain();
      });
  };

  const addFile = (file: File): void =>
    run(async () => {
      const stageId = newId();
      await sendPack(client, stageId, host.textOf(file));
      return told(await client.previewPack({ stageId }));
    });
  const isOver = useFileDrop(section, (file) => {
    if (!isRunning) addFile(file);
  });
  const addAddress = (url: string): void =>
    run(async () => {
      const reply = await client.addPack({ url });
      if (reply.status === 'ready') setIsAddress(false);
      return told(reply);
    });
  const install = ({ packId, name, waiting }: PackView): void =>
    run(async () => {
      const { status } = await client.installPack({ packId });
      if (status === 'cancelled') return words(PACKS.cancelled);
      return words(PACKS.installed(waiting?.name ?? name));
    });
  const remove = ({ packId, name }: PackView): void =>
    run(async () => {
      const { status } = await client.removePack({ packId });
      return words(status === 'cancelled' ? PACKS.cancelled : PACKS.removed(name));
    });
  const update = ({ packId, name }: PackView): void =>
    run(async () => words(checkedWords(await client.updatePack({ packId }), name)));
  const quietly = (what: () => Promise<unknown>): void =>
    run(async () => {
      await what();
      return { type: 'none' };
    });
  const setPack = (packId: PackId, on: boolean): void => quietly(() => client.setPack({ packId, on }));

  return (
    <section ref={section} class={`set packs${isOver ? ' over' : ''}`} aria-labelledby={`${fileId}-title`}>
      <h2 class="name" id={`${fileId}-title`}>
        {PACKS.title}
        <small>{PACKS.lead}</small>
      </h2>
      <div class="stack">
        <div class="btns">
          <button
            type="button"
            class="btn"
            aria-expanded={isAddress}
            onClick={() => setIsAddress(!isAddress)}
          >
            {PACKS.fromAddress}
          </button>
          <button type="button" class="btn" disabled={isRunning} onClick={() => picker.current?.click()}>
            {PACKS.fromFile}
          </button>
          <span class="small dim">{isOver ? PACKS.drop : PACKS.orDrop}</span>
          <label class="sr" for={fileId}>
            {PACKS.chooseFile}
          </label>
          <input
            id={fileId}
            ref={picker}
            type="file"
            accept=".jsonl,.gz,.ndjson,application/x-ndjson,application/gzip"
            hidden
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) addFile(file);
              // The same file may be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </div>
        {isAddress && <AddressForm host={host} isBusy={isRunning} onAddress={addAddress} />}
        {job !== null && <PackProgress job={job} onCancel={() => void client.cancelPackJob({})} />}
        <output class="mid">{outcome.type === 'words' ? outcome.words : ''}</output>
        {outcome.type === 'problems' && <PackProblems problems={outcome.problems} />}
        {outcome.type === 'failed' && <ErrorNotice code={outcome.code} />}
        {view.status === 'error' && <ErrorNotice code={view.code} onRetry={() => void askAgain()} />}
        {view.status === 'value' && (
          <ul class="packrows">
            {view.value.packs.map((pack) => (
              <PackRow
                key={pack.packId}
                pack={pack}
                now={now()}
                isBusy={isRunning}
                onSwitch={(on) => setPack(pack.packId, on)}
                onUpdate={() => update(pack)}
                onRemove={() => remove(pack)}
                onInstall={() => install(pack)}
                onDismiss={() => quietly(() => client.dismissPack({ packId: pack.packId }))}
                onAllowHost={() => {
                  if (pack.source.type !== 'url') return;
                  void host.allowHost(pack.source.url).then((isAllowed) => {
                    if (isAllowed) update(pack);
                  });
                }}
                onLight={(entity, alias, on) =>
                  quietly(() => client.lightHeld({ packId: pack.packId, entity, alias, on }))
                }
                onSettle={({ entityId, field }, keep) =>
                  quietly(() => client.settlePackConflict({ entityId, field, keep }))
                }
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function words(said: string): Outcome {
  return { type: 'words', words: said };
}

function told(reply: PackReply): Outcome {
  return reply.status === 'problems'
    ? { type: 'problems', problems: reply.problems }
    : words(replyWords(reply));
}
