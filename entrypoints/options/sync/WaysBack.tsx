import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SYNC } from '../../../components/sync-words';
import { TextField } from './TextField';

/** Below this, a passphrase could be guessed by whoever has the files: every guess costs them 19 MiB, not years. */
const WORDS_MIN = 4;

interface WaysBackProps {
  readonly hasPassphrase: boolean;
  readonly onPassphrase: (passphrase: string | null) => void;
  readonly askRecovery: () => Promise<string>;
  readonly onFailure: (error: unknown) => void;
}

/** How to get back in when no other profile is at hand. */
export function WaysBack({
  hasPassphrase,
  onPassphrase,
  askRecovery,
  onFailure,
}: WaysBackProps): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [recovery, setRecovery] = useState<string | null>(null);
  const wordCount = passphrase.split(/\s+/u).filter((word) => word !== '').length;
  return (
    <div class="stack">
      <p>{hasPassphrase ? SYNC.passphraseSet : SYNC.passphraseNone}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onPassphrase(passphrase);
          setPassphrase('');
        }}
      >
        <TextField label={SYNC.passphraseNew} type="password" value={passphrase} onInput={setPassphrase} />
        <p class="small dim">{SYNC.passphraseRule}</p>
        <div class="btns">
          <button type="submit" class="btn" disabled={wordCount < WORDS_MIN}>
            {SYNC.passphraseSave}
          </button>
          {hasPassphrase && (
            <button type="button" class="btn quiet" onClick={() => onPassphrase(null)}>
              {SYNC.passphraseDrop}
            </button>
          )}
        </div>
      </form>
      <p class="small dim">{SYNC.recoveryHint}</p>
      <button type="button" class="btn" onClick={() => void askRecovery().then(setRecovery, onFailure)}>
        {SYNC.recoveryMake}
      </button>
      {recovery !== null && (
        <code class="code" dir="ltr">
          {recovery}
        </code>
      )}
    </div>
  );
}
