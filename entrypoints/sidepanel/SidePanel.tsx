import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../../utils/messaging/client';
import type { PanelCalls } from '../../utils/messaging/protocol';
import { Popup } from '../popup/Popup';
import type { PopupHost } from '../popup/popup-host';

interface SidePanelProps {
  readonly client: Client<PanelCalls>;
  readonly host: PopupHost;
  /** Tells the tab in front of the panel's window, now and whenever it changes, until the returned function is called. */
  readonly followTab: (onTab: (tabId: number | null) => void) => () => void;
}

/** The popup's screens beside the page, for whichever tab is in front. */
export function SidePanel({ client, host, followTab }: SidePanelProps): JSX.Element | null {
  const [tab, setTab] = useState<{ readonly id: number | null } | null>(null);
  useEffect(() => followTab((id) => setTab({ id })), [followTab]);
  if (tab === null) return null;
  return <Popup key={tab.id ?? 'none'} client={client} host={host} tabId={tab.id} openFirst={null} beside />;
}
