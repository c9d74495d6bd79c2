import type { JSX } from 'preact';
import { TABS } from './reading-words';

/** What the side panel shows. */
export type PanelTab = 'page' | 'inbox';

interface PanelTabsProps {
  readonly tab: PanelTab;
  /** Names on the page. */
  readonly names: number;
  /** Operations in the inbox. */
  readonly unknowns: number;
  readonly onTab: (tab: PanelTab) => void;
  /** Opens the library, which has a page of its own. */
  readonly onLibrary: () => void;
}

/** The side panel's strip: this page, the inbox, and the way to the library. */
export function PanelTabs({ tab, names, unknowns, onTab, onLibrary }: PanelTabsProps): JSX.Element {
  const button = (value: PanelTab, label: string, count: number): JSX.Element => (
    <button
      type="button"
      aria-current={tab === value ? 'page' : undefined}
      aria-label={TABS.label(label, count)}
      onClick={() => onTab(value)}
    >
      {label} <small>{count}</small>
    </button>
  );
  return (
    <nav class="tabs" aria-label={TABS.strip}>
      {button('page', TABS.page, names)}
      {button('inbox', TABS.inbox, unknowns)}
      <button type="button" onClick={onLibrary}>
        {TABS.library}
      </button>
    </nav>
  );
}
