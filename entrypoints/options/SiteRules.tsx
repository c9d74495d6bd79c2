import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { SETTINGS } from '../../components/page-words';
import { UndoLine } from '../../components/UndoLine';
import { AddSite } from './AddSite';
import { RULE_WORDS } from '../../components/words';
import { SITE_RULES, type SiteRule } from '../../utils/model/settings';

interface SiteRulesProps {
  readonly sites: Readonly<Record<string, SiteRule>>;
  /** The site of an address, or null when it is no web page's. */
  readonly siteOf: (url: string) => string | null;
  /** Sets a site's rule; null removes it. */
  readonly onRule: (site: string, rule: SiteRule | null) => void;
}

/** The reader's rules for sites: change, remove with undo, add. */
export function SiteRules({ sites, siteOf, onRule }: SiteRulesProps): JSX.Element {
  const [removed, setRemoved] = useState<{ readonly site: string; readonly rule: SiteRule } | null>(null);
  const rules = Object.entries(sites).toSorted(([a], [b]) => a.localeCompare(b));

  return (
    <section class="set">
      <h2 class="name">
        {SETTINGS.sites}
        <small>{SETTINGS.sitesNote}</small>
      </h2>
      <div class="stack">
        {rules.length === 0 && <p class="mid">{SETTINGS.noRules}</p>}
        {rules.length > 0 && (
          <ul class="rules">
            {rules.map(([site, rule]) => (
              <li key={site}>
                <bdi class="grow cut">{site}</bdi>
                <select
                  class="pick"
                  aria-label={SETTINGS.ruleOf(site)}
                  value={rule}
                  onChange={(event) => {
                    const next = SITE_RULES.find((candidate) => candidate === event.currentTarget.value);
                    if (next !== undefined) onRule(site, next);
                  }}
                >
                  {SITE_RULES.map((candidate) => (
                    <option key={candidate} value={candidate}>
                      {RULE_WORDS[candidate]}
                    </option>
                  ))}
                </select>
                <button
                  type="button"
                  class="btn quiet icon"
                  aria-label={SETTINGS.removeRule(site)}
                  title={SETTINGS.removeRule(site)}
                  onClick={() => {
                    setRemoved({ site, rule });
                    onRule(site, null);
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
            text={SETTINGS.removed(removed.site)}
            onUndo={() => {
              setRemoved(null);
              onRule(removed.site, removed.rule);
            }}
          />
        )}
        <AddSite
          label={SETTINGS.addSite}
          add={SETTINGS.add}
          siteOf={siteOf}
          onAdd={(site) => onRule(site, 'on')}
        />
      </div>
    </section>
  );
}
