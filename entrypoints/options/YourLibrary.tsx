import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { BACKUP, isNews, problemWords } from '../../components/backup-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { Client } from '../../utils/messaging/client';
import type { ImportReply, PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import { ENDINGS, EXPORT_FORMATS, TYPES, WRITERS, type ExportFormat } from './export-formats';
import { collectLibrary, download, fileName, importFile, readLibrary, sendFile } from './library-file';

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
  | { readonly step: 'asking'; readonly importId: string; readonly text: string; readonly words: string };

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
      const text = await file.text();
      return asked(importId, text, await sendFile(client, importId, text));
    });
  const exportAs = (format: ExportFormat): void =>
    run(BACKUP.exporting, async () => {
      const name = fileName(now(), ENDINGS[format]);
      const { sections } = await readLibrary(client);
      download(name, WRITERS[format](sections), TYPES[format]);
      return { step: 'told', words: BACKUP.exported(name) };
    });
  const importAll = (importId: string, text: string): void =>
    run(BACKUP.importing, async () => {
      const reply = await importFile(client, importId, text);
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
        <span class="mid">{BACKUP.exportAs}</span>
        {EXPORT_FORMATS.map((format) => (
          <button key={format} type="button" class="btn" disabled={isBusy} onClick={() => exportAs(format)}>
            {BACKUP.formats[format]}
          </button>
        ))}
        <a class="btn" href="/library.html">
          {BACKUP.openLibrary}
        </a>
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
          <button type="button" class="btn primary" onClick={() => importAll(state.importId, state.text)}>
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

function asked(importId: string, text: string, reply: ImportReply): State {
  if (reply.status === 'problem') return { step: 'told', words: problemWords(reply) };
  if (!isNews(reply.counts)) return { step: 'told', words: BACKUP.nothingNew };
  return { step: 'asking', importId, text, words: BACKUP.preview(reply.counts) };
}
