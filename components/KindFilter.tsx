import type { JSX } from 'preact';
import { KINDS, type Kind } from '../utils/model/kind';
import { KIND_PLURAL, POPUP } from './words';

/** Characters that fit beside each other in the popup's width; the strip grows with the text, so the number holds at any size. */
const STRIP_CHARACTERS = 52;
/** What a button takes besides its letters, in characters. */
const BUTTON_EXTRA = 5;

interface KindFilterProps {
  /** How many entities of each kind there are; kinds without one are not offered. */
  readonly counts: ReadonlyMap<Kind, number>;
  /** The kind shown alone, or null for all. */
  readonly kind: Kind | null;
  readonly onChange: (kind: Kind | null) => void;
}

/** Filter by kind: as many buttons as fit, the rest behind "More kinds". Nothing when there is only one kind. */
export function KindFilter({ counts, kind, onChange }: KindFilterProps): JSX.Element | null {
  const kinds = KINDS.filter((candidate) => counts.has(candidate));
  if (kinds.length < 2) return null;
  const shown = kindsThatFit(kinds);
  const rest = kinds.filter((candidate) => !shown.includes(candidate));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const button = (value: Kind | null, label: string, count: number): JSX.Element => (
    <button key={label} type="button" aria-pressed={kind === value} onClick={() => onChange(value)}>
      {label} <small>{count}</small>
    </button>
  );
  return (
    <fieldset class="tabs">
      <legend class="sr">{POPUP.filter}</legend>
      {button(null, POPUP.all, all)}
      {shown.map((candidate) => button(candidate, KIND_PLURAL[candidate], counts.get(candidate) ?? 0))}
      {rest.length > 0 && (
        <select
          aria-label={POPUP.more}
          class={kind !== null && rest.includes(kind) ? 'on' : ''}
          value={kind !== null && rest.includes(kind) ? kind : ''}
          onChange={(event) =>
            onChange(rest.find((candidate) => candidate === event.currentTarget.value) ?? null)
          }
        >
          <option value="">{POPUP.moreShort}</option>
          {rest.map((candidate) => (
            <option key={candidate} value={candidate}>
              {KIND_PLURAL[candidate]} {counts.get(candidate)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

function kindsThatFit(kinds: readonly Kind[]): readonly Kind[] {
  const width = (list: readonly Kind[]): number =>
    list.reduce(
      (sum, kind) => sum + KIND_PLURAL[kind].length + BUTTON_EXTRA,
      POPUP.all.length + BUTTON_EXTRA,
    );
  if (width(kinds) <= STRIP_CHARACTERS) return kinds;
  const withMore = STRIP_CHARACTERS - POPUP.moreShort.length - BUTTON_EXTRA;
  let last = kinds.length;
  while (last > 1 && width(kinds.slice(0, last)) > withMore) last -= 1;
  return kinds.slice(0, last);
}
