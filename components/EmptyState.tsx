import type { JSX } from 'preact';
import type { ArticleVerdict, PageState } from '../utils/model/page';
import { Icon } from './Icon';
import { ACTION_WORDS, stateActions, stateWords, type StateAction } from './state-words';
import { SIGN_WORDS } from './words';

interface EmptyStateProps {
  readonly state: PageState;
  readonly verdict: ArticleVerdict | null;
  readonly onAction: (action: StateAction) => void;
}

/** Why a page shows no names, what was looked for, and what can be done. */
export function EmptyState({ state, verdict, onAction }: EmptyStateProps): JSX.Element {
  const { title, text } = stateWords(state, verdict);
  const signs = state === 'not-article' ? (verdict?.signs ?? []) : [];
  const actions = stateActions(state);
  return (
    <section class="empty">
      <h2 class="hw">{title}</h2>
      <p class="prose mid">{text}</p>
      {signs.length > 0 && (
        <ul class="signs">
          {signs.slice(0, 5).map(({ sign, found }) => (
            <li key={sign}>
              <Icon name={found ? 'check' : 'close'} small />
              {found ? SIGN_WORDS[sign].found : SIGN_WORDS[sign].missed}
            </li>
          ))}
        </ul>
      )}
      {actions.length > 0 && (
        <div class="btns">
          {actions.map((action, index) => (
            <button
              key={action}
              type="button"
              class={index === 0 ? 'btn primary' : 'btn'}
              onClick={() => onAction(action)}
            >
              {ACTION_WORDS[action]}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
