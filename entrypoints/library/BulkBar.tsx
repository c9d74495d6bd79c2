import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { LIBRARY } from '../../components/library-words';
import { KIND_WORD } from '../../components/words';
import type { Strength } from '../../utils/model/entity';
import { KINDS, type Kind } from '../../utils/model/kind';

interface BulkBarProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onClear: () => void;
  readonly onKind: (kind: Kind) => void;
  readonly onStrength: (strength: Strength) => void;
  /** Null where nothing can be merged. */
  readonly onMerge: (() => void) | null;
  readonly onBin: () => void;
}

const STRENGTHS = ['strong', 'weak', 'off'] as const satisfies readonly Strength[];

/** What can be done to all selected names at once. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const { count, isBusy, onClear, onKind, onStrength, onMerge, onBin } = props;
  return (
    <div class="bulk" role="toolbar" aria-label={LIBRARY.selected(count)}>
      <button
        type="button"
        class="btn icon"
        aria-label={LIBRARY.clear}
        title={LIBRARY.clear}
        onClick={onClear}
      >
        <Icon name="close" small />
      </button>
      <b>{LIBRARY.selected(count)}</b>
      <Choice
        label={LIBRARY.changeKind}
        options={KINDS}
        words={KIND_WORD}
        isDisabled={isBusy}
        onChoose={onKind}
      />
      <Choice
        label={LIBRARY.changeStrength}
        options={STRENGTHS}
        words={LIBRARY.strengths}
        isDisabled={isBusy}
        onChoose={onStrength}
      />
      {onMerge !== null && (
        <button type="button" class="btn" disabled={isBusy} onClick={onMerge}>
          {LIBRARY.merge}
        </button>
      )}
      <span class="grow" />
      <button type="button" class="btn" disabled={isBusy} onClick={onBin}>
        <Icon name="bin" />
        {LIBRARY.bin}
      </button>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  readonly isDisabled: boolean;
  readonly onChoose: (value: Value) => void;
}

/** A menu of the browser's own that does what is chosen, and says its label again. */
function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  const { label, options, words, isDisabled, onChoose } = props;
  return (
    <select
      class="pick"
      aria-label={label}
      disabled={isDisabled}
      value=""
      onChange={(event) => {
        const chosen = options.find((option) => option === event.currentTarget.value);
        event.currentTarget.value = '';
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </select>
  );
}
