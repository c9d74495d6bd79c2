import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PACKS } from '../../components/pack-words';
import type { PacksHost } from './packs-host';

interface AddressFormProps {
  readonly host: PacksHost;
  readonly isBusy: boolean;
  /** An address whose host the browser allows. */
  readonly onAddress: (url: string) => void;
}

/** An address to subscribe to. The browser is asked for its host straight from the click. */
export function AddressForm({ host, isBusy, onAddress }: AddressFormProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');

  const look = (): void => {
    const url = host.addressOf(typed);
    if (url === null) {
      setProblem(PACKS.notAnAddress);
      return;
    }
    setProblem('');
    void host.allowHost(url).then((isAllowed) => {
      if (isAllowed) onAddress(url);
      else setProblem(PACKS.refusedHost);
    });
  };
  return (
    <form
      class="addsite"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <span class="field">
        <input
          type="url"
          aria-label={PACKS.address}
          placeholder={PACKS.addressHint}
          autocomplete="off"
          spellcheck={false}
          maxLength={2048}
          aria-invalid={problem !== ''}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </span>
      <button type="submit" class="btn" disabled={isBusy || typed.trim() === ''}>
        {PACKS.subscribe}
      </button>
      <output class="small bad">{problem}</output>
      <p class="small dim">{PACKS.addressNote}</p>
    </form>
  );
}
