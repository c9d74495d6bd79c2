import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { FoundList } from '../../components/FoundList';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import type { ErrorCode } from '../../utils/model/call-error';
import { NewEntity } from '../../components/NewEntity';
import { FOUND } from '../../components/library-words';
import { POPUP } from '../../components/words';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { EntityId } from '../../utils/model/ids';
import type { Kind } from '../../utils/model/kind';
import type { SearchResult } from './use-search';

/** What every list of names in the popup does with its rows. */
export interface RowHandlers {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onOpen: (entityId: EntityId) => void;
  readonly onWrite: (entityId: EntityId) => void;
  readonly onLeaveUp: () => void;
}

interface SearchResultsProps {
  readonly client: Client<PanelCalls>;
  readonly result: SearchResult;
  /** What stands in the field, trimmed; `result` may still answer an older one. */
  readonly query: string;
  readonly rows: RowHandlers;
  /** False while the reader chooses a name that is there. */
  readonly canCreate: boolean;
  readonly onCreated: (entityId: EntityId) => void;
}

/** Names that match what was typed, and the offer to save it when none is just that. */
export function SearchResults({
  client,
  result,
  query,
  rows,
  canCreate,
  onCreated,
}: SearchResultsProps): JSX.Element {
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isCurrent = result.query === query;
  const isKnown = result.rows.some(
    (row) => row.type === 'entity' && row.name.toLowerCase() === query.toLowerCase(),
  );
  // Only a name can be what another name is an alias of.
  const found = canCreate ? result.rows : result.rows.filter(({ type }) => type === 'entity');

  const create = async (name: string, kind: Kind): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      onCreated(await client.createEntity({ name, kind, aliases: [], summary: '' }));
    } catch (error) {
      setFailure(failureCode(error));
    } finally {
      setIsBusy(false);
    }
  };

  const shownFailure = failure ?? result.failure;
  return (
    <>
      {shownFailure !== null && (
        <div class="pad">
          <ErrorNotice code={shownFailure} />
        </div>
      )}
      {found.length > 0 && <FoundList rows={found} {...rows} />}
      {isCurrent && !result.isWhole && <output class="nomatch">{FOUND.partial}</output>}
      {isCurrent && result.isWhole && result.failure === null && !isKnown && canCreate && (
        <>
          <output class="nomatch">{found.length === 0 ? POPUP.noMatch : POPUP.notTheOne}</output>
          <NewEntity name={query} isBusy={isBusy} onSave={(name, kind) => void create(name, kind)} />
        </>
      )}
    </>
  );
}
