import type { JSX } from 'preact';
import { Icon } from './Icon';
import { POPUP } from './words';

/** The strip over the names of a page whose marks the reader has hidden, with the way back. */
export function VeiledStrip({ onShow }: { readonly onShow: () => void }): JSX.Element {
  return (
    <div class="strip">
      <Icon name="alert" small />
      <span class="grow">{POPUP.veiled}</span>
      <button type="button" class="btn quiet tight" onClick={onShow}>
        {POPUP.unveil}
      </button>
    </div>
  );
}
