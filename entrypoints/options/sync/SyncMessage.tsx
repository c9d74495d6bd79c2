import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../../../components/Icon';

interface SyncMessageProps {
  readonly title: string;
  readonly text: string;
  readonly tone: 'good' | 'warn';
  /** Buttons that lead out of it. */
  readonly children?: ComponentChildren;
}

/** One state of sync in a box: what happened, what is safe, what to do. */
export function SyncMessage({ title, text, tone, children }: SyncMessageProps): JSX.Element {
  return (
    <div class="msg" role={tone === 'warn' ? 'alert' : undefined} aria-live="polite">
      <span class={tone}>
        <Icon name={tone === 'good' ? 'check' : 'alert'} />
      </span>
      <div class="grow">
        <p class="what">{title}</p>
        {text !== '' && <p>{text}</p>}
        {children !== undefined && <div class="btns">{children}</div>}
      </div>
    </div>
  );
}
