import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIBRARY } from '../../components/library-words';
import type { EntityId } from '../../utils/model/ids';
import type { LibraryRow } from '../../utils/model/library-list';

interface MergeBoxProps {
  readonly rows: readonly LibraryRow[];
  readonly onMerge: (into: LibraryRow) => void;
  readonly onCancel: () => void;
}

/** Asks which of the selected names stays. */
export function MergeBox({ rows, onMerge, onCancel }: MergeBoxProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const ofPacks = rows.filter(({ packName }) => packName !== null);
  // What the reader has written most about is what most of it is about; a pack's name can only be the one that stays.
  const best =
    ofPacks[0] ?? rows.toSorted((a, b) => b.noteCount - a.noteCount || b.seenCount - a.seenCount)[0];
  const [into, setInto] = useState<EntityId | null>(best?.entityId ?? null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = rows.find(({ entityId }) => entityId === into);
  return (
    <section class="box" aria-label={LIBRARY.mergeTitle}>
      <h2 ref={heading} tabIndex={-1}>
        {LIBRARY.mergeTitle}
      </h2>
      {ofPacks.length > 1 ? (
        <p role="alert">{LIBRARY.mergePacks}</p>
      ) : (
        <>
          <p class="mid">{LIBRARY.mergeLead}</p>
          <fieldset class="choices">
            <legend class="sr">{LIBRARY.mergeInto}</legend>
            {rows.map((row) => (
              <label key={row.entityId}>
                <input
                  class="radio"
                  type="radio"
                  name="into"
                  checked={row.entityId === into}
                  disabled={ofPacks.length === 1 && row.packName === null}
                  onChange={() => setInto(row.entityId)}
                />
                <bdi class={`k k-${row.kind}`}>{row.name}</bdi>
                <bdi class="dim cut">{row.also}</bdi>
              </label>
            ))}
          </fieldset>
        </>
      )}
      <div class="btns">
        {chosen !== undefined && ofPacks.length < 2 && (
          <button type="button" class="btn primary" onClick={() => onMerge(chosen)}>
            {LIBRARY.mergeNow}
          </button>
        )}
        <button type="button" class="btn" onClick={onCancel}>
          {LIBRARY.cancel}
        </button>
      </div>
    </section>
  );
}
