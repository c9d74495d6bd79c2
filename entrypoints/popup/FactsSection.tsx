import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { FACT } from '../../components/fact-words';
import { FactForm, type FactFields } from '../../components/FactForm';
import { FactList } from '../../components/FactList';
import { FactTable } from '../../components/FactTable';
import { Icon } from '../../components/Icon';
import { UndoLine } from '../../components/UndoLine';
import { useAsync } from '../../components/use-async';
import type { Client } from '../../utils/messaging/client';
import type { EntityView, PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { OwnedFact, Source } from '../../utils/model/fact';
import type { FactId } from '../../utils/model/ids';

/** Offered beside the slots that the entity has. */
const COMMON_SLOTS = [
  'Office',
  'Status',
  'Part of',
  'Based in',
  'Led by',
  'Began',
  'Ended',
  'Cost',
  'Strength',
];

interface FactsSectionProps {
  readonly client: Client<PanelCalls>;
  readonly view: EntityView;
  /** The article's day `YYYY-MM-DD`, or null. */
  readonly day: string | null;
  /** The page in front, which a new fact was most likely read on; null when there is none. */
  readonly pageSource: Source | null;
  /** Reads the entity again; resolves once the new state is shown. */
  readonly onChanged: () => Promise<void>;
}

interface Editing {
  readonly initial: FactFields;
  readonly isDraft: boolean;
}

interface Deleted {
  readonly binId: string;
  readonly slot: string;
}

/** An entity's facts as of the article's day; the reader's own are written, changed and deleted here. */
export function FactsSection({ client, view, day, pageSource, onChanged }: FactsSectionProps): JSX.Element {
  const about = view.entity.id;
  const ask = useCallback(() => client.listFacts({ entityId: about }), [client, about]);
  const [listed, askAgain] = useAsync(ask);
  const [isOpen, setIsOpen] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const all = listed.status === 'value' ? listed.value : [];

  useEffect(() => {
    client.listFormDrafts({ form: 'fact' }).then(
      (drafts) => {
        const left = drafts.find((draft) => draft.about === about);
        if (left !== undefined)
          setEditing((now) => now ?? { initial: { ...blank(null), ...left.fields }, isDraft: true });
      },
      // Without an answer the form starts empty; what is wrong, the screen says itself.
      () => undefined,
    );
  }, [client, about]);
  // The view is read anew whenever the library changes.
  useEffect(() => void askAgain(), [view, askAgain]);

  const act = async (what: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    try {
      await what();
      await onChanged();
    } catch (error) {
      setFailure(failureCode(error));
    }
  };
  const drop = (): Promise<void> => client.saveFormDraft({ form: 'fact', about, fields: null });

  return (
    <section class="sec" aria-label={FACT.title}>
      <h3>
        {FACT.title}
        {editing === null && (
          <button
            type="button"
            class="btn quiet tight"
            onClick={() => setEditing({ initial: blank(pageSource), isDraft: false })}
          >
            <Icon name="plus" small />
            {FACT.add}
          </button>
        )}
      </h3>
      {editing !== null && (
        <FactForm
          key={`${editing.initial.factId} ${editing.isDraft}`}
          initial={editing.initial}
          isDraft={editing.isDraft}
          slots={[...new Set([...all.map(({ slot }) => slot), ...COMMON_SLOTS])]}
          onKeep={(fields) => client.saveFormDraft({ form: 'fact', about, fields })}
          onSave={async (fact) => {
            const factId = editing.initial.factId === '' ? null : (editing.initial.factId as FactId);
            await client.saveFact({ entityId: about, factId, ...fact });
            await drop();
            await onChanged();
            setEditing(null);
          }}
          onDiscard={async () => {
            await drop();
            setEditing(null);
          }}
        />
      )}
      {failure !== null && <ErrorNotice code={failure} />}
      {deleted !== null && (
        <UndoLine
          text={FACT.deleted(deleted.slot)}
          onUndo={() => {
            setDeleted(null);
            void act(() => client.restoreFromBin({ binId: deleted.binId }));
          }}
        />
      )}
      <FactTable facts={view.facts} day={day} />
      {all.length === 0 && editing === null && listed.status === 'value' && <p class="mid">{FACT.none}</p>}
      {all.length > 0 && (
        <button
          type="button"
          class="btn quiet tight"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? FACT.fewer : FACT.all(all.length)}
        </button>
      )}
      {isOpen && (
        <FactList
          facts={all}
          packName={view.packName}
          onEdit={editing === null ? (fact) => setEditing({ initial: filled(fact), isDraft: false }) : null}
          onDelete={({ id, slot }) =>
            void act(async () => {
              const { binId } = await client.deleteFact({ factId: id });
              setDeleted({ binId, slot });
            })
          }
        />
      )}
    </section>
  );
}

function blank(source: Source | null): FactFields {
  return {
    factId: '',
    slot: '',
    value: '',
    from: '',
    to: '',
    sourceTitle: source?.title ?? '',
    sourceUrl: source?.url ?? '',
  };
}

function filled({ id, slot, value, from, to, source }: OwnedFact): FactFields {
  return {
    factId: id,
    slot,
    value,
    from: from ?? '',
    to: to ?? '',
    sourceTitle: source.title,
    sourceUrl: source.url,
  };
}
