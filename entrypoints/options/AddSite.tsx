import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SETTINGS } from '../../components/page-words';

interface AddSiteProps {
  /** What the field is called. */
  readonly label: string;
  /** The button's word. */
  readonly add: string;
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
  readonly onAdd: (site: string) => void;
}

/** A field for one more site, given as a name or as an address of a page on it; what is neither is said to be. */
export function AddSite({ label, add, siteOf, onAdd }: AddSiteProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (): void => {
    const text = typed.trim();
    const site = siteOf(text.includes('://') ? text : `https://${text}`);
    const isSite = site !== null && (site.includes('.') || site === 'localhost');
    setIsWrong(!isSite);
    if (!isSite) return;
    setTyped('');
    onAdd(site);
  };
  return (
    <form
      class="addsite"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <span class="field">
        <input
          type="text"
          aria-label={label}
          placeholder={SETTINGS.addHint}
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          aria-invalid={isWrong}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </span>
      <button type="submit" class="btn" disabled={typed.trim() === ''}>
        {add}
      </button>
      <output class="small bad">{isWrong ? SETTINGS.notASite : ''}</output>
    </form>
  );
}
