import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AliasChips } from '../../components/AliasChips';
import { CAPTURE } from '../../components/capture-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { Icon } from '../../components/Icon';
import { guessKind } from '../../components/NewEntity';
import { KIND_WORD, NOTE, POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import { NAME_MAX, nameOfSelection, type Capture } from '../../utils/model/capture';
import type { EntityId } from '../../utils/model/ids';
import { isKind, KINDS, type Kind } from '../../utils/model/kind';
import { useProposals } from './use-proposals';

interface CaptureScreenProps {
  readonly client: Client<PanelCalls>;
  readonly capture: Capture;
  readonly onBack: () => void;
  readonly onSaved: (entityId: EntityId) => void;
}

/** A selection on its way to become a name: name, kind, other names and a note, saved in one go. */
export function CaptureScreen({ client, capture, onBack, onSaved }: CaptureScreenProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState(capture.name);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  // The same rules as for the selection: what a reader pastes into the field is no cleaner.
  const { name } = nameOfSelection(typed);
  const kind = chosen ?? guessKind(name);
  const { passage, problem } = capture;
  const proposals = useProposals(client, problem === null ? name : '', kind);
  const aliases = proposals.aliases.filter(({ text }) => !removed.includes(text));

  useEffect(() => (problem === null ? field : back).current?.focus(), [problem]);

  const save = async (): Promise<void> => {
    if (name === '' || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      // Proposals for what stood in the form before belong to another name.
      const isCurrent = proposals.name === name && proposals.kind === kind;
      onSaved(
        await client.saveCapture({ name, kind, aliases: isCurrent ? [...aliases] : [], note, passage }),
      );
    } catch (error) {
      setFailure(failureCode(error));
      setIsBusy(false);
    }
  };

  return (
    <div class="panel">
      <header class="bar">
        <button ref={back} type="button" class="btn quiet icon" aria-label={POPUP.back} onClick={onBack}>
          <Icon name="back" />
        </button>
        <h1 class="ttl grow">{CAPTURE.title}</h1>
      </header>
      <main class="scroll" tabIndex={-1}>
        {problem !== null ? (
          <div class="empty" role="alert">
            <h2>{CAPTURE.problem[problem].title}</h2>
            <p class="mid">{CAPTURE.problem[problem].text}</p>
          </div>
        ) : (
          <form
            class="capture"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <label class="lab">
              {CAPTURE.name}
              <span class="field">
                <input
                  ref={field}
                  type="text"
                  dir="auto"
                  maxLength={NAME_MAX}
                  value={typed}
                  onInput={(event) => setTyped(event.currentTarget.value)}
                />
              </span>
            </label>
            <label class="lab">
              {CAPTURE.kind}
              <select
                class="pick"
                value={kind}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (isKind(value)) setChosen(value);
                }}
              >
                {KINDS.map((candidate) => (
                  <option key={candidate} value={candidate}>
                    {KIND_WORD[candidate]}
                  </option>
                ))}
              </select>
            </label>
            <AliasChips
              texts={aliases.map(({ text }) => text)}
              onRemove={(text) => setRemoved([...removed, text])}
            />
            <label class="lab">
              {CAPTURE.note}
              <textarea
                class="area"
                rows={3}
                dir="auto"
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
                }}
              />
            </label>
            {passage !== null && (
              <section aria-label={CAPTURE.source}>
                <h2 class="small mid">{CAPTURE.source}</h2>
                {passage.sentence !== '' && (
                  <blockquote>
                    <bdi>{passage.sentence}</bdi>
                  </blockquote>
                )}
                <p class="small dim">
                  <bdi>{passage.title === '' ? passage.url : passage.title}</bdi>
                </p>
              </section>
            )}
            {failure !== null && <ErrorNotice code={failure} />}
            <div class="btns">
              <button type="button" class="btn quiet" disabled={isBusy} onClick={onBack}>
                {NOTE.cancel}
              </button>
              <button type="submit" class="btn primary" disabled={isBusy || name === ''}>
                {isBusy ? CAPTURE.saving : CAPTURE.save}
              </button>
            </div>
          </form>
        )}
      </main>
    </div>
  );
}
