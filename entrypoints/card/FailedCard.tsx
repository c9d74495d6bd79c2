import type { JSX } from 'preact';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { ErrorCode } from '../../utils/model/call-error';
import { Icon } from '../../components/Icon';
import { ENTRY } from '../../components/words';
import { CARD_TITLE_ID } from './CardFrame';

interface FailedCardProps {
  readonly code: ErrorCode;
  readonly onClose: () => void;
}

/** A card whose data did not come, with the reason in words. */
export function FailedCard({ code, onClose }: FailedCardProps): JSX.Element {
  return (
    <>
      <header>
        <h2 class="hw" id={CARD_TITLE_ID}>
          {ENTRY.noCard}
        </h2>
        <div class="tools">
          <button type="button" class="btn quiet icon" aria-label={ENTRY.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      {/* It may scroll and hold nothing else to focus: the keyboard must get into it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div class="body" tabIndex={0}>
        <div class="flow">
          <ErrorNotice code={code} />
        </div>
      </div>
    </>
  );
}
