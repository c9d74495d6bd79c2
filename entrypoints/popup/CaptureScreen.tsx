import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AliasChips } from '../../components/AliasChips';
import { CAPTURE } from '../../components/capture-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { Icon } from '../../components/Icon';
import { guessKind } from '../../components/NewEntity';
import { KindPick } from '../../components/KindPick';
import { draftWords } from '../../components/draft-words';
import { useFields } from '../../components/use-fields';
import { NOTE, POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import { NAME_MAX, nameOfSelection, type Capture } from '../../utils/model/capture';
import type { EntityId } from '../../utils/model/ids';
import { chosenKind, fieldsOf, removedIn, type CaptureFields } from './capture-draft';
import { useProposals } from './use-proposals';

interface CaptureScreenProps {
  readonly client: Client<PanelCalls>;
  readonly capture: Capture;
  readonly onBack: () => void;
  readonly onSaved: (entityId: EntityId) => void;
}

/** A selection on its way to become a name: name, kind, other names and a note, saved in one go. */
export function CaptureScreen(props: CaptureScreenProps): JSX.Element | null {
  const { client, capture } = props;
  const [draft, setDraft] = useState<CaptureFields | null | 'asking'>('asking');
  useEffect(() => {
    client.listFormDrafts({ form: 'capture' }).then(
      (drafts) => {
        const left = drafts.find(({ about }) => about === capture.name);
        setDraft(left === undefined ? null : { ...fieldsOf(capture), ...left.fields });
      },
      // Without an answer the form starts with the selection alone.
      () => setDraft(null),
    );
  }, [client, capture]);
  return draft === 'asking' ? null : <CaptureForm {...props} draft={draft} />;
}

interface CaptureFormProps extends CaptureScreenProps {
  /** What was typed on this selection before and not saved; null for none. */
  readonly draft: CaptureFields | null;
}

function CaptureForm({ client, capture, draft, onBack, onSaved }: CaptureFormProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const about = capture.name;
  const { fields, state, set, keeper } = useFields<keyof CaptureFields>(
    { ...fieldsOf(capture), ...draft },
    draft !== null,
    (kept) => client.saveFormDraft({ form: 'capture', about, fields: kept }),
  );
  const { note } = fields;
  const removed = removedIn(fields);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  // The same rules as for the selection: what a reader pastes into the field is no cleaner.
  const { name } = nameOfSelection(fields.name);
  const kind = chosenKind(fields) ?? guessKind(name);
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
      await keeper.settle();
      const entityId = await client.saveCapture({
        name,
        kind,
        aliases: isCurrent ? [...aliases] : [],
        note,
        passage,
      });
      // The name is saved whatever becomes of the draft.
      await client.saveFormDraft({ form: 'capture', about, fields: null }).catch(() => undefined);
      onSaved(entityId);
    } catch (error) {
      setFailure(failureCode(error));
      set({});
      setIsBusy(false);
    }
  };

  const discard = async (): Promise<void> => {
    await keeper.settle();
    await client.saveFormDraft({ form: 'capture', about, fields: null }).catch(() => undefined);
    onBack();
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
                  value={fields.name}
                  onInput={(event) => set({ name: event.currentTarget.value })}
                />
              </span>
            </label>
            <label class="lab">
              {CAPTURE.kind}
              <KindPick kind={kind} onPick={(next) => set({ kind: next })} />
            </label>
            <AliasChips
              texts={aliases.map(({ text }) => text)}
              onRemove={(text) => set({ removed: JSON.stringify([...removed, text]) })}
            />
            <label class="lab">
              {CAPTURE.note}
              <textarea
                class="area"
                rows={3}
                dir="auto"
                value={note}
                onInput={(event) => set({ note: event.currentTarget.value })}
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
              <output class="grow small dim">{draftWords(state)}</output>
              <button type="button" class="btn quiet" disabled={isBusy} onClick={() => void discard()}>
                {state === 'clean' ? NOTE.cancel : NOTE.discard}
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
