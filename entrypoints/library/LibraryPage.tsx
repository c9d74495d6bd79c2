import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Brand } from '../../components/Brand';
import { ENTITY } from '../../components/entity-words';
import { ErrorNotice } from '../../components/ErrorNotice';
import { failureCode } from '../../components/error-words';
import { LIBRARY } from '../../components/library-words';
import { LibraryTable } from '../../components/LibraryTable';
import { UndoLine } from '../../components/UndoLine';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import type { ErrorCode } from '../../utils/model/call-error';
import type { ArticleId, EntityId } from '../../utils/model/ids';
import {
  WHOLE_LIBRARY,
  type BulkDone,
  type LibraryList,
  type LibraryRow,
} from '../../utils/model/library-list';
import { ArticleScreen } from '../popup/ArticleScreen';
import { EntityScreen } from '../popup/EntityScreen';
import { BulkBar } from './BulkBar';
import type { LibraryHost } from './library-host';
import { LibraryTools } from './LibraryTools';
import { MergeBox } from './MergeBox';
import { SplitAliases } from './SplitAliases';
import { useRows } from './use-rows';

interface LibraryPageProps {
  readonly client: Client<PanelCalls>;
  readonly host: LibraryHost;
}

/** What was done last, and how to take it back. */
type Told = { readonly words: string; readonly undo: (() => Promise<void>) | null } | null;

/** Most names that are merged at once. */
const MERGE_MAX = 100;

/** The reader's library: a table of every name with search, filters, bulk changes, merging, and one name beside it. */
export function LibraryPage({ client, host }: LibraryPageProps): JSX.Element {
  const [list, setList] = useState<LibraryList>(WHOLE_LIBRARY);
  const [revision, setRevision] = useState(0);
  const [selected, setSelected] = useState<ReadonlyMap<EntityId, LibraryRow | null>>(new Map());
  const [told, setTold] = useState<Told>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isMerging, setIsMerging] = useState(false);
  const [shown, setShown] = useState<EntityId | null>(null);
  const [article, setArticle] = useState<ArticleId | null>(null);
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const search = useRef<HTMLInputElement>(null);
  const lastPressedRef = useRef(0);
  const rows = useRows(client, list, revision);
  const { onLibraryChanged } = host;
  useEffect(() => onLibraryChanged(() => setRevision((count) => count + 1)), [onLibraryChanged]);

  const ids = useMemo(() => new Set(selected.keys()), [selected]);
  const { onRange: askRange } = rows;
  const onRange = useCallback(
    (from: number, to: number): void => {
      setSight({ from, to });
      askRange(from, to);
    },
    [askRange],
  );
  const change = (changes: Partial<LibraryList>): void => {
    setList({ ...list, ...changes });
    setSelected(new Map());
    setIsMerging(false);
  };
  const act = (what: () => Promise<Told>): void => {
    setFailure(null);
    setIsBusy(true);
    what()
      .then(
        (next) => {
          setTold(next);
          setSelected(new Map());
          setIsMerging(false);
        },
        (error: unknown) => setFailure(failureCode(error)),
      )
      .finally(() => setIsBusy(false));
  };
  const onSelect = (index: number, isOn: boolean, upTo: boolean): void => {
    const from = upTo ? Math.min(lastPressedRef.current, index) : index;
    const to = upTo ? Math.max(lastPressedRef.current, index) : index;
    const touched = Array.from({ length: to - from + 1 }, (_none, at) => rows.rowAt(from + at));
    setSelected((before) => {
      const next = new Map(before);
      for (const row of touched) {
        if (row === null) continue;
        if (isOn) next.set(row.entityId, row);
        else next.delete(row.entityId);
      }
      return next;
    });
    lastPressedRef.current = index;
  };
  const onSelectAll = (isOn: boolean): void => {
    if (!isOn) return setSelected(new Map());
    client.listLibraryIds({ list }).then(
      (all) => setSelected(new Map(all.map((id) => [id, selected.get(id) ?? null]))),
      (error: unknown) => setFailure(failureCode(error)),
    );
  };
  const bulk = (words: (done: BulkDone) => string, call: () => Promise<BulkDone>): void =>
    act(async () => {
      const done = await call();
      return { words: words(done), undo: () => client.undoChange({ undoId: done.undoId }) };
    });
  const picked = [...selected.values()].filter((row) => row !== null);
  const total = rows.total ?? 0;
  const onKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.current?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div class={shown === null ? 'lib' : 'lib split'} onKeyDown={onKey}>
      <header>
        <Brand sizePx={18} />
        <span class="grow" />
        <button type="button" class="btn quiet" onClick={() => void host.openSettings()}>
          {LIBRARY.settings}
        </button>
      </header>
      <main>
        <h1>{LIBRARY.title}</h1>
        <LibraryTools input={search} list={list} onChange={change} />
        {(failure ?? rows.failure) !== null && (
          <ErrorNotice code={failure ?? rows.failure ?? 'internal'} onRetry={rows.retry} />
        )}
        {told !== null && told.undo !== null && (
          <UndoLine
            text={told.words}
            onUndo={() =>
              act(async () => {
                await told.undo?.();
                return { words: LIBRARY.undone, undo: null };
              })
            }
          />
        )}
        <output class="sr">{told === null ? '' : told.words}</output>
        {isMerging && (
          <MergeBox
            rows={picked}
            onCancel={() => setIsMerging(false)}
            onMerge={(into) =>
              bulk(
                ({ count }) => LIBRARY.merged(count, into.name),
                () =>
                  client.mergeEntities({
                    into: into.entityId,
                    others: picked.flatMap(({ entityId }) => (entityId === into.entityId ? [] : [entityId])),
                  }),
              )
            }
          />
        )}
        {selected.size > 0 && (
          <BulkBar
            count={selected.size}
            isBusy={isBusy}
            onClear={() => setSelected(new Map())}
            onKind={(kind) =>
              bulk(
                ({ count }) => LIBRARY.edited2(count),
                () => client.editEntities({ ids: [...ids], kind, strength: null }),
              )
            }
            onStrength={(strength) =>
              bulk(
                ({ count }) => LIBRARY.edited2(count),
                () => client.editEntities({ ids: [...ids], kind: null, strength }),
              )
            }
            onMerge={
              picked.length > 1 && picked.length === selected.size && picked.length <= MERGE_MAX
                ? () => setIsMerging(true)
                : null
            }
            onBin={() =>
              bulk(
                ({ count, skipped }) => LIBRARY.binned(count, skipped),
                () => client.deleteEntities({ ids: [...ids] }),
              )
            }
          />
        )}
        <LibraryTable
          total={total}
          list={list}
          rowAt={rows.rowAt}
          selected={ids}
          onRange={onRange}
          onSort={(sort) =>
            change({ sort, descending: sort === list.sort ? !list.descending : isCount(sort) })
          }
          onSelect={onSelect}
          onSelectAll={onSelectAll}
          onOpen={(id) => {
            setArticle(null);
            setShown(id);
          }}
        />
        <footer class="foot">
          <output>
            {rows.total === null
              ? LIBRARY.loading
              : total === 0
                ? isFiltered(list)
                  ? LIBRARY.none
                  : LIBRARY.empty
                : LIBRARY.range(sight.from + 1, Math.min(sight.to, total), total)}
          </output>
        </footer>
      </main>
      {article !== null && (
        <aside>
          <ArticleScreen
            key={article}
            client={client}
            tabId={null}
            articleId={article}
            revision={revision}
            now={host.now()}
            isBeside
            onBack={() => setArticle(null)}
            onOpenEntity={(id) => {
              setArticle(null);
              setShown(id);
            }}
          />
        </aside>
      )}
      {article === null && shown !== null && (
        <aside>
          <EntityScreen
            key={shown}
            client={client}
            host={host}
            tabId={null}
            entityId={shown}
            write={false}
            revision={revision}
            library={null}
            day={null}
            pageSource={null}
            count={0}
            isBeside
            onOpenEntity={setShown}
            onOpenArticle={setArticle}
            onDeleted={(binId, name) => {
              setShown(null);
              setTold({ words: ENTITY.deleted(name), undo: () => client.restoreFromBin({ binId }) });
            }}
            onBack={() => setShown(null)}
          />
          <SplitAliases
            key={`split:${shown}`}
            client={client}
            entityId={shown}
            revision={revision}
            onSplit={(text) =>
              bulk(
                () => LIBRARY.splitDone(text),
                () => client.splitAlias({ entityId: shown, text }),
              )
            }
          />
        </aside>
      )}
    </div>
  );
}

/** Whether the largest is what people look for first. */
function isCount(sort: LibraryList['sort']): boolean {
  return sort === 'facts' || sort === 'notes' || sort === 'seen' || sort === 'changed';
}

function isFiltered({ query, kind, origin, note }: LibraryList): boolean {
  return query.trim() !== '' || kind !== null || origin !== 'all' || note !== 'all';
}
