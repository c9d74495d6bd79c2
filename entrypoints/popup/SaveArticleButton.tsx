import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { POPUP } from '../../components/words';

interface SaveArticleButtonProps {
  readonly isSaved: boolean;
  readonly onToggle: () => void;
}

/** Keeps this page among the saved articles, or takes it off again. */
export function SaveArticleButton({ isSaved, onToggle }: SaveArticleButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="btn quiet tight"
      aria-pressed={isSaved}
      title={isSaved ? POPUP.savedHint : POPUP.saveArticle}
      onClick={onToggle}
    >
      <Icon name={isSaved ? 'saved' : 'save'} small />
      {isSaved ? POPUP.savedArticle : POPUP.saveArticle}
    </button>
  );
}
