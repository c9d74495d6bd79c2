import type { JSX } from 'preact';
import { CAPTURE } from './capture-words';
import { Icon } from './Icon';

interface AliasChipsProps {
  readonly texts: readonly string[];
  readonly onRemove: (text: string) => void;
}

/** Other names of a new name, each of which can be taken off. */
export function AliasChips({ texts, onRemove }: AliasChipsProps): JSX.Element | null {
  if (texts.length === 0) return null;
  return (
    <section aria-label={CAPTURE.aliases}>
      <h2 class="small mid">{CAPTURE.aliases}</h2>
      <ul class="chips">
        {texts.map((text) => (
          <li key={text}>
            <button
              type="button"
              class="btn tight"
              aria-label={CAPTURE.remove(text)}
              onClick={() => onRemove(text)}
            >
              <bdi>{text}</bdi>
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <p class="small dim">{CAPTURE.aliasesHint}</p>
    </section>
  );
}
