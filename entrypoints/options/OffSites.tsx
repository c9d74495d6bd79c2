import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { SETTINGS } from '../../components/page-words';
import { INDEX } from '../../components/reading-words';
import { UndoLine } from '../../components/UndoLine';

interface OffSitesProps {
  readonly sites: readonly string[];
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
  readonly onChange: (sites: readonly string[]) => void;
}

/** Sites of which the reading index keeps nothing: add, remove with undo. */
export function OffSites({ sites, siteOf, onChange }: OffSitesProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [removed, setRemoved] = useState<string | null>(null);
  const add = (): void => {
    const text = typed.trim();
    const site = siteOf(text.includes('://') ? text : `https://${text}`);
    const isSite = site !== null && (site.includes('.') || site === 'localhost');
    setIsWrong(!isSite);
    if (!isSite) return;
    setTyped('');
    if (!sites.includes(site)) onChange([...sites, site]);
  };
  return (
    <fieldset>
      <legend>{INDEX.offSites}</legend>
      <small>{INDEX.offSitesNote}</small>
      {sites.length > 0 && (
        <ul class="rules">
          {sites
            .toSorted((a, b) => a.localeCompare(b))
            .map((site) => (
              <li key={site}>
                <bdi class="grow cut">{site}</bdi>
                <button
                  type="button"
                  class="btn quiet icon"
                  aria-label={INDEX.removeSite(site)}
                  title={INDEX.removeSite(site)}
                  onClick={() => {
                    setRemoved(site);
                    onChange(sites.filter((other) => other !== site));
                  }}
                >
                  <Icon name="bin" />
                </button>
              </li>
            ))}
        </ul>
      )}
      {removed !== null && (
        <UndoLine
          text={INDEX.removed(removed)}
          onUndo={() => {
            setRemoved(null);
            onChange([...sites, removed]);
          }}
        />
      )}
      <form
        class="addsite"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <span class="field">
          <input
            type="text"
            aria-label={`${INDEX.offSites}: ${INDEX.addSite}`}
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
          {INDEX.add}
        </button>
        <output class="small bad">{isWrong ? SETTINGS.notASite : ''}</output>
      </form>
    </fieldset>
  );
}
