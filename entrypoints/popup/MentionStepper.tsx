import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { POPUP } from '../../components/words';

interface MentionStepperProps {
  /** How often the name occurs on the page. */
  readonly count: number;
  /** Shows the next or previous mention; null when its text is gone. The index counts from 0. */
  readonly onStep: (step: 1 | -1) => Promise<{ readonly index: number; readonly count: number } | null>;
}

/** Walks through a name's mentions on the page. */
export function MentionStepper({ count, onStep }: MentionStepperProps): JSX.Element {
  const [shown, setShown] = useState<{ readonly index: number; readonly count: number } | null>(null);
  const [isLost, setIsLost] = useState(false);
  const step = async (by: 1 | -1): Promise<void> => {
    const answer = await onStep(by).catch(() => null);
    setIsLost(answer === null);
    if (answer !== null) setShown(answer);
  };
  const button = (by: 1 | -1, label: string): JSX.Element => (
    <button
      type="button"
      class="btn quiet icon"
      aria-label={label}
      title={label}
      onClick={() => void step(by)}
    >
      <Icon name={by === 1 ? 'down' : 'up'} />
    </button>
  );
  return (
    <>
      {button(-1, POPUP.previous)}
      <output class="dim num small" title={isLost ? POPUP.notShown : undefined}>
        {isLost
          ? POPUP.lost
          : shown === null
            ? POPUP.mentions(count)
            : POPUP.position(shown.index + 1, shown.count)}
      </output>
      {button(1, POPUP.next)}
    </>
  );
}
