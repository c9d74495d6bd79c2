import type { JSX } from 'preact';
import { EntityForm } from '../../components/EntityForm';
import type { Client } from '../../utils/messaging/client';
import type { EntityView, PanelCalls } from '../../utils/messaging/protocol';

interface EntityEditingProps {
  readonly client: Client<PanelCalls>;
  readonly view: EntityView;
  /** What was typed before and not saved; null for none. */
  readonly draft: Readonly<Record<string, string>> | null;
  /** Saved or given up; resolves once the new state is shown. */
  readonly onDone: () => Promise<void>;
  /** It lies in the bin, at this place. */
  readonly onDeleted: (binId: string, name: string) => void;
}

/** The form for an entity's own fields, with the calls that it makes. */
export function EntityEditing({ client, view, draft, onDone, onDeleted }: EntityEditingProps): JSX.Element {
  const { entity, packName } = view;
  const { id: entityId } = entity;
  const keep = (fields: Readonly<Record<string, string>> | null): Promise<void> =>
    client.saveFormDraft({ form: 'entity', about: entityId, fields });
  return (
    <section class="sec">
      <EntityForm
        entity={entity}
        packName={entity.pack === null ? null : (packName ?? entity.pack)}
        draft={draft}
        onKeep={keep}
        onSave={async ({ name, kind, summary, aliases }) => {
          await client.editEntity({ entityId, name, kind, summary, aliases: [...aliases] });
          await keep(null);
          await onDone();
        }}
        onDiscard={async () => {
          await keep(null);
          await onDone();
        }}
        onDelete={
          entity.pack === null
            ? async () => {
                const { binId } = await client.deleteEntity({ entityId });
                await keep(null);
                onDeleted(binId, entity.name);
              }
            : null
        }
      />
    </section>
  );
}
