import type { JSX } from 'preact';
import { ERROR_WORDS } from './error-words';
import type { ErrorCode } from '../utils/model/call-error';
import { Icon } from './Icon';
import { ACTION_WORDS } from './state-words';

interface ErrorNoticeProps {
  readonly code: ErrorCode;
  /** Offered as "Try again" when given. */
  readonly onRetry?: () => void;
}

/** A failure in words: what happened, what is safe, what to do. */
export function ErrorNotice({ code, onRetry }: ErrorNoticeProps): JSX.Element {
  const { what, safe, toDo } = ERROR_WORDS[code];
  return (
    <div class="msg" role="alert">
      <span class="warn">
        <Icon name="alert" />
      </span>
      <div class="grow">
        <p class="what">{what}</p>
        <p>
          {safe} {toDo}
        </p>
        {onRetry !== undefined && (
          <div class="btns">
            <button type="button" class="btn" onClick={onRetry}>
              {ACTION_WORDS.retry}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
