import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { BACKUP, isNews, problemWords } from '../../components/backup-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { Client } from '../../utils/messaging/client';
import type { ImportReply, PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import { collectLibrary, download, fileName, sendFile } from './library-file';

interface YourLibraryProps {
  readonly client: Client<PanelCalls>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Told after an import that wrote something. */
  readonly onImported: () => void;
}

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'busy' | 'told'; readonly words: string }
  | { readonly step: 'failed'; readonly code: ErrorCode }
  | { readonly step: 'asking'; readonly importId: string; readonly words: string };

/** Everything out into one file, and in again: an import first says what it would bring. */
export function YourLibrary({ client, now, newId, onImported }: YourLibraryProps): JSX.Element {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ step: 'idle' });
  const isBusy = state.step === 'busy';

  const run = (words: string, what: () => Promise<State>): void => {
    setState({ step: 'busy', words });
    what().then(setState, (error: unknown) => setState({ step: 'failed', code: failureCode(error) }));
  };
  const exportAll = (): void =>
    run(BACKUP.exporting, async () => {
      const name = fileName(now());
      download(name, await collectLibrary(client));
      return { step: 'told', words: BACKUP.exported(name) };
    });
  const preview = (file: File): void =>
    run(BACKUP.reading, async () => {
      const importId = newId();
      return asked(importId, await sendFile(client, importId, await file.text()));
    });
  const importAll = (importId: string): void =>
    run(BACKUP.importing, async () => {
      const reply = await client.importLibrary({ importId });
      onImported();
      return { step: 'told', words: reply.status === 'ok' ? BACKUP.done(reply.counts) : problemWords(reply) };
    });

  return (
    <section class="set">
      <h2 class="name">{BACKUP.title}</h2>
      <p class="mid">{BACKUP.lead}</p>
      <div class="btns">
        <button type="button" class="btn" disabled={isBusy} onClick={exportAll}>
          {BACKUP.export}
        </button>
        <button type="button" class="btn" disabled={isBusy} onClick={() => picker.current?.click()}>
          {BACKUP.import}
        </button>
        <label class="sr" for={id}>
          {BACKUP.choose}
        </label>
        <input
          id={id}
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) preview(file);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <output class="mid">{'words' in state ? state.words : ''}</output>
      {state.step === 'asking' && (
        <div class="btns">
          <button type="button" class="btn primary" onClick={() => importAll(state.importId)}>
            {BACKUP.confirm}
          </button>
          <button type="button" class="btn quiet" onClick={() => setState({ step: 'idle' })}>
            {BACKUP.cancel}
          </button>
        </div>
      )}
      {state.step === 'failed' && <ErrorNotice code={state.code} />}
    </section>
  );
}

function asked(importId: string, reply: ImportReply): State {
  if (reply.status === 'problem') return { step: 'told', words: problemWords(reply) };
  if (!isNews(reply.counts)) return { step: 'told', words: BACKUP.nothingNew };
  return { step: 'asking', importId, words: BACKUP.preview(reply.counts) };
}
