import type { JSX } from 'preact';
import { Icon } from '../../../components/Icon';
import { STEP_WORDS, SYNC } from '../../../components/sync-words';
import type { SyncTestReply } from '../../../utils/messaging/sync-calls';
import { adviceFor } from './advice';

/** What a test of a place found, step by step, with the reason where it failed. */
export function TestSteps({ reply }: { readonly reply: SyncTestReply }): JSX.Element {
  return (
    <div aria-live="polite">
      <ol class="steps">
        {reply.steps.map((step) => (
          <li key={step.name}>
            <span class={step.ok ? 'good' : 'warn'}>
              <Icon name={step.ok ? 'check' : 'alert'} small />
            </span>
            {STEP_WORDS[step.name] ?? step.name}: {step.ok ? SYNC.passed : SYNC.failed}
            {step.code !== null && <p class="mid">{adviceFor(step.code)}</p>}
          </li>
        ))}
      </ol>
      {reply.steps.every(({ ok }) => ok) && <p class="mid">{SYNC.works}</p>}
    </div>
  );
}
