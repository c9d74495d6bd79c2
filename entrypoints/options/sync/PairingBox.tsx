import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SYNC } from '../../../components/sync-words';
import { QrCode } from './QrCode';

/** How long a code stays in sight. */
const SHOWN_MS = 120_000;

interface PairingBoxProps {
  readonly ask: (withPassword: boolean) => Promise<string>;
  readonly onFailure: (error: unknown) => void;
  readonly copy: (text: string) => Promise<void>;
}

/** The code that lets another profile in: shown after a click, gone after two minutes, kept nowhere. */
export function PairingBox({ ask, onFailure, copy }: PairingBoxProps): JSX.Element {
  const [code, setCode] = useState<string | null>(null);
  const [withPassword, setWithPassword] = useState(true);
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (code === null) return;
    setIsCopied(false);
    const timer = setTimeout(() => setCode(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [code]);

  if (code === null) {
    return (
      <div class="stack">
        <p class="mid">{SYNC.pairHint}</p>
        <label class="tick">
          <input
            class="check"
            type="checkbox"
            checked={withPassword}
            onChange={(event) => setWithPassword(event.currentTarget.checked)}
          />
          {SYNC.pairPassword}
        </label>
        <button type="button" class="btn" onClick={() => void ask(withPassword).then(setCode, onFailure)}>
          {SYNC.pairShow}
        </button>
      </div>
    );
  }
  return (
    <div class="stack">
      <QrCode text={code} label={SYNC.qrLabel} />
      <code class="code" dir="ltr">
        {code}
      </code>
      <div class="btns">
        <button
          type="button"
          class="btn"
          onClick={() => void copy(code).then(() => setIsCopied(true), onFailure)}
        >
          {SYNC.copy}
        </button>
        <button type="button" class="btn quiet" onClick={() => setCode(null)}>
          {SYNC.hide}
        </button>
        <output class="small dim">{isCopied ? SYNC.copied : ''}</output>
      </div>
    </div>
  );
}
