import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { INDEX } from '../../components/reading-words';
import { UndoLine } from '../../components/UndoLine';
import { AddSite } from './AddSite';

interface OffSitesProps {
  readonly sites: readonly string[];
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
  readonly onChange: (sites: readonly string[]) => void;
}

/** Sites of which the reading index keeps nothing: add, remove with undo. */
export function OffSites({ sites, siteOf, onChange }: OffSitesProps): JSX.Element {
  const [removed, setRemoved] = useState<string | null>(null);
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
      <AddSite
        label={`${INDEX.offSites}: ${INDEX.addSite}`}
        add={INDEX.add}
        siteOf={siteOf}
        onAdd={(site) => {
          if (!sites.includes(site)) onChange([...sites, site]);
        }}
      />
    </fieldset>
  );
}
